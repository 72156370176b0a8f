import {
  type HandoverLine,
  type HandoverPart,
  type HandoverSheet,
  handoverParts,
} from '../../../shared/contract/prints.ts';
import { sharingSummary } from '../../../shared/domain/sharing.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext } from '../context.ts';
import { timeOf } from '../journal/clock.ts';
import { openMatters, phonesOf } from '../store/handover.ts';
import { findPerson } from '../store/people.ts';
import { namesOfPlaces, personSets, personSurroundings } from '../store/person-page.ts';
import { changesOfRow } from '../store/row-changes.ts';
import { workersOf } from '../store/workers.ts';
import {
  accessLines,
  communicationLines,
  conditionLines,
  contactLines,
  flagLines,
  mattersLines,
  openLines,
  peopleLines,
} from './handover-lines.ts';
import { planLines } from './handover-plan.ts';
import { communicationNeeds, detailsOf } from './person-banner.ts';
import { caseViews } from './person-cases.ts';
import { flagViews, householdView, relationshipViews, sharingViews } from './person-parts.ts';
import { ageWords } from './person-rows.ts';
import { visibleFlags } from './restricted.ts';

/** What a stranger has to know about a person at night. Flags that the reader may not know of are left out. */
export function handoverSheetOf(context: QueryContext, personId: string): HandoverSheet {
  const { read, session, today, now } = context;
  const person = findPerson(read, personId);
  if (!person) throw new AppError('not-found', 'This entry is not on this device. Search again, or exchange first.');
  const sets = personSets(read, personId);
  const around = personSurroundings(read, personId, now);
  const open = openMatters(read, personId, today);
  const flags = visibleFlags(session, sets.flags).filter((row) => row.ended_on === null || row.ended_on > today);
  const worker = workersOf(read, [
    ...flags.map(({ recorded_by }) => recorded_by),
    ...sets.sharing.map(({ recorded_by }) => recorded_by),
    ...sets.roles.map(({ worker_id }) => worker_id),
    ...around.cases.map(({ coordinator_id }) => coordinator_id),
    around.lastSeen?.worker_id ?? null,
    around.nextPlanned?.worker_id ?? null,
  ]);
  const places = namesOfPlaces(read, [
    person.practice_id,
    person.neighbourhood_id,
    ...around.cases.map(({ neighbourhood_id }) => neighbourhood_id),
  ]);
  const place = (id: string) => places.get(id) ?? id;
  const cases = caseViews(around.cases, sets, worker, place).filter(({ status }) => status !== 'closed');
  const sharing = sharingViews(sets.sharing, worker);
  const changed = changeDates(context, personId);
  const details = detailsOf(person);
  const plan = planLines(read, personId);
  const lines: Readonly<Record<HandoverPart, HandoverLine[]>> = {
    risks: flagLines(flagViews(flags, worker)),
    communication: [...communicationLines(communicationNeeds(details), changed), ...plan.communication],
    contingency: [...plan.contingency],
    decisions: [...plan.decisions],
    conditions: conditionLines(sets.conditions),
    matters: [...mattersLines(details.whatMatters, changed), ...plan.matters],
    people: peopleLines({
      relationships: relationshipViews(around.relationships, session, today),
      cases,
      phones: phonesOf(
        read,
        cases.flatMap(({ roles }) => roles.map((role) => role.worker?.id ?? null)),
      ),
      practice: person.practice_id === null ? null : place(person.practice_id),
      today,
    }),
    access: accessLines(
      details,
      { household: householdView(around.household, personId, session, today), personId },
      changed,
    ),
    contacts: contactLines(around, worker),
    open: [...openLines(open, cases), ...plan.needs],
  };
  return {
    personId,
    name: details.name,
    nhsNumber: details.nhsNumber,
    birth: details.birth,
    age: ageWords(person.birth, person.death, today),
    gender: details.gender,
    death: details.death,
    sharing: sharingSummary(sharing.map((row) => ({ ...row, organisationId: row.organisation?.id ?? null }))),
    parts: handoverParts.map((part) => ({ part, lines: lines[part] })),
  };
}

/** When each column of a person was last written, as UTC instants: fields of a person carry no date of their own. */
function changeDates({ read }: QueryContext, personId: string): ReadonlyMap<string, string> {
  return new Map(
    changesOfRow(read, personId).flatMap(({ id, patch }) =>
      Object.keys(patch).map((column) => [column, new Date(timeOf(id)).toISOString()] as const),
    ),
  );
}
