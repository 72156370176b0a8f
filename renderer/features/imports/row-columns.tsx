import { Link } from '@tanstack/react-router';
import type { ImportOutcome, ImportRow, ImportView } from '../../../shared/contract/import-view.ts';
import { listName } from '../../../shared/domain/name.ts';
import { formatNhsNumber } from '../../../shared/domain/nhs-number.ts';
import { Button } from '../../components/button.tsx';
import type { Column } from '../../components/column.ts';
import { Tag } from '../../components/tag.tsx';
import type { Decide } from './duplicate-columns.tsx';
import { RowProblems } from './row-problems.tsx';

/** Columns of the rows of an outcome, possible duplicates aside. */
export function rowColumns(
  outcome: ImportOutcome,
  kind: ImportView['kind'],
  decide: Decide | null,
): readonly Column<ImportRow>[] {
  const line: Column<ImportRow> = {
    id: 'line',
    header: kind === 'csv' ? 'Line' : 'Entry',
    width: 84,
    align: 'end',
    cell: (row) => row.line.toLocaleString('en-GB'),
  };
  if (outcome === 'error') return [line, { ...who, width: 240 }, problems];
  if (outcome === 'skip') return [line, { ...who, width: 240 }, born, problems];
  if (outcome === 'update')
    return decide === null ? [line, record, changes] : [line, record, changes, leaveOut(decide)];
  if (outcome === 'same') return [line, record, born, number, address];
  const facts = [line, who, born, number, address, practice];
  return decide === null ? facts : [...facts, leaveOut(decide)];
}

const none = <span className="ot-muted">Not given</span>;

const who: Column<ImportRow> = {
  id: 'who',
  header: 'Name',
  rowHeader: true,
  cell: ({ person, problems: found }) => (
    <>
      {person === null ? <span className="ot-muted">Could not be read</span> : listName(person.name)}
      {found.length > 0 && person !== null && found.every(({ severity }) => severity === 'warning') && (
        <RowProblems of={found} />
      )}
    </>
  ),
};

const record: Column<ImportRow> = {
  id: 'who',
  header: 'On record',
  rowHeader: true,
  width: 260,
  cell: ({ record: known, person, problems: found }) => (
    <>
      {known === null ? (
        person && listName(person.name)
      ) : (
        <Link to="/people/$personId" params={{ personId: known.id }}>
          {listName(known.name)}
        </Link>
      )}
      <RowProblems of={found} />
    </>
  ),
};

const born: Column<ImportRow> = { id: 'born', header: 'Born', width: 130, cell: ({ person }) => person?.born ?? none };
const number: Column<ImportRow> = {
  id: 'number',
  header: 'NHS number',
  width: 140,
  cell: ({ person }) => (person?.nhsNumber ? formatNhsNumber(person.nhsNumber) : none),
};
const address: Column<ImportRow> = { id: 'address', header: 'Address', cell: ({ person }) => person?.address ?? none };
const practice: Column<ImportRow> = {
  id: 'practice',
  header: 'Practice',
  width: 210,
  cell: ({ person }) => person?.practice ?? none,
};

const problems: Column<ImportRow> = {
  id: 'problems',
  header: 'What is wrong, in which column',
  cell: ({ problems: found }) => <RowProblems of={found} />,
};

const changes: Column<ImportRow> = {
  id: 'changes',
  header: 'What changes',
  cell: ({ changes: found }) => (
    <ul className="ot-import-changes">
      {found.map(({ label, before, after }) => (
        <li key={`${label} ${after}`}>
          <span className="ot-import-changes__label">{label}</span>{' '}
          {before === null ? (
            <ins>{after}</ins>
          ) : (
            <>
              <del>{before}</del> <span aria-hidden="true">→</span>
              <span className="nhsuk-u-visually-hidden">becomes</span> <ins>{after}</ins>
            </>
          )}
        </li>
      ))}
    </ul>
  ),
};

function leaveOut(decide: Decide): Column<ImportRow> {
  return {
    id: 'decision',
    header: 'Decision',
    hideHeader: true,
    width: 130,
    align: 'end',
    cell: ({ line, decision }) =>
      decision === 'skip' ? (
        <div className="ot-import-decided">
          <Tag>Left out</Tag>
          <Button size="small" look="quiet" onClick={() => void decide({ lines: [line] }, { kind: 'none' })}>
            Take in<span className="nhsuk-u-visually-hidden"> line {line}</span>
          </Button>
        </div>
      ) : (
        <Button size="small" look="quiet" onClick={() => void decide({ lines: [line] }, { kind: 'skip' })}>
          Leave out<span className="nhsuk-u-visually-hidden"> line {line}</span>
        </Button>
      ),
  };
}
