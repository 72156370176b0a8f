import type { Migration } from 'kysely/migration';
import * as foundation from './0001-foundation.ts';
import * as planning from './0002-planning.ts';
import * as together from './0003-working-together.ts';

/** Every migration by name, in the order in which they run. Never edit one that has been released: add the next. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-foundation': foundation,
  '0002-planning': planning,
  '0003-working-together': together,
};
