import { z } from 'zod';
import { headsSchema, idSchema } from '../ids.ts';
import { query } from './endpoint.ts';
import { nameView, personFieldViews, personRow, placeView, workerView } from './person-view.ts';

const flagView = z.object({
  id: idSchema,
  code: z.string(),
  restricted: z.boolean(),
  alert: z.boolean(),
  startedOn: z.string(),
  endedOn: z.string().nullable(),
  reason: z.string().nullable(),
  recordedBy: z.string(),
});
export type FlagView = z.infer<typeof flagView>;

const sharingView = z.object({
  id: idSchema,
  purpose: z.string(),
  organisationKind: z.string().nullable(),
  organisation: placeView.nullable(),
  decision: z.string(),
  decidedOn: z.string(),
  recordedBy: z.string(),
  note: z.string().nullable(),
  /** False for a decision that a later one replaced. */
  current: z.boolean(),
});

const roleView = z.object({
  id: idSchema,
  role: z.string(),
  worker: workerView.nullable(),
  external: z
    .object({ name: z.string(), organisation: z.string().nullable(), phone: z.string().nullable() })
    .nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
});

const transferView = z.object({
  id: idSchema,
  from: workerView.nullable(),
  /** Null: whoever covers. */
  to: workerView.nullable(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  reason: z.string(),
  returnOn: z.string().nullable(),
  /** Null while it waits for an answer. */
  answer: z.object({ state: z.string(), by: z.string(), at: z.string(), reason: z.string().nullable() }).nullable(),
});

const caseView = z.object({
  id: idSchema,
  neighbourhood: placeView,
  status: z.string(),
  /** Code of the reason of hold or closure, with the note and the date of the step. */
  state: z.object({
    on: z.string().nullable(),
    reason: z.string().nullable(),
    note: z.string().nullable(),
    reviewOn: z.string().nullable(),
  }),
  openedOn: z.string(),
  source: z.string().nullable(),
  purpose: z.string().nullable(),
  followsCaseId: idSchema.nullable(),
  coordinator: workerView.nullable(),
  nextDueOn: z.string().nullable(),
  nextDueSentence: z.string().nullable(),
  roles: z.array(roleView),
  transfers: z.array(transferView),
});

/** What a timeline entry is about; `contact` entries carry more. */
export const timelineKinds = [
  'contact',
  'task',
  'case',
  'role',
  'transfer',
  'flag',
  'condition',
  'segment',
  'sharing',
  'plan',
  'goal',
  'assessment',
  'score',
  'stay',
  'telehealth',
  'pathway',
  'check',
  'feedback',
] as const;

export const timelineEntry = z.object({
  id: z.string(),
  kind: z.enum(timelineKinds),
  /** UTC instant, or a date where the time is not recorded. */
  at: z.string(),
  /** What happened, in words. */
  title: z.string(),
  detail: z.string().nullable(),
  worker: workerView.nullable(),
  /** Organisation label of the entry (R2). */
  organisation: z.string().nullable(),
  caseId: idSchema.nullable(),
  contact: z
    .object({
      id: idSchema,
      mechanism: z.string(),
      attendance: z.string().nullable(),
      minutes: z.int().nullable(),
      group: z.string().nullable(),
      voided: z.boolean(),
    })
    .nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

const timelinePage = z.object({
  entries: z.array(timelineEntry),
  /** Send back as `before` for the next page; null at the end. */
  next: z.string().nullable(),
});

const contactBrief = z.object({ id: idSchema, at: z.string(), mechanism: z.string(), worker: workerView });

const conflictView = z.object({
  entity: z.string(),
  row: idSchema,
  field: z.string(),
  /** What the field is called. */
  label: z.string(),
  /** Name of the field in `details`, where it is one of them. */
  name: z.string(),
  values: z.array(
    z.object({
      /** Id of the change that gave this value: `keep` of `people.resolveConflict`. */
      change: z.string(),
      words: z.string(),
      by: z.string(),
      at: z.string(),
      device: z.string(),
      /** The one that is shown meanwhile. */
      shown: z.boolean(),
    }),
  ),
});

const details = z.object({ ...personFieldViews, neighbourhoodByHand: z.boolean(), heads: headsSchema });

const relatedPerson = z.object({
  id: idSchema,
  name: nameView,
  age: z.string().nullable(),
  /** Whether this worker may open that record without breaking the glass. */
  open: z.boolean(),
});

/** Everything that the page of a person shows. */
export const personPageView = z.object({
  id: idSchema,
  banner: z.object({
    name: nameView,
    nhsNumber: z.string().nullable(),
    nhsNumberStatus: z.string().nullable(),
    birth: personFieldViews.birth,
    age: z.string().nullable(),
    gender: z.string().nullable(),
    death: personFieldViews.death,
    address: z.string().nullable(),
    phone: z.string().nullable(),
    flags: z.array(flagView),
    /** One sentence or phrase for each need: interpreter, language, format, way of contact, adjustment. */
    communication: z.array(z.string()),
    coordinator: workerView.nullable(),
    /** The sharing decision for direct care in words; says so when nobody asked. */
    sharing: z.object({ state: z.enum(['agreed', 'refused', 'mixed', 'not-asked']), sentence: z.string() }),
    practice: placeView.nullable(),
    neighbourhood: placeView,
    /** The record into which this one was merged. */
    mergedInto: idSchema.nullable(),
    voided: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
  }),
  /** Why this worker sees the record, and until when if they broke the glass. */
  relation: z.object({
    kind: z.enum(['team', 'practice', 'involved', 'asked', 'break-glass']),
    until: z.string().nullable(),
  }),
  details,
  residenceNeighbourhood: placeView.nullable(),
  need: z.object({
    tier: z.string(),
    computed: z.string(),
    points: z.number(),
    contributions: z.array(z.object({ id: z.string(), points: z.number(), sentence: z.string() })),
    missing: z.array(z.string()),
    override: z
      .object({ tier: z.string(), reason: z.string(), until: z.string(), by: z.string(), sentence: z.string() })
      .nullable(),
    notice: z.string(),
  }),
  identifiers: z.array(
    z.object({ id: idSchema, system: z.string(), value: z.string(), endedOn: z.string().nullable() }),
  ),
  relationships: z.array(
    z.object({
      id: idSchema,
      /** What the other is to this person, whichever side recorded it. */
      kind: z.string(),
      person: relatedPerson.nullable(),
      name: z.string().nullable(),
      phone: z.string().nullable(),
      emergencyContact: z.boolean(),
      note: z.string().nullable(),
      startedOn: z.string().nullable(),
      endedOn: z.string().nullable(),
      recordedHere: z.boolean(),
    }),
  ),
  household: z
    .object({
      id: idSchema,
      label: z.string(),
      membershipId: idSchema,
      since: z.string(),
      members: z.array(relatedPerson.extend({ membershipId: idSchema, since: z.string() })),
    })
    .nullable(),
  flags: z.array(flagView),
  conditions: z.array(
    z.object({
      id: idSchema,
      code: z.string(),
      diagnosedOn: z.string().nullable(),
      source: z.string().nullable(),
      endedOn: z.string().nullable(),
    }),
  ),
  segments: z.array(
    z.object({
      id: idSchema,
      code: z.string(),
      basis: z.string().nullable(),
      startedOn: z.string(),
      endedOn: z.string().nullable(),
    }),
  ),
  sharing: z.array(sharingView),
  cases: z.array(caseView),
  lastContact: contactBrief.nullable(),
  nextContact: contactBrief.nullable(),
  involved: z.array(
    z.object({
      worker: workerView.nullable(),
      /** Of people without an account. */
      name: z.string(),
      organisation: z.string(),
      roles: z.array(z.string()),
      phone: z.string().nullable(),
      contacts: z.int(),
      lastActivityAt: z.string().nullable(),
      current: z.boolean(),
    }),
  ),
  timeline: timelinePage,
  conflicts: z.array(conflictView),
  /** Merges that ended in this record and were not undone. */
  merges: z.array(z.object({ id: idSchema, mergedId: idSchema, name: nameView, at: z.string(), by: z.string() })),
});
export type PersonPageView = z.infer<typeof personPageView>;

const person = ({ personId }: { personId: string }) => [{ person: personId }];

export const personPage = {
  'people.open': query({
    summary: 'Everything that the page of a person shows.',
    input: z.object({ personId: idSchema }),
    output: personPageView,
    access: 'people.read',
    about: person,
    audit: { action: 'person-opened', object: (input) => input.personId },
    topics: ['people', 'cases', 'contacts', 'review'],
  }),
  'people.brief': query({
    summary: 'One person as lists show them, for panels that begin with a person.',
    input: z.object({ personId: idSchema }),
    output: personRow,
    access: 'people.read',
    about: person,
    audit: { action: 'person-seen', object: (input) => input.personId, burstSeconds: 30 },
    topics: ['people', 'cases'],
  }),
  'people.timeline': query({
    summary: 'Further pages of what happened with a person, newest first.',
    input: z.object({
      personId: idSchema,
      before: z.string().max(80).optional(),
      kinds: z.array(z.enum(timelineKinds)).min(1).optional(),
      limit: z.int().min(1).max(100).default(30),
    }),
    output: timelinePage,
    access: 'people.read',
    about: person,
    audit: { action: 'person-timeline', object: (input) => input.personId, burstSeconds: 30 },
    topics: ['people', 'cases', 'contacts', 'assessments'],
  }),
  'people.history': query({
    summary: 'Who changed what of a person when and on which device, newest first, in words.',
    input: z.object({
      personId: idSchema,
      /** Only this field of the person, such as `address`. */
      field: z.string().max(60).optional(),
      before: z.string().max(80).optional(),
      limit: z.int().min(1).max(100).default(50),
    }),
    output: z.object({
      entries: z.array(
        z.object({
          id: z.string(),
          at: z.string(),
          by: workerView.nullable(),
          device: z.string(),
          /** What was changed: `Person`, `Flag`, `Case role`. */
          subject: z.string(),
          created: z.boolean(),
          fields: z.array(
            z.object({ field: z.string(), label: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
          ),
        }),
      ),
      next: z.string().nullable(),
    }),
    access: 'people.read',
    about: person,
    audit: { action: 'person-history', object: (input) => input.personId },
    topics: ['people', 'cases'],
  }),
  'people.viewers': query({
    summary: 'Who opened or changed the record of a person, from the audit trail, newest first.',
    input: z.object({
      personId: idSchema,
      before: z.int().optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      entries: z.array(
        z.object({
          seq: z.int(),
          at: z.string(),
          worker: workerView.nullable(),
          action: z.string(),
          fields: z.array(z.string()),
          reason: z.string().nullable(),
          outcome: z.string(),
          device: z.string(),
        }),
      ),
      next: z.int().nullable(),
    }),
    access: 'oversight.read',
    audit: { action: 'person-viewers', object: (input) => input.personId },
    topics: ['audit'],
  }),
};
