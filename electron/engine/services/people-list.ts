import type { z } from 'zod';
import type { ageBands, people as contract } from '../../../shared/contract/people.ts';
import { addDays, addYears } from '../../../shared/domain/british-date.ts';
import { caseStatusLabel, caseStatusSchema } from '../../../shared/domain/case-status.ts';
import { codeLabel, isCode } from '../../../shared/domain/code-lists.ts';
import { parsePersonQuery } from '../../../shared/domain/person-query.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext, Services, Session } from '../context.ts';
import { nameMatch, type SearchPlace } from '../derived/people-search.ts';
import { type CsvCell, writeCsv } from '../exports/csv.ts';
import type { ReadHandle } from '../store/handles.ts';
import { countPeople, listPeople, type PeopleListQuery } from '../store/people-list.ts';
import { practicePlaces } from '../store/places.ts';
import { personRows } from './person-rows.ts';
import { maySeeFlag } from './restricted.ts';

type ListInput = z.output<(typeof contract)['people.exportList']['input']>;
type AgeBand = (typeof ageBands)[number];

export const peopleList: Pick<Services<typeof contract>, 'people.list' | 'people.exportList'> = {
  'people.list': (context, { offset, limit, ...input }) => {
    const list = listOf(context, input);
    return {
      total: countPeople(context.read, list),
      rows: personRows(context, listPeople(context.read, list, offset, limit)),
    };
  },
  'people.exportList': (context, input) => {
    const ids = listPeople(context.read, listOf(context, input), 0, -1);
    const text = [...writeCsv(csvHeader, csvRows(context, ids), { bom: true })].join('');
    return {
      file: { name: `people-${context.today}.csv`, mime: 'text/csv', bytes: new TextEncoder().encode(text) },
      rows: ids.length,
    };
  },
};

/** What the filters of a page mean to the store. Lists never leave the worker's own neighbourhoods and practices. */
function listOf({ read, session, today }: QueryContext, input: ListInput): PeopleListQuery {
  if (input.flag !== undefined && !maySeeFlag(session, input.flag))
    throw new AppError('not-allowed', 'Your role does not include this flag. Choose another filter.');
  const places = placesOf(session, input);
  return {
    ...places,
    sort: input.sort,
    flag: input.flag,
    segment: input.segment,
    deceased: input.deceased,
    openCase: input.openCase,
    ...searched(read, places, input.search ?? '', today, input.ageBand),
  };
}

/** No place has this id: lists of somebody without any place are empty. */
const nowhere = '';
/** An FTS5 expression that nobody's name meets. */
const nothing = '"0"';

interface Places {
  readonly neighbourhoodIds: readonly string[];
  readonly practiceIds: readonly string[];
}

function placesOf({ neighbourhoods, practices }: Session, { practiceId, neighbourhoodIds }: ListInput): Places {
  if (practiceId !== undefined && practices.includes(practiceId))
    return { neighbourhoodIds: neighbourhoodIds ?? [], practiceIds: [practiceId] };
  const own = neighbourhoodIds ?? neighbourhoods;
  if (own.length === 0 && practiceId === undefined)
    return { neighbourhoodIds: [], practiceIds: [nowhere, ...practices] };
  return {
    neighbourhoodIds: own.length > 0 ? own : [nowhere],
    practiceIds: practiceId === undefined ? [] : [practiceId],
  };
}

/** Where a list looks for names: its neighbourhoods, or those of its practices. */
function searchPlaces(read: ReadHandle, { neighbourhoodIds, practiceIds }: Places): SearchPlace[] {
  return neighbourhoodIds.length > 0
    ? neighbourhoodIds.map((neighbourhoodId) => ({ neighbourhoodId }))
    : practicePlaces(read, practiceIds);
}

function searched(
  read: ReadHandle,
  places: Places,
  search: string,
  today: string,
  ageBand: AgeBand | undefined,
): Partial<PeopleListQuery> {
  const query = parsePersonQuery(search, today);
  const born = [
    ...(ageBand ? [bornFor(ageBand, today)] : []),
    ...(query.birthDate ? [{ from: query.birthDate, until: query.birthDate }] : []),
    ...(query.birthYear ? [{ from: `${query.birthYear}-01-01`, until: `${query.birthYear}-12-31` }] : []),
  ];
  return {
    ...(born.length > 0 && { born }),
    ...(query.words.length > 0 && { match: nameMatch(query.words, searchPlaces(read, places)) || nothing }),
    ...(query.nhsNumber && { nhsNumber: query.nhsNumber }),
    ...(query.postcode && { postcodes: query.postcode }),
  };
}

/** Birth dates of the people who are in an age band today. */
function bornFor(band: AgeBand, today: string): { from: string; until: string } {
  const [from = 0, until = 200] = band.split(/[-+]/).filter(Boolean).map(Number);
  return { from: addDays(addYears(today, -(until + 1)), 1), until: addYears(today, -from) };
}

const csvHeader = [
  'NHS number',
  'Family name',
  'Given name',
  'Preferred name',
  'Born',
  'Age',
  'Address',
  'Practice',
  'Neighbourhood',
  'Case',
  'Care coordinator',
  'Flags',
  'Deceased',
];
const rowsAtOnce = 500;

function* csvRows(context: QueryContext, ids: readonly string[]): Generator<CsvCell[]> {
  for (let from = 0; from < ids.length; from += rowsAtOnce)
    for (const row of personRows(context, ids.slice(from, from + rowsAtOnce))) {
      const status = caseStatusSchema.safeParse(row.case?.status);
      yield [
        row.nhsNumber,
        row.name.family,
        row.name.given,
        row.name.preferred ?? null,
        row.birth?.date ?? row.birth?.year ?? null,
        row.age,
        row.address,
        row.practice?.name ?? null,
        row.neighbourhood.name,
        status.success ? caseStatusLabel(status.data) : (row.case?.status ?? null),
        row.case?.coordinator?.name ?? null,
        row.flags.map((code) => (isCode('flag', code) ? codeLabel('flag', code) : code)).join('; '),
        row.deceased ? 'Yes' : 'No',
      ];
    }
}
