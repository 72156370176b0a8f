import { codesWhere } from '../../../shared/domain/code-lists.ts';
import type { ReadHandle } from './handles.ts';
import { planEvents } from './plan-timeline.ts';
import { sqlStatement, statement } from './statements.ts';

/** Everything around a person that their page shows. Each statement is one walk along an index of that person. */

const seenCodes = codesWhere('attendance', 'seen');

const identifiers = statement((q, p: { person: string }) =>
  q
    .selectFrom('person_identifiers')
    .select(['id', 'system', 'value', 'ended_on'])
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .orderBy('id'),
);

interface StoredRelationship {
  readonly id: string;
  readonly from_other_side: number;
  readonly kind: string;
  readonly other_id: string | null;
  readonly other_name: string | null;
  readonly other_phone: string | null;
  readonly emergency_contact: number;
  readonly note: string | null;
  readonly started_on: string | null;
  readonly ended_on: string | null;
  readonly name: string | null;
  readonly birth: string | null;
  readonly death: string | null;
  readonly neighbourhood_id: string | null;
  readonly practice_id: string | null;
}
const bond = (side: 0 | 1, other: string, own: string) =>
  `SELECT r.id, ${side} AS from_other_side, r.kind, ${other} AS other_id, r.other_name, r.other_phone, r.emergency_contact,
     r.note, r.started_on, r.ended_on, p.name, p.birth, p.death, p.neighbourhood_id, p.practice_id
   FROM relationships AS r LEFT JOIN people AS p ON p.id = ${other} WHERE ${own} = ? AND r.voided IS NULL`;
const relationships = sqlStatement<{ person: string; again: string }, StoredRelationship>(
  `${bond(0, 'r.other_person_id', 'r.person_id')} UNION ALL ${bond(1, 'r.person_id', 'r.other_person_id')}`,
  'person',
  'again',
);

const household = sqlStatement<
  { person: string },
  {
    id: string;
    label: string;
    membership_id: string;
    member_id: string;
    started_on: string;
    name: string;
    birth: string | null;
    death: string | null;
    neighbourhood_id: string;
    practice_id: string | null;
  }
>(
  `SELECT h.id, h.label, m.id AS membership_id, m.person_id AS member_id, m.started_on, p.name, p.birth, p.death,
     p.neighbourhood_id, p.practice_id
   FROM (SELECT household_id FROM household_members
         WHERE person_id = ? AND ended_on IS NULL AND voided IS NULL ORDER BY started_on DESC, id DESC LIMIT 1) AS own
     CROSS JOIN households AS h ON h.id = own.household_id
     CROSS JOIN household_members AS m ON m.household_id = h.id
     CROSS JOIN people AS p ON p.id = m.person_id
   WHERE m.ended_on IS NULL AND m.voided IS NULL
   ORDER BY p.birth_date, m.id`,
  'person',
);

