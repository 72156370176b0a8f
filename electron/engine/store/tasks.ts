import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { ReadHandle } from './handles.ts';
import { type Compilable, sqlBuilder, sqlStatement, statement } from './statements.ts';
import type { Tasks } from './tables.ts';

/** A task as it is stored; state and snooze are JSON text. */
export type TaskRow = Selectable<Tasks>;

/** A task with the names in it and enough of its person to know them. */
export interface TaskLine extends TaskRow {
  readonly neighbourhood: string | null;
  readonly owner: string | null;
  readonly creator: string | null;
  readonly name: string | null;
  readonly birth: string | null;
  readonly death: string | null;
  readonly nhs_number: string | null;
  readonly address: string | null;
  readonly person_neighbourhood: string | null;
  readonly person_practice: string | null;
}

/** Which tasks, for whom. */
export interface TaskQuery {
  /** Tasks of this worker; of these teams when null. */
  readonly mine: string | null;
  readonly neighbourhoods: readonly string[];
  readonly state: 'open' | 'snoozed' | 'done' | 'cancelled';
  readonly due: 'overdue' | 'today' | 'week' | 'none' | undefined;
  readonly ownerId: string | undefined;
  readonly nobody: boolean | undefined;
  readonly today: string;
  /** Last day of the next seven. */
  readonly weekEnd: string;
}

/** To the letter the expression of the indexes: SQLite matches an indexed expression by its form. */
const dueOn = `ifnull(due_on, '9999-12-31')`;
const open = `status = 'open' AND voided IS NULL`;

const lineColumns = `t.*, n.name AS neighbourhood, o.name AS owner, b.name AS creator, p.name, p.birth, p.death,
  p.nhs_number, p.address, p.neighbourhood_id AS person_neighbourhood, p.practice_id AS person_practice`;
const lineJoins = `LEFT JOIN people AS p ON p.id = t.person_id
  LEFT JOIN neighbourhoods AS n ON n.id = t.neighbourhood_id LEFT JOIN workers AS o ON o.id = t.owner_id
  LEFT JOIN workers AS b ON b.id = t.created_by`;

const byId = statement((q, p: { id: string }) => q.selectFrom('tasks').selectAll().where('id', '=', p.id));
const byIds = sqlStatement<{ ids: string }, TaskLine>(
  `SELECT ${lineColumns} FROM json_each(?) AS wanted CROSS JOIN tasks AS t ON t.id = wanted.value ${lineJoins}
   ORDER BY wanted.key`,
  'ids',
);
const openOfPerson = sqlStatement<{ person: string }, { id: string }>(
  `SELECT id FROM tasks WHERE person_id = ? AND ${open} ORDER BY ${dueOn}, id`,
  'person',
);
const doneOfPerson = sqlStatement<{ person: string; limit: number }, { id: string }>(
  `SELECT id FROM tasks WHERE person_id = ? AND status = 'done' AND voided IS NULL
   ORDER BY state ->> 'on' DESC, id DESC LIMIT ?`,
  'person',
  'limit',
);
const openOfCase = sqlStatement<{ case: string }, TaskLine>(
  `SELECT ${lineColumns} FROM cases AS c CROSS JOIN tasks AS t ON t.person_id = c.person_id ${lineJoins}
   WHERE c.id = ? AND t.status = 'open' AND t.voided IS NULL AND (t.case_id IS NULL OR t.case_id = c.id)
   ORDER BY ifnull(t.due_on, '9999-12-31'), t.id`,
  'case',
);

/** A task, or undefined. */
export const findTask = (read: ReadHandle, id: string): TaskRow | undefined => read.get(byId, { id });

/** Tasks by their ids, in that order, with the names in them. */
export const taskLines = (read: ReadHandle, ids: readonly string[]): TaskLine[] =>
  ids.length === 0 ? [] : read.all(byIds, { ids: JSON.stringify(ids) });

/** Ids of the open tasks about a person, the earliest due first. */
export const openTasksOf = (read: ReadHandle, person: string): string[] =>
  read.all(openOfPerson, { person }).map(({ id }) => id);

