import type { Touched } from '../journal/record.ts';
import type { WriteHandle } from '../store/handles.ts';
import { sqlStatement } from '../store/statements.ts';
import { refreshCaseload } from './caseload.ts';
import { refreshMatchKeys } from './match-keys.ts';
import { refreshSearch } from './people-search.ts';

/** How a touched row leads to the people whose derived lines depend on it: table → SQL giving `person_id` of row id. */
const personOf: Readonly<Record<string, string>> = {
  flags: 'SELECT person_id FROM flags WHERE id = ?',
  conditions: 'SELECT person_id FROM conditions WHERE id = ?',
  segments: 'SELECT person_id FROM segments WHERE id = ?',
  cases: 'SELECT person_id FROM cases WHERE id = ?',
  case_roles: 'SELECT person_id FROM cases WHERE id = (SELECT case_id FROM case_roles WHERE id = ?)',
  transfers: 'SELECT person_id FROM cases WHERE id = (SELECT case_id FROM transfers WHERE id = ?)',
  contacts: 'SELECT person_id FROM contacts WHERE id = ?',
  // What the prompt rules look at.
  ...Object.fromEntries(
    [
      'care_plans',
      'needs',
      'goals',
      'plan_actions',
      'self_management_plans',
      'care_decisions',
      'instrument_results',
      'checks',
      'stays',
      'case_pathways',
      'pathway_steps',
      'sharing_decisions',
      'prompt_decisions',
    ].map((table) => [table, `SELECT person_id FROM ${table} WHERE id = ?`]),
  ),
  tasks: "SELECT person_id FROM tasks WHERE id = ? AND person_id IS NOT NULL AND origin_kind IN ('prompt', 'safety')",
};

/**
 * Brings the derived tables (caseload, search, match keys) up to date with the rows that a transaction wrote, in the
 * same transaction, whether they were written here or came from another device.
 */
export function refreshDerived(write: WriteHandle, touched: readonly Touched[], today: string): void {
  const named = new Set<string>();
  const people = new Set<string>();
  for (const { entity, row } of touched) {
    if (entity === 'people') {
      named.add(row);
      people.add(row);
      continue;
    }
    const sql = personOf[entity];
    if (!sql) continue;
    const found = write.get(sqlStatement<{ row: string }, { person_id: string }>(sql, 'row'), { row });
    if (found) people.add(found.person_id);
  }
  for (const person of named) {
    refreshSearch(write, person);
    refreshMatchKeys(write, person);
  }
  for (const person of people) refreshCaseload(write, person, today);
}