const flags = statement((q, p: { person: string }) =>
  q
    .selectFrom('flags')
    .select(['id', 'code', 'started_on', 'ended_on', 'reason', 'recorded_by'])
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .orderBy('started_on', 'desc'),
);
const conditions = statement((q, p: { person: string }) =>
  q
    .selectFrom('conditions')
    .select(['id', 'code', 'diagnosed_on', 'source', 'ended_on'])
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .orderBy('diagnosed_on', 'desc'),
);
const segments = statement((q, p: { person: string }) =>
  q
    .selectFrom('segments')
    .select(['id', 'code', 'basis', 'started_on', 'ended_on'])
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .orderBy('started_on', 'desc'),
);
const sharing = statement((q, p: { person: string }) =>
  q
    .selectFrom('sharing_decisions')
    .leftJoin('organisations', 'organisations.id', 'sharing_decisions.organisation_id')
    .select([
      'sharing_decisions.id',
      'purpose',
      'organisation_kind',
      'organisation_id',
      'organisations.name as organisation',
      'decision',
      'decided_on',
      'recorded_by',
      'note',
    ])
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .orderBy('decided_on', 'desc')
    .orderBy('sharing_decisions.id', 'desc'),
);
const cases = statement((q, p: { person: string }) =>
  q
    .selectFrom('cases')
    .leftJoin('caseload', 'caseload.case_id', 'cases.id')
    .select([
      'cases.id',
      'cases.neighbourhood_id',
      'cases.state',
      'cases.status',
      'cases.opened_on',
      'cases.source',
      'cases.purpose',
      'cases.follows_case_id',
      'caseload.coordinator_id',
      'caseload.next_due_on',
      'caseload.explanation',
    ])
    .where('cases.person_id', '=', p.person)
    .orderBy('cases.opened_on', 'desc')
    .orderBy('cases.id', 'desc'),
);
const roles = statement((q, p: { person: string }) =>
  q
    .selectFrom('cases')
    .innerJoin('case_roles', 'case_roles.case_id', 'cases.id')
    .select([
      'case_roles.id',
      'case_roles.case_id',
      'case_roles.role',
      'case_roles.worker_id',
      'case_roles.external',
      'case_roles.started_at',
      'case_roles.ended_at',
      'cases.status',
    ])
    .where('cases.person_id', '=', p.person)
    .where('case_roles.voided', 'is', null)
    .orderBy('case_roles.started_at', 'desc'),
);
const transfers = statement((q, p: { person: string }) =>
  q
    .selectFrom('cases')
    .innerJoin('transfers', 'transfers.case_id', 'cases.id')
    .select([
      'transfers.id',
      'transfers.case_id',
      'transfers.from_worker_id',
      'transfers.to_worker_id',
      'transfers.proposed_by',
      'transfers.proposed_at',
      'transfers.reason',
      'transfers.return_on',
      'transfers.answer',
    ])
    .where('cases.person_id', '=', p.person)
    .orderBy('transfers.proposed_at', 'desc'),
);
const steps = sqlStatement<{ person: string }, { id: string; case_id: string; state: string; actor: string }>(
  `SELECT c.id, c.row AS case_id, c.patch ->> 'state' AS state, c.actor
   FROM cases AS k CROSS JOIN changes AS c ON c.row = k.id
   WHERE k.person_id = ? AND c.patch ->> 'state' IS NOT NULL ORDER BY c.id`,
  'person',
);
const doneTasks = statement((q, p: { person: string }) =>
  q
    .selectFrom('tasks')
    .select(['id', 'case_id', 'words', 'state'])
    .where('person_id', '=', p.person)
    .where('status', '=', 'done')
    .where('voided', 'is', null)
    .orderBy('id', 'desc')
    .limit(500),
);
/** Stays, telehealth and its alerts: what began, what ended, and how. */
const care = sqlStatement<{ person: string; again: string; third: string }, StoredCare>(
  `SELECT id, 'stay' AS what, kind AS code, provider AS words, reason AS detail, admitted_on AS started_at,
     discharged_on AS ended_at, destination AS how, recorded_by FROM stays WHERE person_id = ? AND voided IS NULL
   UNION ALL SELECT id, 'enrolment', kit, NULL, note, started_on, ended ->> 'on', ended ->> 'reason', recorded_by
     FROM telehealth_enrolments WHERE person_id = ? AND voided IS NULL
   UNION ALL SELECT id, 'alert', NULL, words, NULL, raised_at, NULL, NULL, recorded_by
     FROM telehealth_alerts WHERE person_id = ? AND voided IS NULL`,
  'person',
  'again',
  'third',
);
interface StoredCare {
  readonly id: string;
  readonly what: 'stay' | 'enrolment' | 'alert';
  readonly code: string | null;
  readonly words: string | null;
  readonly detail: string | null;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly how: string | null;
  readonly recorded_by: string;
}
const feedback = statement((q, p: { person: string }) =>
  q
    .selectFrom('feedback')
    .select(['id', 'case_id', 'kind', 'words', 'said_by', 'received_on', 'recorded_by', 'state'])
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .orderBy('received_on', 'desc'),
);
const lastSeen = statement((q, p: { person: string; now: string }) =>
  q
    .selectFrom('contacts')
    .select(['id', 'starts_at', 'mechanism', 'worker_id'])
    .where('person_id', '=', p.person)
    .where('starts_at', '<=', p.now)
    .where('voided', 'is', null)
    .where('attendance', 'in', seenCodes)
    .orderBy('starts_at', 'desc')
    .limit(1),
);
const nextPlanned = statement((q, p: { person: string; now: string }) =>
  q
    .selectFrom('contacts')
    .select(['id', 'starts_at', 'mechanism', 'worker_id'])
    .where('person_id', '=', p.person)
    .where('starts_at', '>', p.now)
    .where('voided', 'is', null)
    .where('attendance', 'is', null)
    .orderBy('starts_at')
    .limit(1),
);
const contactsByWorker = statement((q, p: { person: string; now: string }) =>
  q
    .selectFrom('contacts')
    .select((select) => [
      'worker_id',
      select.fn.countAll<number>().as('contacts'),
      select.fn.max('starts_at').as('last_at'),
    ])
    .where('person_id', '=', p.person)
    .where('starts_at', '<=', p.now)
    .where('voided', 'is', null)
    .where('attendance', 'in', seenCodes)
    .groupBy('worker_id'),
);
const places = sqlStatement<{ ids: string; again: string }, { id: string; name: string }>(
  `SELECT n.id, n.name FROM json_each(?) AS wanted CROSS JOIN neighbourhoods AS n ON n.id = wanted.value
   UNION ALL SELECT n.id, n.name FROM json_each(?) AS wanted CROSS JOIN practices AS n ON n.id = wanted.value`,
  'ids',
  'again',
);

