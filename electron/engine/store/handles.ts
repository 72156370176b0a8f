import type { Bindable, Compilable, Parameters, Statement } from './statements.ts';

/** Reads. A store function that only reads takes this, so it cannot be given the means to write by accident. */
export interface ReadHandle {
  /** All rows of a statement. */
  all<P extends Parameters, Row>(statement: Statement<P, Row>, parameters: P): Row[];
  /** The first row, or undefined. */
  get<P extends Parameters, Row>(statement: Statement<P, Row>, parameters: P): Row | undefined;
  /** All rows of a query whose shape depends on the call (filters, sorting). */
  query<Row>(query: Compilable<Row>): Row[];
  /** Rows one at a time, for lists too long to hold. The handle can do nothing else until it ends. */
  each<Row>(query: Compilable<Row>): IterableIterator<Row>;
  /** Checks pages (`quick`) or pages and indexes. @throws AppError `corrupted` */
  checkIntegrity(quick: boolean): void;
}

/** Reads and writes. Only the journal writes synced tables; stores of local tables write their own. */
export interface WriteHandle extends ReadHandle {
  readonly writable: true;
  /** Runs a statement; the number of rows changed. */
  run<P extends Parameters>(statement: Statement<P, unknown>, parameters: P): number;
  /** Runs a built query that returns nothing; the number of rows changed. */
  execute(query: Compilable): number;
  /** Runs SQL text with positional values: the journal's inserts and updates of any table. */
  runSql(sql: string, values: readonly Bindable[]): number;
}
