import type { FindingKind, FindingView } from '../../../shared/contract/review.ts';
import type { QueryContext } from '../context.ts';
import { type MatchReason, matchReasons } from '../derived/person-matching.ts';
import { matchablePeople } from '../store/people.ts';
import { flagCode, isPersonEntity, ownerOf } from '../store/person-entities.ts';
import { nameOf } from '../store/person-name.ts';
import {
  casesWithoutCoordinator,
  casesWithTwoCoordinators,
  contestedRows,
  keyGroups,
  peopleWithTwoCases,
  rankablePeople,
  rolesByStart,
  sameNumberGroups,
} from '../store/review.ts';
import { entityWords, fieldLabel } from './record-words.ts';
import { maySeeFlag } from './restricted.ts';

/** A finding before its people are looked up: their ids, the provisional winner first. */
export type Finding = Omit<FindingView, 'people' | 'neighbourhood'> & {
  readonly personIds: readonly string[];
  readonly neighbourhoodId: string;
};

/** More groups of people who share a key than this are not compared in one go. */
const mostGroups = 20_000;

type Detector = (context: QueryContext, places: readonly string[]) => { findings: Finding[]; more?: boolean };

/** What each kind of finding is found by. The order is the order of the queue. */
export const detectors: Readonly<Record<FindingKind, Detector>> = {
  'same-nhs-number': sameNumbers,
  'two-coordinators': twoCoordinators,
  'two-open-cases': twoOpenCases,
  'no-coordinator': withoutCoordinator,
  contested: contestedFields,
  'likely-duplicate': likelyDuplicates,
};

const counted = (number: number): string => (['no', 'one', 'two', 'three', 'four'] as const)[number] ?? String(number);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Which of several records counts for the time being, the same on every device: one with a case under way, then one
 * whose number was verified, then the one that was made first.
 */
function ranked({ read }: QueryContext, ids: readonly string[]) {
  return rankablePeople(read, ids).sort(
    (a, b) =>
      b.open_case - a.open_case ||
      Number(b.nhs_number_status === '01') - Number(a.nhs_number_status === '01') ||
      (a.id < b.id ? -1 : 1),
  );
}

function sameNumbers(context: QueryContext, places: readonly string[]) {
  const findings = sameNumberGroups(context.read).flatMap((ids): Finding[] => {
    const people = ranked(context, ids);
    const own = people.find(({ neighbourhood_id }) => places.includes(neighbourhood_id));
    if (!own) return [];
    return [
      {
        id: `same-nhs-number:${ids.join('+')}`,
        kind: 'same-nhs-number',
        sentence: `${capital(counted(ids.length))} records have the same NHS number.`,
        reasons: [],
        personIds: people.map(({ id }) => id),
        caseId: null,
        neighbourhoodId: own.neighbourhood_id,
        provisional: 'Until it is settled, the number counts for the first record.',
      },
    ];
  });
  return { findings };
}

function likelyDuplicates(context: QueryContext, places: readonly string[]) {
  const groups = keyGroups(context.read, mostGroups);
  const pairs = new Map<string, MatchReason[]>();
  const people = new Map(
    matchablePeople(context.read, [...new Set(groups.flat())]).map((row) => [
      row.id,
      { name: nameOf(row.name), birthDate: row.birth_date, nhsNumber: row.nhs_number, postcode: row.postcode },
    ]),
  );
  for (const group of groups)
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1)) {
        const key = a < b ? `${a}+${b}` : `${b}+${a}`;
        const [one, other] = [people.get(a), people.get(b)];
        if (pairs.has(key) || !one || !other) continue;
        pairs.set(key, matchReasons(one, other));
      }
  const findings = [...pairs].flatMap(([key, reasons]): Finding[] => {
    // One NHS number on both is a finding of its own.
    if (reasons.length === 0 || reasons.some(({ rule }) => rule === 'nhs-number')) return [];
    const two = ranked(context, key.split('+'));
    const own = two.find(({ neighbourhood_id }) => places.includes(neighbourhood_id));
    if (!own) return [];
    return [
      {
        id: `likely-duplicate:${key}`,
        kind: 'likely-duplicate',
        sentence: 'Two records may be of one person.',
        reasons: reasons.map(({ sentence }) => sentence),
        personIds: two.map(({ id }) => id),
        caseId: null,
        neighbourhoodId: own.neighbourhood_id,
        provisional: 'Until it is settled, they are two people. The first would be kept.',
      },
    ];
  });
  return { findings, more: groups.length >= mostGroups };
}

function twoCoordinators({ read }: QueryContext, places: readonly string[]) {
  const findings = casesWithTwoCoordinators(read, places).map((found): Finding => {
    const [first] = rolesByStart(read, found.roles);
    return {
      id: `two-coordinators:${found.case_id}+${found.roles.join('+')}`,
      kind: 'two-coordinators',
      sentence: `This open case has ${counted(found.roles.length)} care coordinators. It should have exactly one.`,
      reasons: [],
      personIds: [found.person_id],
      caseId: found.case_id,
      neighbourhoodId: found.neighbourhood_id,
      provisional: `${first?.worker ?? 'Whoever began first'} began first and counts until it is settled.`,
    };
  });
  return { findings };
}

function twoOpenCases({ read }: QueryContext, places: readonly string[]) {
  const findings = peopleWithTwoCases(read, places)
    .filter(({ neighbourhood_id }) => places.includes(neighbourhood_id))
    .map(
      (found): Finding => ({
        id: `two-open-cases:${found.person_id}+${found.cases.join('+')}`,
        kind: 'two-open-cases',
        sentence: `This person has ${counted(found.cases.length)} cases in one neighbourhood that are not closed.`,
        reasons: [],
        personIds: [found.person_id],
        caseId: found.cases[0] ?? null,
        neighbourhoodId: found.neighbourhood_id,
        provisional: 'The case that was made first counts until it is settled.',
      }),
    );
  return { findings };
}

function withoutCoordinator({ read }: QueryContext, places: readonly string[]) {
  const findings = casesWithoutCoordinator(read, places).map(
    (found): Finding => ({
      id: `no-coordinator:${found.case_id}`,
      kind: 'no-coordinator',
      sentence: 'This open case has no care coordinator.',
      reasons: [],
      personIds: [found.person_id],
      caseId: found.case_id,
      neighbourhoodId: found.neighbourhood_id,
      provisional: 'Nobody coordinates it. Until somebody does, the team lead answers for it.',
    }),
  );
  return { findings };
}

function contestedFields(context: QueryContext, places: readonly string[]) {
  const { read, session } = context;
  const findings = contestedRows(read).flatMap(({ entity, row, fields }): Finding[] => {
    if (!isPersonEntity(entity)) return [];
    if (entity === 'flags' && !maySeeFlag(session, flagCode(read, row) ?? '')) return [];
    const owner = ownerOf(read, entity, row);
    const [person] = owner === undefined ? [] : rankablePeople(read, [owner]);
    if (!person || !places.includes(person.neighbourhood_id)) return [];
    const labels = fields.map((field) => fieldLabel(entity, field).toLowerCase()).join(', ');
    return [
      {
        id: `contested:${entity}.${row}.${fields.join('+')}`,
        kind: 'contested',
        sentence: `Two edits met. ${entityWords[entity] ?? entity}: ${labels}.`,
        reasons: [],
        personIds: [person.id],
        caseId: null,
        neighbourhoodId: person.neighbourhood_id,
        provisional: 'The later edit is shown. Both are kept: open the person to choose.',
      },
    ];
  });
  return { findings };
}
