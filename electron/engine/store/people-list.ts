import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReadHandle } from './handles.ts';
import { sqlBuilder } from './statements.ts';

/** A list of people as SQL sees it. Every part is answered from an index, so that no page reads the people it passes over. */
export interface PeopleListQuery {
  /** Empty: no restriction by neighbourhood, for lists of a worker's own practice. */
  readonly neighbourhoodIds: readonly string[];
  readonly sort: 'name' | 'name-desc' | 'youngest' | 'oldest';
  readonly practiceIds?: readonly string[] | undefined;
  readonly flag?: string | undefined;
  readonly segment?: string | undefined;
  /** Dates between which people were born, both included; each is a condition of its own. */
  readonly born?: readonly { readonly from: string; readonly until: string }[] | undefined;
  readonly deceased?: boolean | undefined;
  readonly openCase?: boolean | undefined;
  /** FTS5 expression over names. */
  readonly match?: string | undefined;
  /** Leading digits. */
  readonly nhsNumber?: string | undefined;
  /** Beginnings of postcodes, any of them. */
  readonly postcodes?: readonly string[] | undefined;
}

/** Each is the order of an index, forwards or backwards. */
const orders = {
  name: sql`sort_name, id`,
  'name-desc': sql`sort_name DESC, id DESC`,
  youngest: sql`birth_date DESC, sort_name DESC, id DESC`,
  oldest: sql`birth_date ASC NULLS LAST, sort_name, id`,
} as const;

/** The same order as by name, but SQLite shall gather who was born then, and not walk along everybody's names. */
const bornByName = sql`+sort_name, +id`;

/** The ids of one window of a list. */
export const listPeople = (read: ReadHandle, list: PeopleListQuery, offset: number, limit: number): string[] =>
  read.query(pageQuery(list, offset, limit)).map(({ id }) => id);

/** How many people a list holds. */
export const countPeople = (read: ReadHandle, list: PeopleListQuery): number =>
  read.query(countQuery(list))[0]?.total ?? 0;

/** The query of one window. */
export const pageQuery = (list: PeopleListQuery, offset: number, limit: number) =>
  sqlBuilder
    .selectFrom('people')
    .select('id')
    .where((where) => where.and(conditionsOf(list)))
    .orderBy(list.born && list.sort === 'name' ? bornByName : orders[list.sort])
    .limit(limit)
    .offset(offset);

/** The query of the total. */
export const countQuery = (list: PeopleListQuery) =>
  sqlBuilder
    .selectFrom('people')
    .select((select) => select.fn.countAll<number>().as('total'))
    .where((where) => where.and(conditionsOf({ ...list, sort: 'name' })));

type Condition = RawBuilder<SqlBool>;

function conditionsOf(list: PeopleListQuery): Condition[] {
  const all: Condition[] = [sql`merged_into IS NULL`, sql`voided IS NULL`, ...placeConditions(list)];
  const { flag, segment, born = [], deceased, openCase, match, nhsNumber, postcodes } = list;
  if (flag !== undefined)
    all.push(sql`id IN (SELECT person_id FROM flags WHERE code = ${flag} AND ended_on IS NULL AND voided IS NULL)`);
  if (segment !== undefined)
    all.push(
      sql`id IN (SELECT person_id FROM segments WHERE code = ${segment} AND ended_on IS NULL AND voided IS NULL)`,
    );
  for (const { from, until } of born) all.push(sql`birth_date BETWEEN ${from} AND ${until}`);
  if (deceased !== undefined) all.push(inOrNot(deceased, sql`(SELECT id FROM people WHERE death IS NOT NULL)`));
  if (openCase !== undefined) all.push(inOrNot(openCase, withOpenCase(list)));
  if (match !== undefined)
    all.push(sql`number IN (SELECT rowid FROM people_search WHERE people_search MATCH ${match})`);
  if (nhsNumber !== undefined)
    all.push(
      sql`id IN (SELECT id FROM people WHERE nhs_number IS NOT NULL AND nhs_number BETWEEN ${nhsNumber} AND ${end(nhsNumber)})`,
    );
  if (postcodes !== undefined) {
    const ranges = postcodes.map((prefix) => sql<SqlBool>`postcode BETWEEN ${prefix} AND ${end(prefix)}`);
    all.push(sql`id IN (SELECT id FROM people WHERE ${sql.join(ranges, sql` OR `)})`);
  }
  return all;
}

/** Sorts after every text that begins with the prefix. */
const end = (prefix: string): string => `${prefix}\uffff`;

const inOrNot = (inside: boolean, ids: RawBuilder<unknown>): Condition =>
  inside ? sql`id IN ${ids}` : sql`id NOT IN ${ids}`;

function withOpenCase(list: PeopleListQuery): RawBuilder<unknown> {
  const unfinished = sql`status IN ('proposed', 'open', 'on-hold')`;
  if (list.neighbourhoodIds.length === 0) return sql`(SELECT person_id FROM caseload WHERE ${unfinished})`;
  return sql`(SELECT person_id FROM caseload WHERE neighbourhood_id IN (${sql.join(list.neighbourhoodIds)}) AND ${unfinished})`;
}

/**
 * One neighbourhood by name is a walk along its own index. Several, or another order, walk the index of that order and
 * pass over other neighbourhoods: `+` keeps SQLite from gathering everybody first and sorting them for each page.
 */
function placeConditions({ neighbourhoodIds, practiceIds = [], sort, born }: PeopleListQuery): Condition[] {
  const found: Condition[] = [];
  const [only] = neighbourhoodIds;
  const byName = (sort === 'name' || sort === 'name-desc') && !born;
  if (practiceIds.length > 0) found.push(sql`practice_id IN (${sql.join(practiceIds)})`);
  if (neighbourhoodIds.length === 1 && byName && practiceIds.length === 0) found.push(sql`neighbourhood_id = ${only}`);
  else if (neighbourhoodIds.length > 0) found.push(sql`+neighbourhood_id IN (${sql.join(neighbourhoodIds)})`);
  return found;
}
