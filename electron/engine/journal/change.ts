import type { DB } from '../store/tables.ts';

/** Synced tables are those with an `origin` column: no list of them exists anywhere else. */
export type SyncedTable = {
  [T in keyof DB]: DB[T] extends { origin: string } ? T : never;
}[keyof DB];

/** A value as a synced column holds it; composite fields are JSON text. */
export type FieldValue = string | number | null;
export type Patch = Readonly<Record<string, FieldValue>>;

/** One entry of the journal (J2). */
export interface Change {
  readonly id: string;
  /** Device and incarnation. */
  readonly device: string;
  /** Counts up without gaps per device incarnation. */
  readonly seq: number;
  /** A neighbourhood's id, or `city`. */
  readonly scope: string;
  readonly entity: string;
  readonly row: string;
  readonly patch: Patch;
  /** For each patched field the heads that it replaces; null for the change that creates the row. */
  readonly base: Readonly<Record<string, readonly string[]>> | null;
  /** Worker. */
  readonly actor: string;
  /** Id of the command that made it; all changes of one command share it. */
  readonly command: string;
}

/** Columns of a synced table that are not fields: they never appear in a patch. */
export const metaColumns: ReadonlySet<string> = new Set(['id', 'scope', 'origin', 'number']);
