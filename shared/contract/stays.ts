import { z } from 'zod';
import { isoDateSchema } from '../domain/british-date.ts';
import { codeSchema } from '../domain/code-lists.ts';
import { optionalLine, requiredNote } from '../domain/plain-text.ts';
import { headsSchema, idSchema } from '../ids.ts';
import { command, query } from './endpoint.ts';
import { fileSchema } from './person-view.ts';
import { awayRow, stayView } from './stay-view.ts';

/** What may be typed about a stay, field by field: an amendment names some of them. */
export const stayFields = {
  kind: codeSchema('stay-kind'),
  provider: optionalLine(120),
  ward: optionalLine(80),
  reason: optionalLine(300),
  emergency: z.boolean(),
  mentalHealth: z.boolean(),
  admittedOn: isoDateSchema,
  expectedOn: isoDateSchema.nullable(),
  /** Since when the person could have left. */
  readyOn: isoDateSchema.nullable(),
  delay: z.object({ reason: codeSchema('delay-reason'), note: optionalLine(300).default('') }).nullable(),
  dischargedOn: isoDateSchema.nullable(),
  destination: codeSchema('discharge-destination').nullable(),
};
export type StayFields = { [F in keyof typeof stayFields]: z.output<(typeof stayFields)[F]> };

const one = { stayId: idSchema, heads: headsSchema };
const aboutStay = ({ stayId }: { stayId: string }) => [{ stay: stayId }];
const objectStay = ({ stayId }: { stayId: string }) => stayId;
const person = ({ personId }: { personId: string }) => [{ person: personId }];
// A stay may hold or resume a case and makes the task of its follow-up.
const topics = ['stays', 'tasks', 'cases', 'people', 'drafts'] as const;

/** What the page of who is away shows. */
export const awayViews = ['away', 'delayed', 'follow-up', 'day-91'] as const;
export type AwayView = (typeof awayViews)[number];

const awayFilter = z.object({
  /** People on whose case the worker has a role; otherwise everybody of the own teams. */
  whose: z.enum(['mine', 'team']).default('mine'),
  view: z.enum(awayViews).default('away'),
  kind: codeSchema('stay-kind').optional(),
  /** Narrows what the worker may see to people of one neighbourhood. */
  neighbourhoodId: idSchema.optional(),
});
export type AwayFilter = z.output<typeof awayFilter>;

