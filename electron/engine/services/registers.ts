import type { registers as contract, RegisterFilter, RegisterRow } from '../../../shared/contract/registers.ts';
import { addYears } from '../../../shared/domain/british-date.ts';
import {
  type CheckKind,
  type CheckState,
  checkStates,
  missingParts,
  roundOf,
  standingOf,
  stateWords,
} from '../../../shared/domain/checks.ts';
import { codeLabel, codeShort, isCode } from '../../../shared/domain/code-lists.ts';
import { kindsOf } from '../../../shared/domain/registers.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext, Services } from '../context.ts';
import { type CsvCell, writeCsv } from '../exports/csv.ts';
import { breakCounts, checksOfPeople } from '../store/checks.ts';
import { parseJson } from '../store/person-columns.ts';
import { countRegister, listRegister, type RegisterQuery } from '../store/registers.ts';
import { personRows } from './person-rows.ts';

export const registers: Services<typeof contract> = {
  'registers.list': (context, { offset, limit, ...filter }) => {
    const query = queryOf(context, filter);
    const found = countRegister(context.read, query);
    const counts = Object.fromEntries(checkStates.map((state) => [state, found.get(state) ?? 0])) as Record<
      CheckState,
      number
    >;
    const states = query.states.length === 0 ? checkStates : query.states;
    return {
      total: states.reduce((sum, state) => sum + counts[state], 0),
      counts,
      rows: rowsOf(context, query, listRegister(context.read, query, offset, limit)),
    };
  },
  'registers.export': (context, filter) => {
    const query = queryOf(context, filter);
    const ids = listRegister(context.read, query, 0, -1);
    const text = [...writeCsv(csvHeader, csvRows(context, query, ids), { bom: true })].join('');
    return {
      file: {
        name: `register-${filter.register}-${context.today}.csv`,
        mime: 'text/csv',
        bytes: new TextEncoder().encode(text),
      },
      rows: ids.length,
    };
  },
};

/** Registers never leave the worker's own neighbourhoods. @throws AppError `bad-input` for a check of another register */
function queryOf({ session, today }: QueryContext, filter: RegisterFilter): RegisterQuery {
  const kinds = kindsOf(filter.register);
  if (filter.kind !== undefined && !kinds.includes(filter.kind))
    throw new AppError('bad-input', 'This check belongs to another register. Choose it there.', [
      { path: 'kind', message: 'Choose a check of this register' },
    ]);
  return {
    kind: filter.kind ?? kinds[0] ?? null,
    neighbourhoods: filter.neighbourhoodId === undefined ? session.neighbourhoods : [filter.neighbourhoodId],
    worker: filter.whose === 'mine' ? session.workerId : null,
    states: filter.states,
    today,
  };
}

type Found = ReturnType<typeof listRegister>;

/** The people of a window with how their check stands. */
function rowsOf(context: QueryContext, { kind, today }: RegisterQuery, found: Found): RegisterRow[] {
  const { read } = context;
  const ids = found.map(({ id }) => id);
  const people = new Map(personRows(context, ids).map((row) => [row.id, row]));
  const entries =
    kind === null
      ? new Map<string, never[]>()
      : Map.groupBy(checksOfPeople(read, ids, kind), ({ person_id }) => person_id);
  const breaks = kind === 'carers-assessment' ? breakCounts(read, ids, addYears(today, -1), today) : null;
  return found.flatMap(({ id, state }) => {
    const person = people.get(id);
    if (!person) return [];
    return [
      {
        id,
        person,
        state,
        ...(kind === null ? withoutCheck : standingNow(kind, entries.get(id) ?? [], today)),
        breaks: breaks && (breaks.get(id) ?? 0),
      },
    ];
  });
}

const withoutCheck = { lastDoneOn: null, lastOfferedOn: null, dueOn: null, missing: [] };

function standingNow(kind: CheckKind, stored: ReturnType<typeof checksOfPeople>, today: string) {
  const entries = stored.map(({ offered_on, response, done_on, parts }) => ({
    offeredOn: offered_on,
    response: response as 'accepted' | 'declined' | null,
    doneOn: done_on,
    parts: parseJson<Record<string, { on: string }>>(parts) ?? {},
  }));
  const { state, lastDoneOn, lastOfferedOn, dueOn } = standingOf(kind, entries, today);
  const missing = state === 'done' ? [] : [...missingParts(kind, roundOf(kind, entries, today)?.parts ?? {})];
  return { lastDoneOn, lastOfferedOn, dueOn, missing };
}

const csvHeader = [
  'NHS number',
  'Family name',
  'Given name',
  'Born',
  'Age',
  'Address',
  'Practice',
  'Neighbourhood',
  'Care coordinator',
  'Check',
  'State',
  'Last offered',
  'Last done',
  'Due',
  'Parts missing',
  'Breaks in 12 months',
];
const rowsAtOnce = 500;

function* csvRows(context: QueryContext, query: RegisterQuery, found: Found): Generator<CsvCell[]> {
  const wishes = query.kind === null;
  for (let from = 0; from < found.length; from += rowsAtOnce)
    for (const { person, state, ...row } of rowsOf(context, query, found.slice(from, from + rowsAtOnce)))
      yield [
        person.nhsNumber,
        person.name.family,
        person.name.given,
        person.birth?.date ?? person.birth?.year ?? null,
        person.age,
        person.address,
        person.practice?.name ?? null,
        person.neighbourhood.name,
        person.case?.coordinator?.name ?? null,
        query.kind === null ? 'Wishes' : codeLabel('check', query.kind),
        wishes ? (state === 'done' ? 'Recorded' : 'Not recorded') : stateWords[state],
        row.lastOfferedOn,
        row.lastDoneOn,
        row.dueOn,
        row.missing.map((part) => (isCode('check-part', part) ? codeShort('check-part', part) : part)).join('; '),
        row.breaks,
      ];
}
