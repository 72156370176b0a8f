import { type Kysely, sql } from 'kysely';
import { local } from './0001-foundation/local.ts';
import { places } from './0001-foundation/places.ts';
import { record } from './0001-foundation/record.ts';
import { work } from './0001-foundation/work.ts';

/** The journal, the record of people, the work with them, and what only this device keeps. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...local, ...places, ...record, ...work]) await sql.raw(statement).execute(db);
}
