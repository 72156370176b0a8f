import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { databaseName, requireOpen } from '../../electron/engine/engine.ts';
import { appliedMigrations, openStore } from '../../electron/engine/store/database.ts';
import { migrateWithCopy } from '../../electron/engine/upgrade.ts';
import { migrations } from '../../migrations/index.ts';
import { type CareTeam, careTeam } from './care-team.ts';

let team: CareTeam;
afterEach(() => team.dispose());

test('an older database is copied, encrypted, before it is brought up to date; an up-to-date one is not', async () => {
  team = await careTeam();
  const { profile } = team.engine.options;
  const { databaseKey, store } = requireOpen(team.engine);
  const key = Buffer.from(databaseKey);
  const copies = () =>
    existsSync(join(profile, 'backups'))
      ? readdirSync(join(profile, 'backups')).filter((name) => name.startsWith('before-'))
      : [];
  await migrateWithCopy(team.engine, key);
  expect(copies()).toEqual([]);
  store.close();
  const file = join(profile, databaseName);
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  openStore({ file, key }).close();
  await migrateWithCopy(team.engine, key);
  const [copy = ''] = copies();
  expect(copy).toMatch(/^before-0001-foundation-\d+\.db$/);
  expect(
    readFileSync(join(profile, 'backups', copy))
      .subarray(0, 15)
      .toString('latin1'),
  ).not.toBe('SQLite format 3');
  const before = openStore({ file: join(profile, 'backups', copy), key, readonly: true });
  expect(appliedMigrations(before)).toEqual([]);
  before.close();
  const after = openStore({ file, key, mustExist: true });
  expect(appliedMigrations(after)).toEqual(Object.keys(migrations));
  after.close();
});
