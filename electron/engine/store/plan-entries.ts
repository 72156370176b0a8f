import type { Selectable } from 'kysely';
import type { PlanPart } from '../../../shared/contract/plan-entry.ts';
import type { ReadHandle } from './handles.ts';
import { entryTables } from './person-entries.ts';
import { sqlStatement } from './statements.ts';
import type { DB } from './tables.ts';

/** What every part has. */
interface Part {
  readonly person_id: string;
  readonly scope: string;
  readonly voided: string | null;
}
type RowOf<P extends PlanPart> = Selectable<DB[(typeof entryTables)[P]]> & Part;

/** A part of the plan by its id, or undefined. */
export function findPart<P extends PlanPart>(read: ReadHandle, part: P, id: string): RowOf<P> | undefined {
  const byId = sqlStatement<{ id: string }, RowOf<P>>(`SELECT * FROM "${entryTables[part]}" WHERE id = ?`, 'id');
  return read.get(byId, { id });
}
