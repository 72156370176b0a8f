import { type RawBuilder, type SqlBool, sql } from 'kysely';
import {
  type AgeSpan,
  bornWithin,
  type CheckKind,
  type CheckState,
  ruleOf,
  windowOf,
} from '../../../shared/domain/checks.ts';
import { endOfLifeFlag, wishes } from '../../../shared/domain/registers.ts';
import type { ReadHandle } from './handles.ts';
import { type Compilable, sqlBuilder } from './statements.ts';

/**
 * Lists of people to whom something is due, read from the rules of `shared/domain/checks.ts` as SQL: candidates come from the
 * indexes of flags, conditions and birth dates, and how their check stands from the index of checks, so that only the people
 * of the page are read.
 */
export interface RegisterQuery {
  /** Null: the end-of-life register, which is about recorded wishes. */
  readonly kind: CheckKind | null;
  readonly neighbourhoods: readonly string[];
  /** Only people of this worker's open cases. */
  readonly worker: string | null;
  readonly states: readonly CheckState[];
  readonly today: string;
}

/** How many people there are in each state. */
export const countRegister = (read: ReadHandle, query: RegisterQuery): ReadonlyMap<CheckState, number> =>
  new Map(read.query(registerCounts(query)).map(({ state, number }) => [state, number]));

/** One window of a register by name: ids with their state. */
export const listRegister = (read: ReadHandle, query: RegisterQuery, offset: number, limit: number) =>
  read.query(registerPage(query, offset, limit));

/** The query of the counts; states that were asked for do not narrow it. */
export const registerCounts = (query: RegisterQuery): Compilable<{ state: CheckState; number: number }> =>
  built(sql`${standing(query)} SELECT state, count(*) AS number FROM standing GROUP BY state`);

/** The query of one window. */
export function registerPage(
  query: RegisterQuery,
  offset: number,
  limit: number,
): Compilable<{ id: string; state: CheckState }> {
  const { states } = query;
  const wanted = states.length === 0 ? sql<SqlBool>`1` : sql<SqlBool>`state IN (${sql.join(states)})`;
  return built(
    sql`${standing(query)} SELECT id, state FROM standing WHERE ${wanted}
      ORDER BY sort_name, id LIMIT ${limit} OFFSET ${offset}`,
  );
}

const built = <Row>(query: RawBuilder<unknown>): Compilable<Row> => ({
  compile: () => query.compile(sqlBuilder) as ReturnType<Compilable<Row>['compile']>,
});

/** `standing`: everybody on the register with sort name and state. */
function standing(query: RegisterQuery): RawBuilder<unknown> {
  const { kind, today } = query;
  if (kind === null)
    return sql`WITH standing AS (
      SELECT p.id, p.sort_name,
        CASE WHEN EXISTS (SELECT 1 FROM care_decisions AS d
          WHERE d.person_id = p.id AND d.kind IN (${sql.join([...wishes])}) AND d.voided IS NULL)
        THEN 'done' ELSE 'due' END AS state
      FROM (${withFlag([endOfLifeFlag])}) AS c CROSS JOIN people AS p ON p.id = c.id WHERE ${listed(query)})`;
  const { doneAfter, offerAfter } = windowOf(kind, today);
  return sql`WITH eligible AS MATERIALIZED (
      SELECT id, sort_name,
        (SELECT max(done_on) FROM checks WHERE person_id = found.id AND kind = ${kind} AND voided IS NULL) AS done_on
      FROM (${eligible(query, kind)}) AS found),
    offers AS MATERIALIZED (
      SELECT id, sort_name, done_on,
        (SELECT k.offered_on || coalesce(k.response, '') FROM checks AS k
         WHERE k.person_id = eligible.id AND k.kind = ${kind} AND k.done_on IS NULL AND k.voided IS NULL
           AND k.offered_on > ${offerAfter} AND k.offered_on >= coalesce(eligible.done_on, '')
         ORDER BY k.offered_on DESC, k.id DESC LIMIT 1) AS offer
      FROM eligible),
    standing AS (
      SELECT id, sort_name,
        CASE WHEN done_on > ${doneAfter} THEN 'done' WHEN offer IS NULL THEN 'due'
          WHEN length(offer) = 10 THEN 'offered' ELSE substr(offer, 11) END AS state
      FROM offers)`;
}