const answered = statement((q, p: { person: string }) =>
  q
    .selectFrom('assessment_answers')
    .select(['id', 'domain', 'asked_on', 'asked_by'])
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .orderBy('id'),
);
const scored = statement((q, p: { person: string }) =>
  q
    .selectFrom('instrument_results')
    .select(['id', 'case_id', 'instrument', 'taken_at', 'taken_by', 'score', 'band'])
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .orderBy('id'),
);

/** What happened to a person and what they have, but for contacts: never many rows. */
export function personSets(read: ReadHandle, person: string) {
  const of = { person };
  return {
    flags: read.all(flags, of),
    conditions: read.all(conditions, of),
    segments: read.all(segments, of),
    sharing: read.all(sharing, of),
    roles: read.all(roles, of),
    transfers: read.all(transfers, of),
    steps: read.all(steps, of),
    planEvents: planEvents(read, person),
    answered: read.all(answered, of),
    scored: read.all(scored, of),
    tasks: read.all(doneTasks, of),
    care: read.all(care, { person, again: person, third: person }),
    feedback: read.all(feedback, of),
  };
}
export type PersonSets = ReturnType<typeof personSets>;

/** The rest of a person's page. */
export function personSurroundings(read: ReadHandle, person: string, now: string) {
  const of = { person };
  return {
    identifiers: read.all(identifiers, of),
    relationships: read.all(relationships, { person, again: person }),
    household: read.all(household, of),
    cases: read.all(cases, of),
    lastSeen: read.get(lastSeen, { person, now }),
    nextPlanned: read.get(nextPlanned, { person, now }),
    contactsByWorker: read.all(contactsByWorker, { person, now }),
  };
}
export type PersonSurroundings = ReturnType<typeof personSurroundings>;

/** Names of neighbourhoods and practices by id. */
export function namesOfPlaces(read: ReadHandle, ids: readonly (string | null)[]): ReadonlyMap<string, string> {
  const wanted = JSON.stringify([...new Set(ids.filter((id) => id !== null))]);
  return new Map(read.all(places, { ids: wanted, again: wanted }).map(({ id, name }) => [id, name]));
}

/** For tests of query plans: every statement of the page. */
export const pageStatements = {
  identifiers,
  relationships,
  household,
  flags,
  conditions,
  segments,
  sharing,
  cases,
  roles,
  transfers,
  steps,
  doneTasks,
  care,
  feedback,
  lastSeen,
  nextPlanned,
  contactsByWorker,
  answered,
  scored,
};
