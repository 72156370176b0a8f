import { getRouteApi } from '@tanstack/react-router';
import { useAsk } from '../../../client/queries.ts';
import { useMay } from '../../../client/session.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { Page } from '../../../components/page.tsx';
import { NoPermission } from '../../../components/states.tsx';
import { MergeForm } from './merge-form.tsx';

const route = getRouteApi('/people/$personId/merge/$otherId');

/** Makes two records of one person one, field by field. The first of the address is kept. */
export function MergePage() {
  const { personId, otherId } = route.useParams();
  return (
    <Page
      title="Merge two records of one person"
      lead="One record is kept and takes over everything of the other. A merge can be undone from the history of the kept record."
    >
      {useMay('people.merge') ? (
        <Comparison key={`${personId} ${otherId}`} keptId={personId} mergedId={otherId} />
      ) : (
        <NoPermission what="Only team leads merge records. Ask yours, or leave a note in the review queue." />
      )}
    </Page>
  );
}

function Comparison({ keptId, mergedId }: { readonly keptId: string; readonly mergedId: string }) {
  const asked = useAsk('people.mergePreview', { keptId, mergedId });
  return (
    <Loaded asked={asked} loading="Comparing the records">
      {(preview) => <MergeForm preview={preview} />}
    </Loaded>
  );
}
