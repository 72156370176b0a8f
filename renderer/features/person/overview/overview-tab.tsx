import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import { listName } from '../../../../shared/domain/name.ts';
import { Columns, Stack } from '../../../components/columns.tsx';
import { FeedbackPanel } from '../../feedback/feedback-panel.tsx';
import { PathwaysPanel } from '../../pathways/pathways-panel.tsx';
import { PersonPromptsPanel } from '../../prompts/person-prompts-panel.tsx';
import { PersonTasksPanel } from '../../tasks/person-tasks-panel.tsx';
import { CasePanel } from './case-panel.tsx';
import { ContactsPanel } from './contacts-panel.tsx';
import { HouseholdPanel } from './household-panel.tsx';
import { InvolvedPanel } from './involved-panel.tsx';
import { NeedPanel } from './need-panel.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { RecentPanel } from './recent-panel.tsx';
import { WhatMattersPanel } from './what-matters-panel.tsx';

/** Who the person is to us, at one glance. */
export function OverviewTab({ person }: { readonly person: PersonPageView }) {
  return (
    <Columns layout="main-side">
      <Stack>
        <WhatMattersPanel person={person} />
        <CasePanel person={person} />
        <PersonPromptsPanel personId={person.id} name={listName(person.banner.name)} />
        <PlanPanel person={person} />
        <PathwaysPanel person={person} />
        <PersonTasksPanel personId={person.id} />
        <FeedbackPanel person={person} />
        <NeedPanel person={person} />
        <RecentPanel person={person} />
      </Stack>
      <Stack>
        <ContactsPanel person={person} />
        <InvolvedPanel person={person} />
        <HouseholdPanel person={person} />
      </Stack>
    </Columns>
  );
}
