import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Store } from '../../electron/engine/store/database.ts';
import { sqlStatement } from '../../electron/engine/store/statements.ts';
import { migrations } from '../../migrations/index.ts';

/** Name of the first migration: the oldest store that there is. */
const firstMigration = Object.keys(migrations)[0] ?? '';

interface Part {
  readonly name: string;
  readonly sql: string;
  /** Names of a table's columns, with commas between. */
  readonly columns: string | null;
}

const schemaSql = `SELECT name, sql, (SELECT group_concat(name) FROM pragma_table_xinfo(s.name)) AS columns
  FROM sqlite_schema AS s WHERE sql IS NOT NULL AND name NOT LIKE 'kysely%'
  AND name NOT LIKE 'people\\_search\\_%' ESCAPE '\\' ORDER BY name`;
const schema = sqlStatement<Record<string, never>, Part>(schemaSql);

/**
 * Makes a filled store of this version one of the first: what later migrations made is taken out, with its changes.
 * @throws Error when what is left is not what the first migration makes
 */
export async function takeBackToFirst(store: Store): Promise<void> {
  const first = await firstSchema();
  const now = store.all(schema, {});
  const later = now.filter(({ name }) => !first.has(name));
  for (const { name } of later.filter(({ sql }) => sql.startsWith('CREATE INDEX')))
    store.runSql(`DROP INDEX "${name}"`, []);
  for (const { name } of later.filter(({ sql }) => sql.startsWith('CREATE TABLE'))) {
    store.runSql(`DROP TABLE "${name}"`, []);
    store.runSql('DELETE FROM changes WHERE entity = ?', [name]);
    store.runSql('DELETE FROM heads WHERE entity = ?', [name]);
  }
  for (const { name, columns } of now.filter(({ sql }) => sql.startsWith('CREATE TABLE'))) {
    const before = first.get(name)?.columns?.split(',');
    for (const column of columns?.split(',') ?? [])
      if (before && !before.includes(column)) store.runSql(`ALTER TABLE "${name}" DROP COLUMN "${column}"`, []);
  }
  store.runSql('DELETE FROM kysely_migration WHERE name <> ?', [firstMigration]);
  if (text(store.all(schema, {})) !== text([...first.values()]))
    throw new Error('not the schema of the first migration');
}

/** A column that came and went leaves other blanks behind. */
const text = (parts: readonly Part[]): string => JSON.stringify(parts).replaceAll(/\\n|\s+/gu, '');

/** What the first migration makes, by name, from an empty database in memory. */
async function firstSchema(): Promise<Map<string, Part>> {
  const database = new Database(':memory:');
  await migrations[firstMigration]?.up(new Kysely({ dialect: new SqliteDialect({ database }) }));
  const parts = database.prepare<[], Part>(schemaSql).all();
  database.close();
  return new Map(parts.map((part) => [part.name, part]));
}
