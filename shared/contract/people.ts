import { z } from 'zod';
import { isoDateSchema } from '../domain/british-date.ts';
import { codeSchema } from '../domain/code-lists.ts';
import { newPersonSchema, personFields, personPatchSchema } from '../domain/person-fields.ts';
import { optionalLine, requiredNote } from '../domain/plain-text.ts';
import { headsSchema, idSchema } from '../ids.ts';
import { newCase } from './cases.ts';
import { command, query } from './endpoint.ts';
import { duplicateCandidate, fileSchema, personRow } from './person-view.ts';

/** Age bands of lists, in completed years. */
export const ageBands = ['0-17', '18-39', '40-64', '65-79', '80+'] as const;

const listInput = z.object({
  /** All of the worker's own when left out. */
  neighbourhoodIds: z.array(idSchema).min(1).max(50).optional(),
  /** As typed into the search box of the page. */
  search: optionalLine(200).optional(),
  sort: z.enum(['name', 'name-desc', 'youngest', 'oldest']).default('name'),
  practiceId: idSchema.optional(),
  flag: codeSchema('flag').optional(),
  segment: codeSchema('segment').optional(),
  ageBand: z.enum(ageBands).optional(),
  deceased: z.boolean().optional(),
  openCase: z.boolean().optional(),
});

const neighbourhoods = ({ neighbourhoodIds }: { neighbourhoodIds?: string[] | undefined }) =>
  (neighbourhoodIds ?? []).map((neighbourhood) => ({ neighbourhood }));
const person = ({ personId }: { personId: string }) => [{ person: personId }];
const changed = (input: { patch: object }) => Object.keys(input.patch);

/** The part of a person that duplicates are looked for by. */
const duplicateDraft = z.object({
  name: personFields.name,
  birth: personFields.birth.optional(),
  nhsNumber: personFields.nhsNumber.optional(),
  postcode: z.string().max(16).nullable().optional(),
  /** The person being edited, who is not a duplicate of themselves. */
  personId: idSchema.optional(),
});

export const people = {
  'people.search': query({
    summary: 'Finds people while their name, birth date, postcode or NHS number is being typed.',
    input: z.object({ text: z.string().max(200), limit: z.int().min(1).max(50).default(20) }),
    output: z.object({
      rows: z.array(personRow),
      /** There are more than could be shown: type more. */
      more: z.boolean(),
      /** What to type when nothing can be looked for yet, or null. */
      hint: z.string().nullable(),
    }),
    access: 'people.read',
    audit: { action: 'people-searched', burstSeconds: 30 },
    topics: ['people', 'cases'],
  }),
  'people.list': query({
    summary: 'A window of the people of the own neighbourhoods, filtered and sorted, with their number.',
    input: listInput.extend({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(100) }),
    output: z.object({ total: z.int(), rows: z.array(personRow) }),
    access: 'people.read',
    about: neighbourhoods,
    audit: { action: 'people-listed', burstSeconds: 30 },
    topics: ['people', 'cases'],
    heavy: true,
  }),
  'people.exportList': query({
    summary: 'The people of a list as a CSV file.',
    input: listInput,
    output: z.object({ file: fileSchema, rows: z.int() }),
    confirm: true,
    access: 'lists.export',
    about: neighbourhoods,
    audit: { action: 'people-exported' },
    heavy: true,
  }),
  'people.duplicates': query({
    summary: 'People on record who may be the person being entered.',
    input: z.object({ draft: duplicateDraft }),
    output: z.object({ candidates: z.array(duplicateCandidate) }),
    access: 'people.write',
    audit: { action: 'people-searched', burstSeconds: 30 },
    topics: ['people'],
  }),
  'people.register': command({
    summary:
      'Puts a person on record, with a first case if asked; refused while possible duplicates are not acknowledged.',
    input: z.object({
      person: newPersonSchema,
      /** In the person's own neighbourhood when it names none. */
      openCase: newCase.extend({ neighbourhoodId: idSchema.optional() }).optional(),
      /** Ids of the candidates that were looked at and are other people. */
      acknowledged: z.array(idSchema).max(200).default([]),
    }),
    output: z.object({
      personId: idSchema,
      caseId: idSchema.nullable(),
      /** Proposed while the named coordinator is asked. */
      caseStatus: z.enum(['proposed', 'open']).nullable(),
    }),
    access: 'people.write',
    audit: {
      action: 'person-registered',
      object: (_, output) => output?.personId ?? null,
      fields: (input) => Object.keys(input.person),
    },
    topics: ['people', 'cases', 'review'],
  }),
  'people.edit': command({
    summary: 'Changes fields of a person. The heads say which version the author was shown.',
    input: z.object({ personId: idSchema, patch: personPatchSchema, heads: headsSchema }),
    output: z.object({
      changed: z.array(z.string()),
      /** Fields that somebody else had changed meanwhile: both values are kept until a person chooses. */
      contested: z.array(z.string()),
    }),
    access: 'people.write',
    about: person,
    audit: { action: 'person-edited', object: (input) => input.personId, fields: changed },
    topics: ['people', 'cases', 'review'],
  }),
  'people.resolveConflict': command({
    summary: 'Settles a field that holds two values: one of them stays shown, both stay in the history.',
    input: z.object({
      personId: idSchema,
      /** As `people.open` names them in its conflicts. */
      entity: z.string().max(40),
      row: idSchema,
      field: z.string().max(60),
      keep: z.string().max(80),
    }),
    output: z.object({}),
    access: 'people.write',
    about: person,
    audit: {
      action: 'conflict-resolved',
      object: (input) => input.personId,
      fields: (input) => [`${input.entity}.${input.field}`],
    },
    topics: ['people', 'cases', 'contacts', 'review'],
  }),
  'people.void': command({
    summary: 'Marks a record as registered in error; it stays in the history and leaves lists and searches.',
    input: z.object({ personId: idSchema, reason: requiredNote(500) }),
    output: z.object({}),
    access: 'people.write',
    about: person,
    audit: { action: 'person-voided', object: (input) => input.personId, reason: (input) => input.reason },
    topics: ['people', 'cases', 'review'],
  }),
  'people.overrideTier': command({
    summary: 'Sets the need tier by hand until a day, with a reason.',
    input: z.object({
      personId: idSchema,
      tier: codeSchema('need-tier'),
      reason: requiredNote(500),
      /** Last day on which it holds. */
      until: isoDateSchema,
    }),
    output: z.object({}),
    access: 'people.write',
    about: person,
    audit: { action: 'tier-overridden', object: (input) => input.personId, fields: () => ['tierOverride'] },
    topics: ['people', 'cases'],
  }),
  'people.clearTierOverride': command({
    summary: 'Lets the points decide the need tier again.',
    input: z.object({ personId: idSchema }),
    output: z.object({}),
    access: 'people.write',
    about: person,
    audit: { action: 'tier-override-cleared', object: (input) => input.personId, fields: () => ['tierOverride'] },
    topics: ['people', 'cases'],
  }),
};
