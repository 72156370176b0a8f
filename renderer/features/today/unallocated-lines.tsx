import { useState } from 'react';
import type { CaseLine } from '../../../shared/contract/today.ts';
import { listName } from '../../../shared/domain/name.ts';
import { Button } from '../../components/button.tsx';
import { AcceptDialog } from '../cases/accept-dialog.tsx';
import { TransferDialog } from '../cases/transfer-dialog.tsx';
import { CaseWho } from './case-lines.tsx';
import { Lines, TodayLine } from './today-line.tsx';

/** Cases that nobody coordinates: a lead names somebody, or asks. */
export function UnallocatedLines({ lines }: { readonly lines: readonly CaseLine[] }) {
  return (
    <Lines>
      {lines.map((line) => (
        <TodayLine
          key={line.row.caseId}
          who={<CaseWho row={line.row} />}
          reason={line.reason}
          actions={<Allocate line={line} />}
        />
      ))}
    </Lines>
  );
}

function Allocate({ line: { row } }: { readonly line: CaseLine }) {
  const [open, setOpen] = useState<'name' | 'ask' | null>(null);
  const of = listName(row.person.name);
  const close = () => setOpen(null);
  return (
    <>
      <Button size="small" onClick={() => setOpen('name')}>
        Name a coordinator<span className="nhsuk-u-visually-hidden"> for {of}</span>
      </Button>
      {row.transfer === null && (
        <Button size="small" look="quiet" onClick={() => setOpen('ask')}>
          Ask<span className="nhsuk-u-visually-hidden"> somebody to coordinate {of}</span>
        </Button>
      )}
      {row.status === 'proposed' ? (
        <AcceptDialog open={open === 'name'} caseId={row.caseId} whose={row.person.name} onClose={close} />
      ) : (
        <TransferDialog open={open === 'name'} caseIds={[row.caseId]} whose={row.person.name} onClose={close} />
      )}
      <TransferDialog open={open === 'ask'} caseIds={[row.caseId]} whose={row.person.name} onClose={close} />
    </>
  );
}