/** Stays away from home or under special care at home. */
export const stays = {
  'stays.ofPerson': query({
    summary: 'The stays of a person with their discharge checklists, newest first.',
    input: z.object({ personId: idSchema }),
    output: z.object({ stays: z.array(stayView), providers: z.array(z.string()) }),
    access: 'stays.read',
    about: person,
    audit: { action: 'stays-read', object: ({ personId }) => personId, burstSeconds: 30 },
    topics: ['stays', 'tasks', 'team'],
  }),
  'stays.admit': command({
    summary: 'Records that somebody was admitted, or began reablement or a virtual ward; may put their case on hold.',
    input: z.object({
      personId: idSchema,
      kind: stayFields.kind,
      provider: stayFields.provider.default(''),
      ward: stayFields.ward.default(''),
      reason: stayFields.reason.default(''),
      emergency: stayFields.emergency.default(false),
      mentalHealth: stayFields.mentalHealth.default(false),
      admittedOn: stayFields.admittedOn,
      expectedOn: stayFields.expectedOn.default(null),
      /** Puts this open case on hold until a day on which it is looked at again. */
      hold: z.object({ caseId: idSchema, reviewOn: isoDateSchema }).nullable().default(null),
    }),
    output: z.object({ stayId: idSchema }),
    access: 'stays.write',
    about: person,
    audit: { action: 'stay-admitted', object: (_, output) => output?.stayId ?? null },
    topics,
  }),
  'stays.amend': command({
    summary: 'Changes what a stay says; the follow-up moves along.',
    input: z.object({ ...one, patch: z.object(stayFields).partial() }),
    output: z.object({ changed: z.array(z.string()) }),
    access: 'stays.write',
    about: aboutStay,
    audit: { action: 'stay-amended', object: objectStay, fields: ({ patch }) => Object.keys(patch) },
    topics,
  }),
  'stays.discharge': command({
    summary:
      'Ends a stay. A follow-up becomes the task of the coordinator or of the worker named; a held case may go on.',
    input: z.object({
      ...one,
      dischargedOn: isoDateSchema,
      destination: codeSchema('discharge-destination'),
      /** Who follows up: the coordinator, without one the worker at the keyboard, when left out. */
      followUpBy: idSchema.nullable().default(null),
      /** The case on hold that goes on. */
      resume: idSchema.nullable().default(null),
    }),
    output: z.object({
      /** Null where nothing is to follow. */
      followUp: z.object({ dueOn: z.string(), owner: z.string(), taskId: idSchema }).nullable(),
    }),
    access: 'stays.write',
    about: aboutStay,
    audit: { action: 'stay-discharged', object: objectStay, fields: () => ['discharged'] },
    topics,
  }),
  'stays.undo': command({
    summary: 'Takes back what this worker has just recorded of a stay, with what it did to its task and the case.',
    input: z.object({ stayId: idSchema }),
    output: z.object({}),
    access: 'stays.write',
    about: aboutStay,
    audit: { action: 'stay-undone', object: objectStay },
    topics,
  }),
  'stays.void': command({
    summary: 'Marks a stay as recorded in error, with the reason; its open follow-up goes with it.',
    input: z.object({ stayId: idSchema, reason: requiredNote(500) }),
    output: z.object({}),
    access: 'stays.write',
    about: aboutStay,
    audit: { action: 'stay-voided', object: objectStay },
    topics,
  }),
  'stays.tick': command({
    summary: 'Ticks an item of the discharge checklist as done or not needed, or takes the tick back.',
    input: z.object({
      stayId: idSchema,
      item: codeSchema('discharge-check'),
      how: z.enum(['done', 'not-needed']).nullable(),
    }),
    output: z.object({}),
    access: 'stays.write',
    about: aboutStay,
    audit: { action: 'stay-item-ticked', object: objectStay, fields: ({ item }) => [item] },
    topics: ['stays'],
  }),
  'stays.followUp': command({
    summary: 'Says on which day the person was seen after discharge, and finishes the task; or takes that back.',
    input: z.object({ ...one, on: isoDateSchema.nullable() }),
    output: z.object({}),
    access: 'stays.write',
    about: aboutStay,
    audit: { action: 'stay-followed-up', object: objectStay, fields: () => ['follow-up'] },
    topics,
  }),
  'stays.day91': command({
    summary: 'Says where the person was on day 91 of reablement, or takes that back.',
    input: z.object({ ...one, outcome: codeSchema('day91-outcome').nullable() }),
    output: z.object({}),
    access: 'stays.write',
    about: aboutStay,
    audit: { action: 'stay-day-91', object: objectStay, fields: () => ['day-91'] },
    topics,
  }),
  'stays.list': query({
    summary:
      'Who is away now, whose leaving is delayed, whose follow-up or day-91 check is due: of my people or my team.',
    input: awayFilter.extend({
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({
      total: z.int(),
      rows: z.array(awayRow),
      /** How many each view holds, other filters as asked. */
      counts: z.record(z.enum(awayViews), z.int()),
      /** Days lost to delays by the people of this list. */
      daysLost: z.int(),
      neighbourhoods: z.array(z.object({ id: idSchema, name: z.string() })),
    }),
    access: 'stays.read',
    audit: { action: 'stays-listed', burstSeconds: 30 },
    topics: ['stays', 'tasks', 'people', 'cases'],
  }),
  'stays.exportList': query({
    summary: 'The stays of a list as a CSV file.',
    input: awayFilter,
    output: z.object({ file: fileSchema, rows: z.int() }),
    access: 'lists.export',
    audit: { action: 'stays-exported' },
    confirm: true,
  }),
};
