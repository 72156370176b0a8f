import type { ReadHandle } from './handles.ts';
import { personTables } from './person-entities.ts';
import { sqlStatement } from './statements.ts';

export interface StoredChange {
  readonly id: string;
  readonly device: string;
  readonly entity: string;
  readonly row: string;
  readonly patch: string;
  readonly base: string | null;
  readonly actor: string;
}

type Page = {
  person: string;
  /** Codes of the flags that may be shown as a JSON list, or null for all. */
  flags: string | null;
  before: string;
  limit: number;
};

const owned = (table: string) => `SELECT "${table}".id FROM of, "${table}" WHERE person_id = of.person`;
/** Care contacts have a history of their own. */
const plain = personTables.filter((table) => table !== 'contacts' && table !== 'flags');
const rowsOfPerson = `
  SELECT person AS id FROM of
  UNION ALL ${owned('flags')} AND (of.flags IS NULL OR code IN (SELECT value FROM json_each(of.flags)))
  UNION ALL ${plain.map(owned).join(' UNION ALL ')}
  UNION ALL SELECT case_roles.id FROM of, cases, case_roles WHERE cases.person_id = of.person AND case_roles.case_id = cases.id
  UNION ALL SELECT transfers.id FROM of, cases, transfers WHERE cases.person_id = of.person AND transfers.case_id = cases.id`;

const ofPerson = sqlStatement<Page, StoredChange>(
  `WITH of (person, flags) AS (VALUES (?, ?))
   SELECT c.id, c.device, c.entity, c.row, c.patch, c.base, c.actor
   FROM (${rowsOfPerson}) AS r CROSS JOIN changes AS c ON c.row = r.id
   WHERE c.id < ? ORDER BY c.id DESC LIMIT ?`,
  'person',
  'flags',
  'before',
  'limit',
);
const ofField = sqlStatement<{ row: string; before: string; field: string; limit: number }, StoredChange>(
  `SELECT id, device, entity, row, patch, base, actor FROM changes
   WHERE row = ? AND id < ? AND json_type(patch, ?) IS NOT NULL ORDER BY id DESC LIMIT ?`,
  'row',
  'before',
  'field',
  'limit',
);
const byIds = sqlStatement<{ ids: string }, { id: string; patch: string }>(
  'SELECT c.id, c.patch FROM json_each(?) AS wanted CROSS JOIN changes AS c ON c.id = wanted.value',
  'ids',
);

interface AuditOf {
  readonly seq: number;
  readonly at: string;
  readonly device: string;
  readonly worker_id: string | null;
  readonly action: string;
  readonly fields: string | null;
  readonly reason: string | null;
  readonly outcome: string;
}
const auditOf = sqlStatement<{ person: string; before: number; limit: number }, AuditOf>(
  `SELECT seq, at, device, worker_id, action, fields, reason, outcome FROM audit
   WHERE object = ? AND seq < ? ORDER BY seq DESC LIMIT ?`,
  'person',
  'before',
  'limit',
);

/** Changes of every row of a person's record but contacts, newest first, before a change id. */
export const changesOfPerson = (
  read: ReadHandle,
  page: { person: string; flags: readonly string[] | null; before: string; limit: number },
): StoredChange[] => read.all(ofPerson, { ...page, flags: page.flags && JSON.stringify(page.flags) });

/** Changes of one column of the person's own row, newest first. */
export const changesOfField = (
  read: ReadHandle,
  page: { person: string; column: string; before: string; limit: number },
): StoredChange[] =>
  read.all(ofField, { row: page.person, field: `$.${page.column}`, before: page.before, limit: page.limit });

/** What changes gave, by their ids. */
export const patchesOf = (read: ReadHandle, ids: readonly string[]): ReadonlyMap<string, string> =>
  new Map(read.all(byIds, { ids: JSON.stringify(ids) }).map(({ id, patch }) => [id, patch]));

/** Audit lines about a person, newest first. */
export const auditLinesOf = (read: ReadHandle, person: string, before: number, limit: number): AuditOf[] =>
  read.all(auditOf, { person, before, limit });

/** For tests of query plans. */
export const historyStatements = { ofPerson, ofField, byIds, auditOf };
