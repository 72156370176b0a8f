import { useState } from 'react';
import { mostSheets } from '../../../shared/contract/prints.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { ButtonLink } from '../../components/button-link.tsx';
import type { Chosen } from '../../components/row-selection.tsx';
import { TransferDialog } from '../cases/transfer-dialog.tsx';
import type { CaseloadInput, CaseloadView } from './caseload-view.ts';
import { ExportCaseload } from './export-caseload.tsx';

/** One handover is one transaction; more cases than this are handed over in several. */
const mostAtOnce = 200;

interface SelectionBarProps {
  readonly selected: Chosen;
  readonly input: CaseloadInput;
  readonly view: CaseloadView;
  readonly onClear: () => void;
}

/** What can be done with the chosen cases. Stands in place of nothing: it appears with the first choice. */
export function SelectionBar({ selected, input, view, onClear }: SelectionBarProps) {
  const mayWrite = useMay('cases.write');
  const mayExport = useMay('lists.export');
  const [handing, setHanding] = useState(false);
  const caseIds = [...selected];
  return (
    <section className="ot-selection" aria-label="Selected cases">
      <span className="ot-selection__count" aria-live="polite">
        {selected.size === 0 ? '' : `${selected.size.toLocaleString('en-GB')} selected`}
      </span>
      {selected.size > 0 && (
        <>
          {mayWrite && (
            <Button size="small" icon="transfer" disabled={selected.size > mostAtOnce} onClick={() => setHanding(true)}>
              Hand over
            </Button>
          )}
          {selected.size > mostAtOnce && <span className="ot-muted">At most {mostAtOnce} at once</span>}
          {mayExport && selected.size <= mostSheets && (
            <ButtonLink size="small" icon="print" to="/caseload/print/handover" search={{ ...view, only: caseIds }}>
              Print for the night
            </ButtonLink>
          )}
          <ExportCaseload input={input} total={selected.size} caseIds={caseIds} />
          <Button size="small" look="quiet" onClick={onClear}>
            Clear selection
          </Button>
          <TransferDialog open={handing} caseIds={caseIds} onClose={() => setHanding(false)} onDone={onClear} />
        </>
      )}
    </section>
  );
}
