import { getRouteApi } from '@tanstack/react-router';
import { useAsk } from '../../client/queries.ts';
import { Page } from '../../components/page.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { HandoverDocument } from './handover-document.tsx';
import { PrintFrame } from './print-frame.tsx';

const route = getRouteApi('/people/$personId/print/handover');

/** The handover of one person for the night. */
export function HandoverPage() {
  const { personId } = route.useParams();
  const { data, failure, again } = useAsk('prints.handover', { personId }, { forget: true });
  if (data === undefined)
    return (
      <Page title="Handover for the night">
        {failure === undefined ? (
          <LoadingState label="Making the page" />
        ) : (
          <ErrorState failure={failure} again={again} />
        )}
      </Page>
    );
  return (
    <PrintFrame advice={<p>As it stands now. That you made this page is noted in the audit trail.</p>}>
      <HandoverDocument madeAt={data.madeAt} madeBy={data.madeBy} sheets={[data.sheet]} />
    </PrintFrame>
  );
}
