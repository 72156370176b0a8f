/**
 * Makes `electron/engine/store/tables.ts` from the migrated database, so that the types of rows cannot drift from it.
 * `--check` compares instead of writing and exits 1 when they differ.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { createUnencryptedSchema, type GeneratedColumn } from '../../electron/engine/store/database.ts';

const target = new URL('../../electron/engine/store/tables.ts', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'oneteam-tables-'));
try {
  const database = join(folder, 'schema.db');
  const made = argv.includes('--check') ? join(folder, 'tables.ts') : target;
  const generated = await createUnencryptedSchema(database);
  const bin = new URL('../../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url).pathname;
  execFileSync(process.execPath, [
    bin,
    '--dialect',
    'sqlite',
    '--url',
    database,
    '--out-file',
    made,
    '--exclude-pattern',
    'kysely_*',
    '--log-level',
    'error',
  ]);
  writeFileSync(made, withGenerated(readFileSync(made, 'utf8'), generated));
  if (made !== target && readFileSync(made, 'utf8') !== readFileSync(target, 'utf8')) {
    console.error('electron/engine/store/tables.ts is not what the migrations make: run `npm run tables`.');
    exit(1);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** kysely-codegen leaves out generated columns; they are read like any other and never written. */
function withGenerated(source: string, columns: readonly GeneratedColumn[]): string {
  const typed = columns.reduce((text, { table, column, type, nullable }) => {
    const name = new RegExp(`^  ${table}: (\\w+);`, 'm').exec(text)?.[1];
    const value = `${type === 'TEXT' ? 'string' : 'number'}${nullable ? ' | null' : ''}`;
    return text.replace(`export interface ${name} {\n`, (start) => `${start}  ${column}: GeneratedAlways<${value}>;\n`);
  }, source);
  return typed.replace(
    'import type { ColumnType } from "kysely";',
    'import type { ColumnType, GeneratedAlways } from "kysely";',
  );
}
