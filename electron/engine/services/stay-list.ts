import type { AwayRow } from '../../../shared/contract/stay-view.ts';
import { type AwayFilter, type AwayView, awayViews } from '../../../shared/contract/stays.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import type { QueryContext } from '../context.ts';
import { type CsvCell, writeCsv } from '../exports/csv.ts';
import { namesOfPlaces } from '../store/person-page.ts';
import { awayLines } from '../store/stays.ts';
import { awayRows } from './stay-rows.ts';

/** What puts a stay into a view of the page. Day 91 is listed from its day on. */
const shows: Readonly<Record<AwayView, (row: AwayRow, today: string) => boolean>> = {
  away: ({ dischargedOn }) => dischargedOn === null,
  delayed: ({ dischargedOn, readyOn, delay }) => dischargedOn === null && (delay !== null || readyOn !== null),
  'follow-up': ({ followUp }) => followUp !== null && followUp.doneOn === null,
  'day-91': ({ day91 }, today) => day91 !== null && day91.outcome === null && day91.dueOn <= today,
};

const dueOf = ({ followUp, day91 }: AwayRow): string => followUp?.dueOn ?? day91?.dueOn ?? '';
const orders: Readonly<Record<AwayView, (a: AwayRow, b: AwayRow) => number>> = {
  away: (a, b) => b.days - a.days,
  delayed: (a, b) => b.daysLost - a.daysLost,
  'follow-up': (a, b) => (dueOf(a) < dueOf(b) ? -1 : 1),
  'day-91': (a, b) => (dueOf(a) < dueOf(b) ? -1 : 1),
};

/** Every stay that the filter lets through, in the order of its view, and how many the other views hold. */
export function awayList(context: QueryContext, { whose, view, kind, neighbourhoodId }: AwayFilter) {
  const { read, session, today } = context;
  const lines = awayLines(read, {
    worker: whose === 'mine' ? session.workerId : null,
    neighbourhoods: session.neighbourhoods,
    practices: session.practices,
  });
  const all = awayRows(context, lines).filter(
    (row) =>
      (kind === undefined || row.kind === kind) &&
      (neighbourhoodId === undefined || row.neighbourhood.id === neighbourhoodId),
  );
  const of = (each: AwayView) => all.filter((row) => shows[each](row, today));
  const rows = of(view).sort(orders[view]);
  const names = namesOfPlaces(read, session.neighbourhoods);
  return {
    rows,
    counts: Object.fromEntries(awayViews.map((each) => [each, of(each).length])) as Record<AwayView, number>,
    daysLost: rows.reduce((sum, row) => sum + row.daysLost, 0),
    neighbourhoods: session.neighbourhoods.map((id) => ({ id, name: names.get(id) ?? id })),
  };
}

const columns: readonly (readonly [header: string, cell: (row: AwayRow) => CsvCell])[] = [
  ['Family name', ({ person }) => person.name.family],
  ['Given name', ({ person }) => person.name.given],
  ['NHS number', ({ person }) => person.nhsNumber],
  ['Date of birth', ({ person }) => person.birth?.date ?? person.birth?.year ?? null],
  ['Neighbourhood', ({ neighbourhood }) => neighbourhood.name],
  ['Care coordinator', ({ coordinator }) => coordinator?.name ?? null],
  ['Kind of stay', ({ kind }) => wordOf('stay-kind', kind)],
  ['Provider', ({ provider }) => provider],
  ['Ward', ({ ward }) => ward],
  ['Emergency', ({ emergency }) => (emergency ? 'Yes' : 'No')],
  ['Mental health', ({ mentalHealth }) => (mentalHealth ? 'Yes' : 'No')],
  ['Admitted', ({ admittedOn }) => admittedOn],
  ['Days', ({ days }) => days],
  ['Expected discharge', ({ expectedOn }) => expectedOn],
  ['Ready for discharge', ({ readyOn }) => readyOn],
  ['Days lost', ({ daysLost }) => daysLost],
  ['Reason of delay', ({ delay }) => delay && wordOf('delay-reason', delay.reason)],
  ['Discharged', ({ dischargedOn }) => dischargedOn],
  ['Destination', ({ destination }) => destination && wordOf('discharge-destination', destination)],
  ['Follow-up due', ({ followUp }) => followUp?.dueOn ?? null],
  ['Follow-up by', ({ followUp }) => followUp?.owner ?? null],
  ['Day 91', ({ day91 }) => day91?.dueOn ?? null],
];

/** The rows of a list as a CSV file for spreadsheets. */
export function awayCsv(rows: readonly AwayRow[]) {
  const header = columns.map(([name]) => name);
  const cells = rows.map((row) => columns.map(([, cell]) => cell(row)));
  return new TextEncoder().encode([...writeCsv(header, cells, { bom: true })].join(''));
}