/** Ids of the tasks about a person that were done, latest first. */
export const doneTasksOf = (read: ReadHandle, person: string, limit: number): string[] =>
  read.all(doneOfPerson, { person, limit }).map(({ id }) => id);

/** Open tasks that belong to a case: its own, and those about its person that name no case. */
export const openTasksOfCase = (read: ReadHandle, caseId: string): TaskLine[] => read.all(openOfCase, { case: caseId });

const pressing = sqlStatement<{ worker: string; neighbourhoods: string; today: string }, { id: string }>(
  `SELECT id FROM (
     SELECT id, due_on, priority, snooze FROM tasks WHERE owner_id = ? AND ${open}
     UNION ALL
     SELECT t.id, t.due_on, t.priority, t.snooze FROM json_each(?) AS place CROSS JOIN tasks AS t
       WHERE t.neighbourhood_id = place.value AND t.owner_id IS NULL AND t.status = 'open' AND t.voided IS NULL)
   WHERE (due_on <= ? OR priority = 'urgent') AND (snooze IS NULL OR snooze ->> 'until' <= ?)
   ORDER BY priority <> 'urgent', ${dueOn}, id`,
  'worker',
  'neighbourhoods',
  'today',
  'today',
);

/** Ids of the tasks that need a worker today: due or urgent, their own or not yet taken by anybody of these teams. */
export const pressingTasks = (
  read: ReadHandle,
  worker: string,
  neighbourhoods: readonly string[],
  today: string,
): string[] =>
  read.all(pressing, { worker, neighbourhoods: JSON.stringify(neighbourhoods), today }).map(({ id }) => id);

/** Ids of the tasks in a window of a list. */
export function taskIds(read: ReadHandle, query: TaskQuery, offset: number, limit: number): string[] {
  const ended = query.state === 'done' || query.state === 'cancelled';
  const order = ended ? sql`state ->> 'on' DESC, id DESC` : sql`${due}, id`;
  const window = sql`SELECT id FROM tasks WHERE ${all(query)} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`;
  return read.query(built<{ id: string }>(window)).map(({ id }) => id);
}

/** How many fit. */
export function countTasks(read: ReadHandle, query: TaskQuery): number {
  const count = sql`SELECT count(*) AS total FROM tasks WHERE ${all(query)}`;
  return read.query(built<{ total: number }>(count))[0]?.total ?? 0;
}

type Piece = RawBuilder<unknown>;
const built = <Row>(piece: Piece): Compilable<Row> => ({
  compile: () => (piece as RawBuilder<Row>).compile(sqlBuilder),
});
const due = sql.raw(dueOn);

/** The conditions of a list, each of which must hold. */
function all(query: TaskQuery): Piece {
  const { mine, neighbourhoods, state, ownerId, nobody, today, weekEnd } = query;
  const waits = sql`(snooze IS NOT NULL AND snooze ->> 'until' > ${today})`;
  const parts: Piece[] = [
    // In so many words: only then does an index of open tasks fit.
    state === 'open' || state === 'snoozed' ? sql`${sql.raw(open)}` : sql`status = ${state} AND voided IS NULL`,
    mine === null ? oneOf(neighbourhoods) : sql`owner_id = ${mine}`,
  ];
  if (mine === null && nobody) parts.push(sql`owner_id IS NULL`);
  if (mine === null && ownerId !== undefined) parts.push(sql`owner_id = ${ownerId}`);
  if (state === 'open') parts.push(sql`NOT ${waits}`);
  if (state === 'snoozed') parts.push(waits);
  if (query.due === 'overdue') parts.push(sql`${due} < ${today}`);
  if (query.due === 'today') parts.push(sql`${due} = ${today}`);
  if (query.due === 'week') parts.push(sql`${due} > ${today} AND ${due} <= ${weekEnd}`);
  if (query.due === 'none') parts.push(sql`due_on IS NULL`);
  return sql.join(parts, sql` AND `);
}

const oneOf = (neighbourhoods: readonly string[]): Piece =>
  neighbourhoods.length === 0 ? sql`0` : sql`neighbourhood_id IN (${sql.join(neighbourhoods)})`;
