import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { type PrintLayout, printLayouts } from '../../../shared/domain/held-record.ts';
import { fullName } from '../../../shared/domain/name.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { planHolds } from '../../../shared/domain/plan-status.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { CopyDialog } from '../plan/copy-dialog.tsx';
import { PlanPaper } from './plan-paper.tsx';
import { PrintFrame } from './print-frame.tsx';

const route = getRouteApi('/people/$personId/print/plan');

const layoutWords: Readonly<Record<PrintLayout, string>> = {
  standard: 'Standard',
  large: 'Large print',
  'easy-read': 'Easy read',
};

const copyFormat = { standard: 'print', large: '11', 'easy-read': 'easy-read' } as const;

/** The care plan for the person to keep, in the layout that they asked for until another is chosen. */
export function PlanPrintPage() {
  const { personId } = route.useParams();
  const { layout: chosen } = route.useSearch();
  const mayWrite = useMay('plans.write');
  const [giving, setGiving] = useState(false);
  const { data, failure, again } = useAsk('prints.plan', { personId }, { forget: true });
  if (data === undefined)
    return (
      <Page title="Plan for the person">
        {failure === undefined ? (
          <LoadingState label="Making the pages" />
        ) : (
          <ErrorState failure={failure} again={again} />
        )}
      </Page>
    );
  const layout = chosen ?? data.layout;
  const asked = data.formats.map((code) => wordOf('information-format', code));
  return (
    <PrintFrame
      advice={
        <p>
          {asked.length > 0 ? <b>Asked for: {asked.join(', ')}. </b> : 'No format was asked for. '}
          {layout === 'easy-read'
            ? 'The layout is easy read, the words are those of the plan: read it through together.'
            : 'Ask where it will be kept, and who else may read it there.'}
        </p>
      }
      choices={
        <>
          <nav className="ot-views" aria-label="Layout">
            <ul className="ot-views__list">
              {printLayouts.map((each) => (
                <li key={each}>
                  <route.Link
                    className="ot-views__view"
                    search={{ layout: each }}
                    replace
                    aria-current={each === layout ? 'true' : undefined}
                  >
                    {layoutWords[each]}
                  </route.Link>
                </li>
              ))}
            </ul>
          </nav>
          {mayWrite && data.version !== null && planHolds(data.version.status) && (
            <Button icon="note" onClick={() => setGiving(true)}>
              Copy given
            </Button>
          )}
          {data.version !== null && (
            <CopyDialog
              open={giving}
              plan={data.version}
              format={copyFormat[layout]}
              givenTo={fullName(data.person.name)}
              onClose={() => setGiving(false)}
            />
          )}
        </>
      }
    >
      <PlanPaper record={data} layout={layout} />
    </PrintFrame>
  );
}
