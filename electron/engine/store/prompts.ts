import type { ReadHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';

/** The settings row that holds the limits of the prompt rules. */
export const limitsId = 'prompt-limits';

const setting = statement((q, p: { id: string }) =>
  q.selectFrom('settings').select(['id', 'origin', 'value']).where('id', '=', p.id),
);
const decision = statement((q, p: { id: string }) =>
  q.selectFrom('prompt_decisions').selectAll().where('id', '=', p.id),
);
const decisionsOf = sqlStatement<{ person: string }, StoredDecision>(
  `SELECT d.key, d.decision, d.until, d.reason, d.decided_at, d.decided_by, w.name AS worker
   FROM prompt_decisions AS d LEFT JOIN workers AS w ON w.id = d.decided_by
   WHERE d.person_id = ? AND d.voided IS NULL ORDER BY d.decided_at, d.id`,
  'person',
);
const lines = sqlStatement<{ ids: string }, PromptLine>(
  `SELECT c.case_id, c.person_id, c.status, c.opened_on, c.tier, c.coordinator_id, c.last_contact_at, c.missed_in_row,
     c.flags, c.facts, c.neighbourhood_id
   FROM json_each(?) AS wanted CROSS JOIN caseload AS c ON c.case_id = wanted.value ORDER BY wanted.key`,
  'ids',
);
const casesOfPerson = sqlStatement<{ person: string }, { case_id: string }>(
  `SELECT case_id FROM caseload WHERE person_id = ? AND status <> 'closed' ORDER BY opened_on, case_id`,
  'person',
);

interface StoredDecision {
  readonly key: string;
  readonly decision: string;
  readonly until: string | null;
  readonly reason: string | null;
  readonly decided_at: string;
  readonly decided_by: string;
  readonly worker: string | null;
}

/** What the prompt rules need of a caseload line. */
export interface PromptLine {
  readonly case_id: string;
  readonly person_id: string;
  readonly status: string;
  readonly opened_on: string;
  readonly tier: string;
  readonly coordinator_id: string | null;
  readonly last_contact_at: string | null;
  readonly missed_in_row: number;
  readonly flags: string;
  readonly facts: string | null;
  readonly neighbourhood_id: string;
}

/** The limits that a team has set, or undefined. */
export const findLimits = (read: ReadHandle) => read.get(setting, { id: limitsId });
/** A decision about a prompt, or undefined. */
export const findDecision = (read: ReadHandle, id: string) => read.get(decision, { id });
/** What was decided about the prompts of a person, oldest first. */
export const decisionsOfPerson = (read: ReadHandle, person: string): StoredDecision[] =>
  read.all(decisionsOf, { person });
/** Caseload lines as far as prompts are made from them, in the order of the ids. */
export const promptLines = (read: ReadHandle, ids: readonly string[]): PromptLine[] =>
  ids.length === 0 ? [] : read.all(lines, { ids: JSON.stringify(ids) });
/** Ids of the unfinished cases of a person. */
export const unfinishedCasesOf = (read: ReadHandle, person: string): string[] =>
  read.all(casesOfPerson, { person }).map(({ case_id }) => case_id);
