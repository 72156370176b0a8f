import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import { useMay } from '../../../client/session.ts';
import { Columns, Stack } from '../../../components/columns.tsx';
import { AddressesPanel } from './addresses-panel.tsx';
import { ChangesPanel } from './changes-panel.tsx';
import { MergesPanel } from './merges-panel.tsx';
import { ViewersPanel } from './viewers-panel.tsx';
import { VoidRecord } from './void-record.tsx';

/** What became of the record: who changed what, who looked at it, where the person lived, what was merged. */
export function HistoryTab({ person }: { readonly person: PersonPageView }) {
  const oversees = useMay('oversight.read');
  return (
    <Columns layout="main-side">
      <ChangesPanel personId={person.id} />
      <Stack>
        <AddressesPanel personId={person.id} />
        <MergesPanel person={person} />
        <VoidRecord person={person} />
        {oversees && <ViewersPanel personId={person.id} />}
      </Stack>
    </Columns>
  );
}
