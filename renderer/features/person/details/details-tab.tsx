import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import { Columns, Stack } from '../../../components/columns.tsx';
import { ConflictsPanel } from './conflicts-panel.tsx';
import { ConditionsPanel } from './entries/conditions-panel.tsx';
import { FlagsPanel } from './entries/flags-panel.tsx';
import { HouseholdDetails } from './entries/household-details.tsx';
import { IdentifiersPanel } from './entries/identifiers-panel.tsx';
import { RelationshipsPanel } from './entries/relationships-panel.tsx';
import { SegmentsPanel } from './entries/segments-panel.tsx';
import { SharingPanel } from './entries/sharing-panel.tsx';
import { GroupPanel } from './group-panel.tsx';
import { groupOf } from './groups.tsx';

const left = ['name', 'number', 'reach', 'home', 'registration'] as const;
const right = ['communication', 'about', 'what-matters', 'measured', 'death'] as const;

/** Everything recorded about the person, to read and to change. */
export function DetailsTab({ person }: { readonly person: PersonPageView }) {
  const panel = (id: (typeof left)[number] | (typeof right)[number]) => (
    <GroupPanel key={id} group={groupOf(id)} person={person} />
  );
  return (
    <Stack>
      <ConflictsPanel person={person} />
      <Columns layout="halves">
        <Stack>{left.map(panel)}</Stack>
        <Stack>{right.map(panel)}</Stack>
      </Columns>
      <FlagsPanel person={person} />
      <ConditionsPanel person={person} />
      <SharingPanel person={person} />
      <RelationshipsPanel person={person} />
      <HouseholdDetails person={person} />
      <Columns layout="halves">
        <SegmentsPanel person={person} />
        <IdentifiersPanel person={person} />
      </Columns>
    </Stack>
  );
}
