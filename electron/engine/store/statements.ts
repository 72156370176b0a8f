import type { CompiledQuery, Kysely } from 'kysely';
import { DummyDriver, Kysely as KyselyBuilder, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { DB } from './tables.ts';

/** Kysely as a typed builder of SQL only: it never runs anything. */
export const sqlBuilder: Kysely<DB> = new KyselyBuilder<DB>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** What SQLite can bind. */
export type Bindable = string | number | bigint | Uint8Array | null;
export type Parameters = Readonly<Record<string, Bindable>>;

/** A query that was built but not run; its row type is carried by Kysely's builder. */
export interface Compilable<Row = unknown> {
  compile(): CompiledQuery<Row>;
}

/**
 * A statement whose SQL is built once, on first use, and then only bound and run.
 * @template P names and types of its parameters
 * @template Row one row of its result
 */
export interface Statement<P extends Parameters, Row> {
  readonly sql: () => string;
  readonly bind: (parameters: P) => readonly Bindable[];
  /** Only for types: carries the row. */
  readonly row?: Row;
}

/** Stands in a built query where a parameter's value will be bound. */
class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * Makes a statement from a Kysely query. `build` gets the builder and a stand-in for each parameter, typed as its value.
 *
 * @example
 * const byId = statement((q, p: { id: string }) => q.selectFrom('people').selectAll().where('id', '=', p.id));
 */
export function statement<P extends Parameters, Row>(
  build: (query: Kysely<DB>, parameters: P) => Compilable<Row>,
): Statement<P, Row> {
  let built: { sql: string; slots: readonly unknown[] } | undefined;
  const compiled = () => {
    if (!built) {
      const stand = new Proxy({}, { get: (_, name) => new Slot(String(name)) });
      const { sql, parameters } = build(sqlBuilder, stand as P).compile();
      built = { sql, slots: parameters };
    }
    return built;
  };
  return {
    sql: () => compiled().sql,
    bind: (parameters) =>
      compiled().slots.map((slot) => (slot instanceof Slot ? (parameters[slot.name] as Bindable) : (slot as Bindable))),
  };
}

/** Makes a statement from SQL text, for what Kysely cannot say (full-text MATCH, recursive walks). Values are bound in the order of `names`. */
export function sqlStatement<P extends Parameters, Row>(
  sql: string,
  ...names: (keyof P & string)[]
): Statement<P, Row> {
  return { sql: () => sql, bind: (parameters) => names.map((name) => parameters[name] as Bindable) };
}
