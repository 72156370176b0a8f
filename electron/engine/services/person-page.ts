import type { personPage as contract, PersonPageView } from '../../../shared/contract/person-page.ts';
import { sharingSummary } from '../../../shared/domain/sharing.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext, Services } from '../context.ts';
import { missedContacts, needOf } from '../derived/need-facts.ts';
import { shownHeads } from '../journal/record.ts';
import { relationTo } from '../relationship.ts';
import { glassOpenUntil } from '../store/break-glass.ts';
import { mergesInto } from '../store/merges.ts';
import { findPerson, type StoredPerson } from '../store/people.ts';
import { parseJson } from '../store/person-columns.ts';
import { contestedEntries, contestedHeads } from '../store/person-entities.ts';
import { nameOf } from '../store/person-name.ts';
import {
  namesOfPlaces,
  type PersonSets,
  type PersonSurroundings,
  personSets,
  personSurroundings,
} from '../store/person-page.ts';
import { workersOf } from '../store/workers.ts';
import { communicationNeeds, detailsOf } from './person-banner.ts';
import { caseViews, involvedViews } from './person-cases.ts';
import { conflictViews } from './person-conflicts.ts';
import { flagViews, householdView, needView, relationshipViews, sharingViews } from './person-parts.ts';
import { addressLine, ageWords, personRows } from './person-rows.ts';
import { timelinePage, withWorkers, workersIn } from './person-timeline.ts';
import { visibleFlags } from './restricted.ts';

const firstEntries = 30;
const notHere = 'This entry is not on this device. Search again, or exchange first.';

/** The page of a person, and further pages of their timeline. */
export const personPage: Pick<Services<typeof contract>, 'people.open' | 'people.brief' | 'people.timeline'> = {
  'people.open': (context, { personId }) => openPerson(context, personId),
  'people.brief': (context, { personId }) => {
    const [row] = personRows(context, [personId]);
    if (!row) throw new AppError('not-found', notHere);
    return row;
  },
  'people.timeline': (context, { personId, ...page }) => {
    const timeline = timelinePage(context, personId, personSets(context.read, personId), page);
    return withWorkers(timeline, workersOf(context.read, workersIn(timeline)));
  },
};

