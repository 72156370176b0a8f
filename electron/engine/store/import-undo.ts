import type { ReadHandle } from './handles.ts';
import { sqlStatement } from './statements.ts';

/** The journal entries of one import, and what has happened to its rows since. */

type Span = { readonly first: number; readonly last: number };

/** One journal entry of an import. `base` is null where it created the row. */
export interface ImportChange {
  readonly position: number;
  readonly id: string;
  readonly entity: string;
  readonly row: string;
  readonly patch: string;
  readonly base: string | null;
}

const newestFirst = sqlStatement<{ first: number; before: number; limit: number }, ImportChange>(
  `SELECT position, id, entity, row, patch, base FROM changes WHERE position >= ? AND position < ?
   ORDER BY position DESC LIMIT ?`,
  'first',
  'before',
  'limit',
);
const changedSince = sqlStatement<Span, { entity: string; row: string }>(
  `SELECT DISTINCT later.entity, later.row FROM changes AS own
     JOIN changes AS later ON later.row = own.row AND later.position > ?
   WHERE own.position BETWEEN ? AND ? LIMIT 1000`,
  'last',
  'first',
  'last',
);

/** Whatever can hang on a person: table, the column that names them, and what it is called. */
const attachable = [
  ['cases', 'person_id', 'a case'],
  ['contacts', 'person_id', 'a care contact'],
  ['person_identifiers', 'person_id', 'a number of another system'],
  ['relationships', 'person_id', 'a relationship'],
  ['relationships', 'other_person_id', 'a relationship'],
  ['household_members', 'person_id', 'a household'],
  ['flags', 'person_id', 'a flag'],
  ['conditions', 'person_id', 'a condition'],
  ['segments', 'person_id', 'a segment'],
  ['sharing_decisions', 'person_id', 'a sharing decision'],
  ['merges', 'kept_id', 'a merge'],
  ['merges', 'merged_id', 'a merge'],
] as const;
const attached = attachable.map(([table, column, what]) => ({
  what,
  find: sqlStatement<Span, { person: string }>(
    `SELECT DISTINCT made.row AS person FROM changes AS made JOIN "${table}" AS entry ON entry.${column} = made.row
     WHERE made.position BETWEEN ? AND ? AND made.entity = 'people' AND made.base IS NULL
       AND NOT EXISTS (SELECT 1 FROM changes AS origin WHERE origin.id = entry.origin AND origin.position BETWEEN ? AND ?)
     LIMIT 1000`,
    'first',
    'last',
    'first',
    'last',
  ),
}));

/** Entries of an import before a position, the newest first. */
export const changesBefore = (read: ReadHandle, first: number, before: number, limit: number): ImportChange[] =>
  read.all(newestFirst, { first, before, limit });

/** Rows of an import that were changed after it. */
export const rowsChangedSince = (read: ReadHandle, span: Span): { entity: string; row: string }[] =>
  read.all(changedSince, span);

/** What others have attached to the people that an import made. */
export const attachedSince = (read: ReadHandle, span: Span): { person: string; what: string }[] =>
  attached.flatMap(({ find, what }) => read.all(find, span).map(({ person }) => ({ person, what })));
