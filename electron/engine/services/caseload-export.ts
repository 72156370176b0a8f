import type { CaseloadRow } from '../../../shared/contract/caseload.ts';
import { localDateOf } from '../../../shared/domain/british-date.ts';
import { type CaseStatus, caseStatusLabel } from '../../../shared/domain/case-status.ts';
import { type CodeListName, type CodeOf, codeLabel, codeShort } from '../../../shared/domain/code-lists.ts';
import type { QueryContext } from '../context.ts';
import { type CsvCell, writeCsv } from '../exports/csv.ts';
import { caseloadRows } from './caseload-rows.ts';

/** Rows are read in blocks of so many, so that the whole list is never held twice. */
const blockSize = 500;

const columns: readonly (readonly [header: string, cell: (row: CaseloadRow) => CsvCell])[] = [
  ['Family name', ({ person }) => person.name.family],
  ['Given name', ({ person }) => person.name.given],
  ['NHS number', ({ person }) => person.nhsNumber],
  ['Date of birth', ({ person }) => person.birth?.date ?? person.birth?.year ?? null],
  ['Address', ({ person }) => person.address],
  ['Status', ({ status }) => caseStatusLabel(status as CaseStatus)],
  ['Opened', ({ openedOn }) => openedOn],
  ['Neighbourhood', ({ neighbourhood }) => neighbourhood.name],
  ['Practice', ({ practice }) => practice?.name ?? null],
  ['Need tier', ({ need }) => codeLabel('need-tier', need.tier as CodeOf<'need-tier'>)],
  ['Need points', ({ need }) => need.points],
  ['Last contact', ({ lastContactAt }) => lastContactAt && localDateOf(lastContactAt)],
  ['Next planned', ({ nextPlannedAt }) => nextPlannedAt && localDateOf(nextPlannedAt)],
  ['Next due', ({ due }) => due?.on ?? null],
  ['Why due', ({ due }) => due?.sentence ?? null],
  ['Missed in a row', ({ missedInRow }) => missedInRow],
  ['Flags', ({ flags }) => words('flag', flags)],
  ['Segments', ({ segments }) => words('segment', segments)],
  ['Care coordinator', ({ coordinator }) => coordinator?.name ?? null],
  ['Behaviourist', ({ behaviourist }) => behaviourist?.name ?? null],
  ['Handover to', ({ transfer }) => transfer && (transfer.to?.name ?? 'Whoever covers')],
];

function words(list: CodeListName, codes: readonly string[]): string {
  return codes.map((code) => codeShort(list, code as CodeOf<typeof list>)).join('; ');
}

/** Cases as a CSV file for spreadsheets, in the order of the ids. Nothing in it depends on when it is made. */
export function caseloadCsv(context: QueryContext, ids: readonly string[]) {
  const header = columns.map(([name]) => name);
  return new TextEncoder().encode([...writeCsv(header, rowsOf(context, ids), { bom: true })].join(''));
}

function* rowsOf(context: QueryContext, ids: readonly string[]): Generator<CsvCell[]> {
  for (let start = 0; start < ids.length; start += blockSize)
    for (const row of caseloadRows(context, ids.slice(start, start + blockSize)))
      yield columns.map(([, cell]) => cell(row));
}
