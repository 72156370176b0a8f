import { type RawBuilder, sql } from 'kysely';
import type { CaseloadFilter, CaseloadSort } from '../../../shared/contract/caseload.ts';
import { type CaseStatus, caseStatuses, isUnfinished } from '../../../shared/domain/case-status.ts';
import { caseloadConditions, dueOn } from './caseload-conditions.ts';
import type { ReadHandle } from './handles.ts';
import { type Compilable, sqlBuilder } from './statements.ts';

/** Which cases, for whom, in which order. */
export interface CaseloadQuery {
  readonly filter: CaseloadFilter & { readonly caseIds?: readonly string[] | undefined };
  readonly sort: CaseloadSort;
  readonly down: boolean;
  /** The worker whose list it is, with what they may see: cases of these neighbourhoods and practices, and their own. */
  readonly worker: string;
  readonly neighbourhoods: readonly string[];
  readonly practices: readonly string[];
  readonly today: string;
}

type Piece = RawBuilder<unknown>;

const orders: Readonly<Record<CaseloadSort, readonly Piece[]>> = {
  due: [dueOn],
  tier: [sql`tier_rank`, sql`points`],
  name: [sql`sort_name`],
  last: [sql`last_contact_at`],
  opened: [sql`opened_on`],
};

/**
 * Ids of the cases in a window of the list. Without a narrow filter, each neighbourhood and status is the walk of one
 * index in the order asked for, and SQLite merges the walks until the window is full: the work does not grow with the list.
 */
export function caseloadIds(read: ReadHandle, query: CaseloadQuery, offset: number, limit: number): string[] {
  const window = windowQuery(query, offset, limit);
  return window === null ? [] : read.query<{ case_id: string }>(window).map(({ case_id }) => case_id);
}

/** The query of `caseloadIds`; null when nothing can fit. */
export function windowQuery(
  query: CaseloadQuery,
  offset: number,
  limit: number,
): Compilable<{ case_id: string }> | null {
  const walks = isNarrow(query) ? [[visible(query), statusIn(statusesOf(query))]] : walksOf(query);
  if (walks.length === 0) return null;
  const keys = orders[query.sort];
  const columns = sql.join(keys.map((key, place) => sql`${key} AS ${sql.ref(`key${place}`)}`));
  const shared = caseloadConditions(query);
  const selects = walks.map(
    (walk) => sql`SELECT case_id, ${columns} FROM caseload WHERE ${sql.join([...walk, ...shared], sql` AND `)}`,
  );
  const towards = sql.raw(query.down ? 'DESC' : 'ASC');
  // The index of the tiers runs from the highest down, and its ids up.
  const ties = sql.raw(query.down === (query.sort === 'tier') ? 'ASC' : 'DESC');
  const order = sql.join([...keys.map((_, place) => sql`${sql.ref(`key${place}`)} ${towards}`), sql`case_id ${ties}`]);
  return built(sql`${sql.join(selects, sql` UNION ALL `)} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`);
}

/** How many cases fit. */
export function countCaseload(read: ReadHandle, query: CaseloadQuery): number {
  const conditions = [visible(query), statusIn(statusesOf(query)), ...caseloadConditions(query)];
  const count = sql`SELECT count(*) AS total FROM caseload WHERE ${sql.join(conditions, sql` AND `)}`;
  return read.query(built<{ total: number }>(count))[0]?.total ?? 0;
}

function built<Row>(piece: Piece): Compilable<Row> {
  return { compile: () => (piece as RawBuilder<Row>).compile(sqlBuilder) };
}

/** Filters that leave few enough cases to sort. */
function isNarrow({ filter }: CaseloadQuery): boolean {
  return Boolean(
    filter.mine ||
      filter.coordinatorIds ||
      filter.noCoordinator ||
      filter.behaviouristId ||
      filter.transferPending ||
      filter.caseIds,
  );
}

const statusesOf = ({ filter }: CaseloadQuery): readonly CaseStatus[] =>
  filter.statuses ?? caseStatuses.filter(isUnfinished);
const statusIn = (statuses: readonly CaseStatus[]): Piece => sql`status IN (${sql.join(statuses)})`;
/** Plus signs keep an index from being chosen by a list of values when a narrower or an ordered one is there. */
const oneOf = (column: string, values: readonly string[]): Piece =>
  values.length === 0 ? sql`0` : sql`+${sql.ref(column)} IN (${sql.join(values)})`;

/** What the worker may see of the caseload at all. */
function visible(query: CaseloadQuery): Piece {
  const { filter, neighbourhoods, practices, worker } = query;
  if (!filter.mine) {
    if (isNarrow(query))
      return sql`(${oneOf('neighbourhood_id', neighbourhoods)} OR ${oneOf('practice_id', practices)})`;
    const places = [neighbourhoods.length === 0 ? sql`0` : sql`neighbourhood_id IN (${sql.join(neighbourhoods)})`];
    if (practices.length > 0) places.push(sql`practice_id IN (${sql.join(practices)})`);
    return sql`(${sql.join(places, sql` OR `)})`;
  }
  // A closed case is no longer a reason to see a record, so one of another neighbourhood is left out.
  return sql`case_id IN (
    SELECT case_id FROM case_roles WHERE worker_id = ${worker} AND ended_at IS NULL AND voided IS NULL
    UNION SELECT case_id FROM caseload WHERE coordinator_id = ${worker}
    UNION SELECT case_id FROM caseload WHERE behaviourist_id = ${worker}
  ) AND (status <> 'closed' OR ${oneOf('neighbourhood_id', neighbourhoods)})`;
}

/** One walk for each neighbourhood and status, and for each practice outside of those neighbourhoods. */
function walksOf(query: CaseloadQuery): Piece[][] {
  const { filter, neighbourhoods, practices } = query;
  const asked = filter.neighbourhoodIds;
  const places = asked ? neighbourhoods.filter((id) => asked.includes(id)) : neighbourhoods;
  const walks: Piece[][] = [];
  for (const status of statusesOf(query)) {
    for (const id of places) walks.push([sql`neighbourhood_id = ${id}`, sql`status = ${status}`]);
    for (const id of practices)
      walks.push([
        sql`practice_id = ${id}`,
        sql`status = ${status}`,
        sql`NOT (${oneOf('neighbourhood_id', neighbourhoods)})`,
      ]);
  }
  return walks;
}
