import type { people as contract } from '../../../shared/contract/people.ts';
import { nameSearchWords } from '../../../shared/domain/name.ts';
import { type PersonQuery, parsePersonQuery } from '../../../shared/domain/person-query.ts';
import type { QueryContext, Services, Session } from '../context.ts';
import { nameMatch, type SearchPlace } from '../derived/people-search.ts';
import {
  type Candidate,
  candidatesByBirthDate,
  candidatesByNhsNumber,
  candidatesByPostcode,
  candidatesByWords,
  knownPeople,
} from '../store/people-search.ts';
import { parseJson } from '../store/person-columns.ts';
import { nameOf } from '../store/person-name.ts';
import { practicePlaces } from '../store/places.ts';
import { personRows } from './person-rows.ts';

/** No search looks at more people than this, however little was typed: a keystroke costs the same in a whole city. */
const mostCandidates = 150;
/** Fewer digits of an NHS number fit too many people to be worth a look. */
const fewestDigits = 4;

/**
 * Search while typing. The own caseload comes first, then people of the own neighbourhoods and practices. People of
 * other teams are found by a whole NHS number, or by a full birth date with a whole name: whoever can say that has the
 * person before them, and needs to learn who looks after them. With less, the search would be a directory of the
 * city's residents. Of those people only name, age and neighbourhood are told (`limited`).
 */
export const peopleSearch: Pick<Services<typeof contract>, 'people.search'> = {
  'people.search': (context, { text, limit }) => {
    const query = parsePersonQuery(text, context.today);
    const known = new Map(
      knownPeople(context.read, context.session.workerId, context.now).map((person) => [person.id, person]),
    );
    const { candidates, capped, hint } = find(context, query, known);
    const own = (person: Candidate) => known.has(person.id) || inOwnPlaces(context.session, person);
    const found = candidates
      .filter((person) => fits(person, query) && (own(person) || mayFindElsewhere(person, query)))
      .map((person) => ({
        id: person.id,
        place: known.has(person.id) ? 0 : own(person) ? 1 : 2,
        exact: exactWords(person, query),
        sort: person.sort_name,
      }))
      .sort((a, b) => a.place - b.place || b.exact - a.exact || compare(a.sort, b.sort) || compare(a.id, b.id));
    return {
      rows: personRows(
        context,
        found.slice(0, limit).map(({ id }) => id),
      ),
      more: capped || found.length > limit,
      hint,
    };
  },
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Found {
  readonly candidates: readonly Candidate[];
  readonly capped: boolean;
  readonly hint: string | null;
}

/** Looks for candidates by the most telling part of what was typed; the other parts only filter. */
function find(context: QueryContext, query: PersonQuery, known: ReadonlyMap<string, Candidate>): Found {
  const { read } = context;
  const capped = (candidates: Candidate[]): Found => ({
    candidates,
    capped: candidates.length >= mostCandidates,
    hint: null,
  });
  if (query.nhsNumber !== undefined) {
    if (query.nhsNumber.length < fewestDigits)
      return { candidates: [], capped: false, hint: 'Type more of the NHS number.' };
    return capped(candidatesByNhsNumber(read, query.nhsNumber, mostCandidates));
  }
  if (query.birthDate !== undefined) return capped(candidatesByBirthDate(read, query.birthDate, mostCandidates));
  if (query.postcode !== undefined)
    return capped(query.postcode.flatMap((prefix) => candidatesByPostcode(read, prefix, mostCandidates)));
  if (query.words.length > 0) {
    const places = ownPlaces(context);
    const found = capped(
      places.length > 0 ? candidatesByWords(read, nameMatch(query.words, places), mostCandidates) : [],
    );
    const seen = new Set(found.candidates.map(({ id }) => id));
    return { ...found, candidates: [...found.candidates, ...[...known.values()].filter(({ id }) => !seen.has(id))] };
  }
  const begun = query.birthYear !== undefined || query.unread.length > 0;
  return {
    candidates: [],
    capped: false,
    hint: begun
      ? 'Type a name as well, or the whole birth date.'
      : 'Type parts of a name, a birth date, a postcode or an NHS number.',
  };
}

/** Where a worker's own people are: their neighbourhoods, and their practices in other ones. */
function ownPlaces({ read, session }: QueryContext): SearchPlace[] {
  return [
    ...session.neighbourhoods.map((neighbourhoodId) => ({ neighbourhoodId })),
    ...practicePlaces(read, session.practices).filter(
      ({ neighbourhoodId }) => !session.neighbourhoods.includes(neighbourhoodId),
    ),
  ];
}

/** Whether a person belongs to one of the worker's neighbourhoods or practices. */
export function inOwnPlaces(
  session: Session,
  person: { readonly neighbourhood_id: string; readonly practice_id: string | null },
): boolean {
  return (
    session.neighbourhoods.includes(person.neighbourhood_id) ||
    (person.practice_id !== null && session.practices.includes(person.practice_id))
  );
}

function fits(person: Candidate, query: PersonQuery): boolean {
  if (query.birthDate !== undefined && person.birth_date !== query.birthDate) return false;
  if (query.postcode && !query.postcode.some((prefix) => person.postcode?.startsWith(prefix))) return false;
  if (query.birthYear !== undefined && birthYear(person) !== query.birthYear) return false;
  const parts = query.words.length > 0 ? searchParts(person) : [];
  return query.words.every((word) => parts.some((part) => part.startsWith(word)));
}

/** A stored name whose parts are single words: its sort key says all that it is found by. */
const plainName =
  /^\{"family":"[^"\s'’\\-]*","given":"[^"\s'’\\-]*"(,"middle":"[^"\s'’\\-]*")?(,"prefix":"[^"]*")?,"sort"/;

/** The folded words of a name. Most names are plain, and a keystroke looks at many. */
function searchParts(person: Candidate): string[] {
  return plainName.test(person.name) ? person.sort_name.split(' ') : nameSearchWords(nameOf(person.name));
}

function birthYear(person: Candidate): number | null {
  const birth = parseJson<{ date?: string; year?: number }>(person.birth);
  return birth?.year ?? (birth?.date ? Number(birth.date.slice(0, 4)) : null);
}

/** How many of the words are a whole part of the name. */
function exactWords(person: Candidate, query: PersonQuery): number {
  if (query.words.length === 0) return 0;
  const parts = searchParts(person);
  return query.words.filter((word) => parts.includes(word)).length;
}

function mayFindElsewhere(person: Candidate, query: PersonQuery): boolean {
  if (query.nhsNumber?.length === 10) return true;
  return query.birthDate !== undefined && exactWords(person, query) > 0;
}