function openPerson(context: QueryContext, personId: string): PersonPageView {
  const { read, session, today, now } = context;
  const person = findPerson(read, personId);
  if (!person) throw new AppError('not-found', notHere);
  const stored = personSets(read, personId);
  const holds = (row: { ended_on: string | null }) => row.ended_on === null || row.ended_on > today;
  const need = needOf(
    person,
    {
      flags: stored.flags.filter(holds).map(({ code }) => code),
      conditions: stored.conditions.filter((row) => row.ended_on === null).map(({ code }) => code),
      missed: missedContacts(read, personId, today),
    },
    today,
  );
  const sets = { ...stored, flags: visibleFlags(session, stored.flags) };
  const around = personSurroundings(read, personId, now);
  const timeline = timelinePage(context, personId, sets, { limit: firstEntries });
  const contested = contestedHeads(read, [
    ...new Set([
      personId,
      ...Object.values(sets).flatMap((rows) => rows.map(({ id }) => id)),
      ...[...around.identifiers, ...around.relationships, ...around.cases].map(({ id }) => id),
      ...contestedEntries(read, personId),
    ]),
  ]);
  const merges = mergesInto(read, personId);
  const voided = parseJson<{ by: string; at: string; reason: string }>(person.voided);
  const worker = workersOf(read, [
    ...workersIn(timeline),
    ...workersNamed(sets, around),
    ...contested.map(({ actor }) => actor),
    voided?.by ?? null,
    parseJson<{ by?: string }>(person.tier_override)?.by ?? null,
  ]);
  const names = namesOfPlaces(read, [
    person.neighbourhood_id,
    person.practice_id,
    person.residence_neighbourhood_id,
    ...around.cases.map(({ neighbourhood_id }) => neighbourhood_id),
  ]);
  const place = (id: string) => names.get(id) ?? id;
  const placed = (id: string | null) => (id === null ? null : { id, name: place(id) });
  const details = shownDetails(context, person);
  const cases = caseViews(around.cases, sets, worker, place);
  const sharing = sharingViews(sets.sharing, worker);
  const contact = (row: PersonSurroundings['lastSeen']) => {
    const by = row && worker(row.worker_id);
    return row && by ? { id: row.id, at: row.starts_at, mechanism: row.mechanism, worker: by } : null;
  };
  return {
    id: personId,
    banner: {
      name: details.name,
      nhsNumber: details.nhsNumber,
      nhsNumberStatus: details.nhsNumberStatus,
      birth: details.birth,
      age: ageWords(person.birth, person.death, today),
      gender: details.gender,
      death: details.death,
      address: addressLine(person.address),
      phone: details.mobile ?? details.phone,
      flags: flagViews(sets.flags.filter(holds), worker),
      communication: communicationNeeds(details),
      coordinator: cases.find(({ status }) => status !== 'closed')?.coordinator ?? null,
      sharing: sharingSummary(sharing.map((row) => ({ ...row, organisationId: row.organisation?.id ?? null }))),
      practice: placed(person.practice_id),
      neighbourhood: { id: person.neighbourhood_id, name: place(person.neighbourhood_id) },
      mergedInto: person.merged_into,
      voided: voided && { by: worker(voided.by)?.name ?? '', at: voided.at, reason: voided.reason },
    },
    relation: relationView(context, personId),
    details,
    residenceNeighbourhood: placed(person.residence_neighbourhood_id),
    need: needView(need, person.tier_override, worker),
    identifiers: around.identifiers.map(({ ended_on, ...row }) => ({ ...row, endedOn: ended_on })),
    relationships: relationshipViews(around.relationships, session, today),
    household: householdView(around.household, personId, session, today),
    flags: flagViews(sets.flags, worker),
    conditions: sets.conditions.map(({ diagnosed_on, ended_on, ...row }) => ({
      ...row,
      diagnosedOn: diagnosed_on,
      endedOn: ended_on,
    })),
    segments: sets.segments.map(({ started_on, ended_on, ...row }) => ({
      ...row,
      startedOn: started_on,
      endedOn: ended_on,
    })),
    sharing,
    cases,
    lastContact: contact(around.lastSeen),
    nextContact: contact(around.nextPlanned),
    involved: involvedViews(sets.roles, around.contactsByWorker, worker),
    timeline: withWorkers(timeline, worker),
    conflicts: conflictViews(contested, { place, worker: (id) => worker(id)?.name ?? id }),
    merges: merges.map((row) => ({
      id: row.id,
      mergedId: row.merged_id,
      name: nameOf(row.name),
      at: row.merged_at,
      by: row.worker ?? '',
    })),
  };
}

/** Every worker whom a row around the person names. */
function workersNamed(sets: PersonSets, around: PersonSurroundings): (string | null)[] {
  return [
    ...sets.flags.map(({ recorded_by }) => recorded_by),
    ...sets.sharing.map(({ recorded_by }) => recorded_by),
    ...sets.roles.map(({ worker_id }) => worker_id),
    ...sets.transfers.flatMap(({ from_worker_id, to_worker_id, proposed_by, answer }) => [
      from_worker_id,
      to_worker_id,
      proposed_by,
      parseJson<{ by?: string }>(answer)?.by ?? null,
    ]),
    ...around.cases.map(({ coordinator_id }) => coordinator_id),
    ...around.contactsByWorker.map(({ worker_id }) => worker_id),
    around.lastSeen?.worker_id ?? null,
    around.nextPlanned?.worker_id ?? null,
  ];
}

function shownDetails({ read }: QueryContext, person: StoredPerson): PersonPageView['details'] {
  return {
    ...detailsOf(person),
    neighbourhoodByHand: person.neighbourhood_by_hand === 1,
    heads: shownHeads(read, person),
  };
}

function relationView({ read, session, now }: QueryContext, personId: string): PersonPageView['relation'] {
  const kind = relationTo(read, session, personId, now);
  if (!kind) throw new AppError('outside-relationship', 'This person is looked after by another team.');
  return { kind, until: kind === 'break-glass' ? glassOpenUntil(read, personId, session.workerId, now) : null };
}
