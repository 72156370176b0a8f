import { z } from 'zod';
import { isoDateSchema } from '../domain/british-date.ts';
import { codeSchema } from '../domain/code-lists.ts';
import { line, note, optionalLine, requiredNote } from '../domain/plain-text.ts';
import { idSchema } from '../ids.ts';
import { command } from './endpoint.ts';

/** What a person has or belongs to over time (J6): rows with a start and an end. Nothing is deleted; an error is voided. */

const personId = idSchema;
const made = z.object({ id: idSchema });
const done = z.object({});
const about = (input: { personId: string }) => [{ person: input.personId }];
const audit = (action: string, ...fields: string[]) => ({
  action,
  object: (input: { personId: string }) => input.personId,
  fields: () => fields,
});
const topics = ['people', 'cases', 'review'] as const;
/** Today when left out; never in the future. */
const on = isoDateSchema.optional();

/** The kinds of entries that `people.voidEntry` can take back. */
export const entryKinds = [
  'identifier',
  'relationship',
  'household',
  'flag',
  'condition',
  'segment',
  'sharing',
] as const;

export const personRecord = {
  'people.addFlag': command({
    summary: 'Raises a flag on a person. Restricted flags only by roles that may see them.',
    input: z.object({ personId, code: codeSchema('flag'), startedOn: on, reason: note(1000).optional() }),
    output: made,
    access: 'people.write',
    about,
    audit: audit('flag-added', 'flags'),
    topics,
  }),
  'people.endFlag': command({
    summary: 'Ends a flag.',
    input: z.object({ personId, flagId: idSchema, endedOn: on }),
    output: done,
    access: 'people.write',
    about,
    audit: audit('flag-ended', 'flags'),
    topics,
  }),
  'people.addCondition': command({
    summary: 'Records a condition.',
    input: z.object({
      personId,
      code: codeSchema('condition'),
      diagnosedOn: isoDateSchema.optional(),
      source: optionalLine(200).optional(),
    }),
    output: made,
    access: 'people.write',
    about,
    audit: audit('condition-added', 'conditions'),
    topics,
  }),
  'people.endCondition': command({
    summary: 'Records that a condition has ended.',
    input: z.object({ personId, conditionId: idSchema, endedOn: on }),
    output: done,
    access: 'people.write',
    about,
    audit: audit('condition-ended', 'conditions'),
    topics,
  }),
  'people.addIdentifier': command({
    summary: 'Adds a number under which another system knows the person.',
    input: z.object({ personId, system: line(300), value: line(100) }),
    output: made,
    access: 'people.write',
    about,
    audit: audit('identifier-added', 'identifiers'),
    topics,
  }),
  'people.endIdentifier': command({
    summary: 'Ends a number of another system.',
    input: z.object({ personId, identifierId: idSchema, endedOn: on }),
    output: done,
    access: 'people.write',
    about,
    audit: audit('identifier-ended', 'identifiers'),
    topics,
  }),
  'people.addRelationship': command({
    summary: 'Records who somebody is to the person: another person on record, or a name.',
    input: z
      .object({
        personId,
        kind: codeSchema('relationship-type'),
        otherPersonId: idSchema.optional(),
        otherName: line(200).optional(),
        otherPhone: line(40).optional(),
        emergencyContact: z.boolean().default(false),
        note: note(1000).optional(),
        startedOn: on,
      })
      .refine((input) => (input.otherPersonId === undefined) !== (input.otherName === undefined), {
        path: ['otherName'],
        message: 'Choose a person on record, or enter a name',
      }),
    output: made,
    access: 'people.write',
    about,
    audit: audit('relationship-added', 'relationships'),
    topics,
  }),
  'people.endRelationship': command({
    summary: 'Ends a relationship, whichever of the two records holds it.',
    input: z.object({ personId, relationshipId: idSchema, endedOn: on }),
    output: done,
    access: 'people.write',
    about,
    audit: audit('relationship-ended', 'relationships'),
    topics,
  }),
  'people.setHousehold': command({
    summary:
      'Puts a person into a household: a known one, that of another person, or a new one. An earlier membership ends.',
    input: z.object({
      personId,
      household: z.union([
        z.strictObject({ householdId: idSchema }),
        z.strictObject({ withPersonId: idSchema }),
        z.strictObject({ label: line(120) }),
      ]),
      startedOn: on,
    }),
    output: z.object({ householdId: idSchema, membershipId: idSchema }),
    access: 'people.write',
    about,
    audit: audit('household-set', 'household'),
    topics,
  }),
  'people.leaveHousehold': command({
    summary: 'Ends the membership of a household.',
    input: z.object({ personId, membershipId: idSchema, endedOn: on }),
    output: done,
    access: 'people.write',
    about,
    audit: audit('household-left', 'household'),
    topics,
  }),
  'people.addSegment': command({
    summary: 'Puts a person into a population segment.',
    input: z.object({
      personId,
      code: codeSchema('segment'),
      basis: optionalLine(300).optional(),
      startedOn: on,
    }),
    output: made,
    access: 'people.write',
    about,
    audit: audit('segment-added', 'segments'),
    topics,
  }),
  'people.endSegment': command({
    summary: 'Ends the membership of a segment.',
    input: z.object({ personId, segmentId: idSchema, endedOn: on }),
    output: done,
    access: 'people.write',
    about,
    audit: audit('segment-ended', 'segments'),
    topics,
  }),
  'people.recordSharing': command({
    summary: 'Records what the person decided about sharing their information; earlier decisions stay as history.',
    input: z
      .object({
        personId,
        purpose: codeSchema('sharing-purpose').default('direct-care'),
        /** Neither: with every organisation that cares for the person. */
        organisationKind: codeSchema('organisation-kind').optional(),
        organisationId: idSchema.optional(),
        decision: codeSchema('sharing-decision'),
        decidedOn: on,
        note: note(1000).optional(),
      })
      .refine((input) => input.organisationKind === undefined || input.organisationId === undefined, {
        path: ['organisationId'],
        message: 'Name an organisation or a kind of organisation, not both',
      }),
    output: made,
    access: 'people.write',
    about,
    audit: audit('sharing-recorded', 'sharing'),
    topics,
  }),
  'people.voidEntry': command({
    summary: 'Takes back an entry of a person that was made in error; it stays in the history.',
    input: z.object({ personId, kind: z.enum(entryKinds), entryId: idSchema, reason: requiredNote(500) }),
    output: done,
    access: 'people.write',
    about,
    audit: {
      action: 'entry-voided',
      object: (input) => input.personId,
      fields: (input) => [input.kind],
      reason: (input) => input.reason,
    },
    topics,
  }),
};
