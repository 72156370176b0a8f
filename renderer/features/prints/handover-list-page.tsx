import { getRouteApi } from '@tanstack/react-router';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { formatCount } from '../../components/format.ts';
import { Page } from '../../components/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import { useCaseloadText } from '../caseload/caseload-text.ts';
import { caseloadInputOf } from '../caseload/caseload-view.ts';
import { HandoverDocument } from './handover-document.tsx';
import { PrintFrame } from './print-frame.tsx';

const route = getRouteApi('/caseload/print/handover');

/** The handover of a view of the caseload, or of the cases chosen in it. */
export function HandoverListPage() {
  const { only, ...view } = route.useSearch();
  const usual = useMay('cases.impose') ? 'team' : 'mine';
  const [text] = useCaseloadText();
  const input = { ...caseloadInputOf(view, view.who ?? usual, text), ...(only && { caseIds: only }) };
  const { data, failure, again } = useAsk('prints.handoverList', input, { forget: true });
  if (data === undefined || data.sheets.length === 0)
    return (
      <Page title="Handover for the night">
        {failure !== undefined ? (
          <ErrorState failure={failure} again={again} />
        ) : data === undefined ? (
          <LoadingState label="Making the pages" />
        ) : (
          <EmptyState title="No case fits" icon="search">
            <p>Go back to the caseload and choose cases, or another view.</p>
          </EmptyState>
        )}
      </Page>
    );
  return (
    <PrintFrame
      advice={
        <p>
          {data.sheets.length === 1
            ? '1 person'
            : `${data.sheets.length} people, each beginning on a page of their own`}
          . It is noted in each record that you made this.
          {data.left > 0 && (
            <b>
              {' '}
              {formatCount(data.left, 'more case')} of this view did not fit: choose fewer, and print the rest after.
            </b>
          )}
        </p>
      }
    >
      <HandoverDocument madeAt={data.madeAt} madeBy={data.madeBy} sheets={data.sheets} />
    </PrintFrame>
  );
}
