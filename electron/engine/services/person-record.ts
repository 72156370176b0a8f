import type { z } from 'zod';
import type { personRecord as contract } from '../../../shared/contract/person-record.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext, Services } from '../context.ts';
import { requireRelation } from '../relationship.ts';
import { nameOf } from '../store/person-name.ts';
import {
  findHousehold,
  findOrganisation,
  hasCondition,
  hasFlag,
  hasIdentifier,
  hasSegment,
  householdsOf,
} from '../store/person-record.ts';
import { currentPerson } from './current-person.ts';
import { endEntry, pastDate, refuseRepeat, voidEntry } from './person-entries.ts';
import { maySeeFlag } from './restricted.ts';

type HouseholdChoice = z.output<(typeof contract)['people.setHousehold']['input']>['household'];

/** What a person has or belongs to. New entries go with the person's neighbourhood of that moment. */
export const personRecord: Services<typeof contract> = {
  'people.addFlag': (context, { personId, code, startedOn, reason }) => {
    const { read, session, journal } = context;
    const scope = currentPerson(read, personId).neighbourhood_id;
    if (!maySeeFlag(session, code))
      throw new AppError('not-allowed', 'Your role does not include this flag. Tell a care coordinator or team lead.');
    refuseRepeat(hasFlag(read, personId, code), 'This flag');
    const started_on = pastDate(context, 'startedOn', startedOn);
    const row = { person_id: personId, code, started_on, reason: reason || null, recorded_by: session.workerId };
    return { id: journal.insert('flags', row, scope) };
  },
  'people.endFlag': (context, { personId, flagId, endedOn }) => endEntry(context, 'flag', personId, flagId, endedOn),
  'people.addCondition': (context, { personId, code, diagnosedOn, source }) => {
    const scope = currentPerson(context.read, personId).neighbourhood_id;
    refuseRepeat(hasCondition(context.read, personId, code), 'This condition');
    const diagnosed_on = diagnosedOn === undefined ? null : pastDate(context, 'diagnosedOn', diagnosedOn);
    const row = { person_id: personId, code, diagnosed_on, source: source || null };
    return { id: context.journal.insert('conditions', row, scope) };
  },
  'people.endCondition': (context, { personId, conditionId, endedOn }) =>
    endEntry(context, 'condition', personId, conditionId, endedOn),
  'people.addIdentifier': ({ read, journal }, { personId, system, value }) => {
    const scope = currentPerson(read, personId).neighbourhood_id;
    refuseRepeat(hasIdentifier(read, personId, system, value), 'This number');
    return { id: journal.insert('person_identifiers', { person_id: personId, system, value }, scope) };
  },
  'people.endIdentifier': (context, { personId, identifierId, endedOn }) =>
    endEntry(context, 'identifier', personId, identifierId, endedOn),
  'people.addRelationship': (context, input) => {
    const { personId, otherPersonId, otherName, otherPhone } = input;
    const scope = currentPerson(context.read, personId).neighbourhood_id;
    if (otherPersonId === personId)
      throw new AppError('rule', 'A person cannot be related to themselves. Choose somebody else.');
    // Somebody else's record is touched only as far as this one is: it shows the bond from its side.
    if (otherPersonId !== undefined) requirePerson(context, otherPersonId);
    const row = {
      person_id: personId,
      other_person_id: otherPersonId ?? null,
      other_name: otherName ?? null,
      other_phone: otherPhone ?? null,
      kind: input.kind,
      emergency_contact: input.emergencyContact ? 1 : 0,
      note: input.note || null,
      started_on: input.startedOn === undefined ? null : pastDate(context, 'startedOn', input.startedOn),
    };
    return { id: context.journal.insert('relationships', row, scope) };
  },
  'people.endRelationship': (context, { personId, relationshipId, endedOn }) =>
    endEntry(context, 'relationship', personId, relationshipId, endedOn),
  'people.setHousehold': (context, { personId, household, startedOn }) => {
    const { read, journal } = context;
    const scope = currentPerson(read, personId).neighbourhood_id;
    const started_on = pastDate(context, 'startedOn', startedOn);
    const householdId = householdFor(context, personId, household, scope, started_on);
    for (const earlier of householdsOf(read, personId)) {
      if (earlier.household_id === householdId) refuseRepeat(true, 'This household');
      const ended_on = earlier.started_on > started_on ? earlier.started_on : started_on;
      journal.update('household_members', earlier.id, { ended_on });
    }
    const row = { household_id: householdId, person_id: personId, started_on };
    return { householdId, membershipId: journal.insert('household_members', row, scope) };
  },
  'people.leaveHousehold': (context, { personId, membershipId, endedOn }) =>
    endEntry(context, 'household', personId, membershipId, endedOn),
  'people.addSegment': (context, { personId, code, basis, startedOn }) => {
    const { read, journal } = context;
    const scope = currentPerson(read, personId).neighbourhood_id;
    refuseRepeat(hasSegment(read, personId, code), 'This segment');
    const started_on = pastDate(context, 'startedOn', startedOn);
    return { id: journal.insert('segments', { person_id: personId, code, basis: basis || null, started_on }, scope) };
  },
  'people.endSegment': (context, { personId, segmentId, endedOn }) =>
    endEntry(context, 'segment', personId, segmentId, endedOn),
  'people.recordSharing': (context, input) => {
    const { read, journal, session } = context;
    const scope = currentPerson(read, input.personId).neighbourhood_id;
    if (input.organisationId !== undefined && !findOrganisation(read, input.organisationId))
      throw new AppError('bad-input', 'There is no such organisation. Choose one from the list.', [
        { path: 'organisationId', message: 'Choose an organisation from the list' },
      ]);
    const row = {
      person_id: input.personId,
      purpose: input.purpose,
      organisation_kind: input.organisationKind ?? null,
      organisation_id: input.organisationId ?? null,
      decision: input.decision,
      decided_on: pastDate(context, 'decidedOn', input.decidedOn),
      recorded_by: session.workerId,
      note: input.note || null,
    };
    return { id: journal.insert('sharing_decisions', row, scope) };
  },
  'people.voidEntry': (context, { personId, kind, entryId, reason }) =>
    voidEntry(context, kind, personId, entryId, reason),
};

/** A second person whom an entry names: on record, and somebody whom the worker may see. */
function requirePerson({ read, session, now }: CommandContext, personId: string) {
  requireRelation(read, session, { person: personId }, now);
  return currentPerson(read, personId);
}

function householdFor(
  context: CommandContext,
  personId: string,
  choice: HouseholdChoice,
  scope: string,
  startedOn: string,
): string {
  const { read, journal } = context;
  if ('label' in choice) return journal.insert('households', { label: choice.label }, scope);
  if ('householdId' in choice) {
    const found = findHousehold(read, choice.householdId);
    if (!found || found.ended_on) throw new AppError('not-found', 'There is no such household. Choose another.');
    return choice.householdId;
  }
  if (choice.withPersonId === personId) throw new AppError('rule', 'Choose somebody else to live with.');
  const other = requirePerson(context, choice.withPersonId);
  const [theirs] = householdsOf(read, choice.withPersonId);
  if (theirs) return theirs.household_id;
  const label = `Household of ${nameOf(other.name).family}`;
  const made = journal.insert('households', { label }, scope);
  const row = { household_id: made, person_id: choice.withPersonId, started_on: startedOn };
  journal.insert('household_members', row, other.neighbourhood_id);
  return made;
}
