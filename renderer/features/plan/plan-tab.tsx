import { useState } from 'react';
import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import type { PlanPageView } from '../../../shared/contract/plan-view.ts';
import { planDocument } from '../../../shared/domain/plan-document.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { Stack } from '../../components/columns.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { ActionsPanel } from './actions-panel.tsx';
import { DecisionsPanel } from './decisions-panel.tsx';
import { GoalsPanel } from './goals-panel.tsx';
import { NeedsPanel } from './needs-panel.tsx';
import { PersonView } from './person-view.tsx';
import { PlanConflicts } from './plan-conflicts.tsx';
import { PlanHead } from './plan-head.tsx';
import { SectionsPanel } from './sections-panel.tsx';
import { SelfManagementPanel } from './self-management-panel.tsx';
import { VersionsPanel } from './versions-panel.tsx';

/** The care plan: written on the left, read as the person reads it on the right. */
export function PlanTab({ person }: { readonly person: PersonPageView }) {
  const asked = useAsk('plans.open', { personId: person.id });
  const { mergedInto, voided } = person.banner;
  const mayWrite = useMay('plans.write') && mergedInto === null && voided === null;
  return (
    <Loaded asked={asked} loading="Opening the care plan">
      {(page) => <OpenPlan personId={person.id} page={page} mayWrite={mayWrite} />}
    </Loaded>
  );
}

/** What every panel of the plan gets. */
export interface PlanPanelProps {
  readonly personId: string;
  readonly page: PlanPageView;
  readonly mayWrite: boolean;
}

function OpenPlan(props: PlanPanelProps) {
  const { personId, page, mayWrite } = props;
  const [reading, setReading] = useState(false);
  const { working, current, content } = page;
  const document = planDocument({
    plan: content,
    agreement: working === null ? (current?.agreement ?? null) : null,
    reviewDueOn: working === null ? (current?.reviewDueOn ?? null) : working.reviewDueOn,
  });
  return (
    <div className={reading ? 'ot-plan ot-plan--reading' : 'ot-plan'}>
      <div className="ot-plan__top">
        <PlanHead
          {...props}
          view={
            <div className="ot-plan__switch">
              <Button icon="person" aria-pressed={reading} onClick={() => setReading(!reading)}>
                Person’s view
              </Button>
            </div>
          }
        />
        <PlanConflicts personId={personId} conflicts={page.conflicts} mayWrite={mayWrite} />
      </div>
      <div className="ot-plan__edit">
        <Stack>
          <SectionsPanel {...props} />
          <NeedsPanel {...props} />
          <GoalsPanel {...props} />
          <ActionsPanel {...props} />
          <SelfManagementPanel {...props} />
          <DecisionsPanel {...props} />
          <VersionsPanel {...props} />
        </Stack>
      </div>
      <div className="ot-plan__read">
        <Panel title="As the person reads it">
          <PersonView document={document} />
        </Panel>
      </div>
    </div>
  );
}
