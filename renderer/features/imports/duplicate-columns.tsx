import type { ImportRow } from '../../../shared/contract/import-view.ts';
import type { InputOf } from '../../../shared/contract/index.ts';
import { Button } from '../../components/button.tsx';
import type { Column } from '../../components/column.ts';
import { Tag } from '../../components/tag.tsx';
import { RecordedPerson, SaidPerson } from './row-person.tsx';
import { RowProblems } from './row-problems.tsx';

type Asked = InputOf<'imports.decide'>;
/** Decides about rows; tells by itself what went wrong. */
export type Decide = (rows: Asked['rows'], decision: Asked['decision']) => Promise<void>;

/** Columns of possible duplicates: the row and whom it may be side by side, and the decision. */
export function duplicateColumns(decide: Decide | null): readonly Column<ImportRow>[] {
  return [
    { id: 'line', header: 'Line', width: 70, align: 'end', cell: ({ line }) => line.toLocaleString('en-GB') },
    {
      id: 'said',
      header: 'In the list',
      rowHeader: true,
      width: 280,
      cell: ({ person, problems }) => (
        <>
          {person && <SaidPerson of={person} />}
          <RowProblems of={problems} />
        </>
      ),
    },
    { id: 'maybe', header: 'May be', cell: (row) => <Candidates of={row} decide={decide} /> },
    { id: 'decision', header: 'Decision', width: 210, cell: (row) => <Decision of={row} decide={decide} /> },
  ];
}

interface CellProps {
  readonly of: ImportRow;
  readonly decide: Decide | null;
}

function Candidates({ of, decide }: CellProps) {
  const { line, candidates, decision } = of;
  return (
    <ul className="ot-import-candidates">
      {candidates.map(({ personId, line: earlier, person, row, reasons }) => (
        <li key={personId ?? `line ${earlier}`} className="ot-import-candidates__one">
          <div>
            {person !== null && <RecordedPerson of={person} />}
            {earlier !== null && <span className="ot-muted">Line {earlier.toLocaleString('en-GB')} of this list</span>}
            {row !== null && <SaidPerson of={row} />}
          </div>
          <div className="ot-import-candidates__why">
            {reasons.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
            {decide !== null && decision === null && (
              <Button
                size="small"
                onClick={() =>
                  void decide(
                    { lines: [line] },
                    {
                      kind: 'link',
                      ...(personId !== null && { personId }),
                      ...(earlier !== null && { line: earlier }),
                    },
                  )
                }
              >
                Same person
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

const decided = { create: 'New person', link: 'Same person', skip: 'Left out' } as const;

function Decision({ of: { line, decision, ofLine, changes }, decide }: CellProps) {
  const lines = { lines: [line] };
  if (decision === null)
    return decide === null ? (
      <span className="ot-muted">Not decided: left out</span>
    ) : (
      <div className="ot-import-decided">
        <Button size="small" onClick={() => void decide(lines, { kind: 'create' })}>
          New person
        </Button>
        <Button size="small" look="quiet" onClick={() => void decide(lines, { kind: 'skip' })}>
          Leave out
        </Button>
      </div>
    );
  return (
    <div className="ot-import-decided">
      <Tag tone={decision === 'skip' ? 'grey' : 'green'}>{decided[decision]}</Tag>
      {ofLine !== null && <span className="ot-muted">as line {ofLine.toLocaleString('en-GB')}</span>}
      {changes.length > 0 && (
        <span className="ot-muted">changes {changes.map(({ label }) => label.toLowerCase()).join(', ')}</span>
      )}
      {decide !== null && (
        <Button size="small" look="quiet" onClick={() => void decide(lines, { kind: 'none' })}>
          Decide again
        </Button>
      )}
    </div>
  );
}
