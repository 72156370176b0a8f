import type { ReadHandle } from './handles.ts';
import { type Statement, statement } from './statements.ts';

/** What a person has or belongs to: reads for the commands that add and end it. */

const openFlag = statement((q, p: { person: string; code: string }) =>
  q
    .selectFrom('flags')
    .select('id')
    .where('person_id', '=', p.person)
    .where('code', '=', p.code)
    .where('ended_on', 'is', null)
    .where('voided', 'is', null),
);
const openCondition = statement((q, p: { person: string; code: string }) =>
  q
    .selectFrom('conditions')
    .select('id')
    .where('person_id', '=', p.person)
    .where('code', '=', p.code)
    .where('ended_on', 'is', null)
    .where('voided', 'is', null),
);
const openSegment = statement((q, p: { person: string; code: string }) =>
  q
    .selectFrom('segments')
    .select('id')
    .where('person_id', '=', p.person)
    .where('code', '=', p.code)
    .where('ended_on', 'is', null)
    .where('voided', 'is', null),
);
const openIdentifier = statement((q, p: { person: string; system: string; value: string }) =>
  q
    .selectFrom('person_identifiers')
    .select('id')
    .where('person_id', '=', p.person)
    .where('system', '=', p.system)
    .where('value', '=', p.value)
    .where('ended_on', 'is', null)
    .where('voided', 'is', null),
);
const householdOf = statement((q, p: { person: string }) =>
  q
    .selectFrom('household_members')
    .select(['id', 'household_id', 'started_on'])
    .where('person_id', '=', p.person)
    .where('ended_on', 'is', null)
    .where('voided', 'is', null)
    .orderBy('started_on', 'desc')
    .orderBy('id', 'desc'),
);
const household = statement((q, p: { id: string }) =>
  q.selectFrom('households').select(['id', 'label', 'ended_on']).where('id', '=', p.id),
);
const organisation = statement((q, p: { id: string }) =>
  q.selectFrom('organisations').select(['id', 'name']).where('id', '=', p.id),
);

/** An entry as the rules for ending and voiding look at it. */
export interface StoredEntry {
  readonly person_id: string;
  readonly other_person_id?: string | null;
  readonly started_on?: string | null;
  readonly ended_on?: string | null;
  readonly voided: string | null;
  readonly code?: string;
}

export type EntryKind = 'flag' | 'condition' | 'identifier' | 'relationship' | 'household' | 'segment' | 'sharing';

const entries: Readonly<Record<EntryKind, Statement<{ id: string }, StoredEntry>>> = {
  flag: statement((q, p: { id: string }) =>
    q.selectFrom('flags').select(['person_id', 'started_on', 'ended_on', 'voided', 'code']).where('id', '=', p.id),
  ),
  condition: statement((q, p: { id: string }) =>
    q
      .selectFrom('conditions')
      .select(['person_id', 'diagnosed_on as started_on', 'ended_on', 'voided'])
      .where('id', '=', p.id),
  ),
  identifier: statement((q, p: { id: string }) =>
    q.selectFrom('person_identifiers').select(['person_id', 'ended_on', 'voided']).where('id', '=', p.id),
  ),
  relationship: statement((q, p: { id: string }) =>
    q
      .selectFrom('relationships')
      .select(['person_id', 'other_person_id', 'started_on', 'ended_on', 'voided'])
      .where('id', '=', p.id),
  ),
  household: statement((q, p: { id: string }) =>
    q.selectFrom('household_members').select(['person_id', 'started_on', 'ended_on', 'voided']).where('id', '=', p.id),
  ),
  segment: statement((q, p: { id: string }) =>
    q.selectFrom('segments').select(['person_id', 'started_on', 'ended_on', 'voided']).where('id', '=', p.id),
  ),
  sharing: statement((q, p: { id: string }) =>
    q
      .selectFrom('sharing_decisions')
      .select(['person_id', 'decided_on as started_on', 'voided'])
      .where('id', '=', p.id),
  ),
};

/** The table of each kind of entry. */
export const entryTables = {
  flag: 'flags',
  condition: 'conditions',
  identifier: 'person_identifiers',
  relationship: 'relationships',
  household: 'household_members',
  segment: 'segments',
  sharing: 'sharing_decisions',
} as const satisfies Record<EntryKind, string>;

/** One entry of a person's record, whoever's it is. */
export const findEntry = (read: ReadHandle, kind: EntryKind, id: string): StoredEntry | undefined =>
  read.get(entries[kind], { id });

/** Whether the person has that flag now. */
export const hasFlag = (read: ReadHandle, person: string, code: string) =>
  read.get(openFlag, { person, code }) !== undefined;
/** Whether the person has that condition now. */
export const hasCondition = (read: ReadHandle, person: string, code: string) =>
  read.get(openCondition, { person, code }) !== undefined;
/** Whether the person is in that segment now. */
export const hasSegment = (read: ReadHandle, person: string, code: string) =>
  read.get(openSegment, { person, code }) !== undefined;
/** Whether the person has that number of that system now. */
export const hasIdentifier = (read: ReadHandle, person: string, system: string, value: string) =>
  read.get(openIdentifier, { person, system, value }) !== undefined;
/** Households that the person lives in now; more than one only after edits on two devices. */
export const householdsOf = (read: ReadHandle, person: string) => read.all(householdOf, { person });
export const findHousehold = (read: ReadHandle, id: string) => read.get(household, { id });
export const findOrganisation = (read: ReadHandle, id: string) => read.get(organisation, { id });