/** Ids and sort names of those for whom a check is, each once. */
function eligible(query: RegisterQuery, kind: CheckKind): RawBuilder<unknown> {
  const { ages = [], flags = [], conditions = [], unless = [], or } = ruleOf(kind);
  const without =
    unless.length === 0
      ? sql<SqlBool>`1`
      : sql<SqlBool>`NOT EXISTS (SELECT 1 FROM conditions AS x WHERE x.person_id = p.id
          AND x.code IN (${sql.join([...unless])}) AND x.ended_on IS NULL AND x.voided IS NULL)`;
  const where = sql<SqlBool>`${listed(query)} AND ${without}`;
  const grounds = [
    ...(flags.length > 0 ? [withFlag(flags)] : []),
    ...(conditions.length > 0
      ? [
          sql`SELECT person_id AS id FROM conditions
          WHERE code IN (${sql.join([...conditions])}) AND ended_on IS NULL AND voided IS NULL`,
        ]
      : []),
  ];
  const ofAge = ages.map((span) => bornIn(span, query.today));
  const byGround = (more: RawBuilder<SqlBool>) =>
    sql`SELECT p.id, p.sort_name FROM (${sql.join(grounds, sql` UNION `)}) AS c CROSS JOIN people AS p ON p.id = c.id
      WHERE ${where} AND ${more}`;
  const byAge = ofAge.map((born) => sql`SELECT p.id, p.sort_name FROM people AS p WHERE ${where} AND ${born}`);
  if (grounds.length === 0) return sql.join(byAge, sql` UNION `);
  if (or) return sql.join([byGround(sql<SqlBool>`1`), ...byAge], sql` UNION `);
  return byGround(ofAge.length === 0 ? sql<SqlBool>`1` : sql<SqlBool>`(${sql.join(ofAge, sql` OR `)})`);
}

const withFlag = (codes: readonly string[]): RawBuilder<unknown> =>
  sql`SELECT person_id AS id FROM flags WHERE code IN (${sql.join([...codes])}) AND ended_on IS NULL AND voided IS NULL`;

/** Of an age: by the whole birth date, or by the year where only that is known. */
function bornIn(span: AgeSpan, today: string): RawBuilder<SqlBool> {
  const { after, until } = bornWithin(span, today);
  return sql<SqlBool>`((p.birth_date > ${after} AND p.birth_date <= ${until}) OR (p.birth_date IS NULL
    AND CAST(p.birth ->> 'year' AS TEXT) > ${after.slice(0, 4)} AND CAST(p.birth ->> 'year' AS TEXT) <= ${until.slice(0, 4)}))`;
}

/** The living of the neighbourhoods asked for, whose records are in use. */
function listed({ neighbourhoods, worker }: RegisterQuery): RawBuilder<SqlBool> {
  const places = neighbourhoods.length === 0 ? sql`NULL` : sql.join([...neighbourhoods]);
  const living = sql<SqlBool>`p.neighbourhood_id IN (${places})
    AND p.merged_into IS NULL AND p.voided IS NULL AND p.death IS NULL`;
  if (worker === null) return living;
  return sql<SqlBool>`${living} AND p.id IN (SELECT person_id FROM caseload
    WHERE coordinator_id = ${worker} AND status IN ('proposed', 'open', 'on-hold')
    UNION SELECT person_id FROM caseload
    WHERE behaviourist_id = ${worker} AND status IN ('proposed', 'open', 'on-hold'))`;
}
