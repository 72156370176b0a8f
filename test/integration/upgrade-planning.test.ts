import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monotonicFactory } from 'ulid';
import { afterEach, expect, test } from 'vitest';
import { refreshStaleCaseload } from '../../electron/engine/derived/caseload.ts';
import { promptFactsOf } from '../../electron/engine/derived/prompt-facts.ts';
import { hybridClock } from '../../electron/engine/journal/clock.ts';
import { syncedColumns } from '../../electron/engine/journal/columns.ts';
import { openJournal } from '../../electron/engine/journal/record.ts';
import { verifyJournal } from '../../electron/engine/journal/verify.ts';
import { appliedMigrations, migrate, openStore } from '../../electron/engine/store/database.ts';
import { nameColumn } from '../../electron/engine/store/person-name.ts';
import { sqlStatement } from '../../electron/engine/store/statements.ts';
import { migrations } from '../../migrations/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'oneteam-upgrade-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const count = (table: string) =>
  sqlStatement<Record<string, never>, { n: number }>(`SELECT count(*) AS n FROM "${table}"`);
const kept = sqlStatement<Record<string, never>, { person_id: string; facts: string | null }>(
  'SELECT person_id, facts FROM caseload ORDER BY person_id',
);
const tables = ['people', 'cases', 'case_roles', 'contacts', 'flags', 'changes', 'caseload'];

test('a database of version 0001 with people, cases and contacts becomes one of 0002: all is there, and lines get their facts', async () => {
  const file = join(folder, 'oneteam.db');
  const key = randomBytes(32);
  await migrate(file, key, '0001-foundation');
  const old = openStore({ file, key });
  expect(appliedMigrations(old)).toEqual(['0001-foundation']);
  const ulid = monotonicFactory();
  const state = {
    device: 'OLD00001.1',
    clock: hybridClock(() => Date.parse('2026-06-01T09:00:00.000Z'), 'OLD00001.1', null),
    columns: syncedColumns(old),
    seq: 0,
  };
  old.transaction(() => {
    const journal = openJournal(old, state, 'worker', ulid(), () => ulid());
    for (let at = 0; at < 20; at += 1) {
      const name = nameColumn({ family: `Example${'abcdefghij'[at % 10]}`, given: 'Joan' });
      const where = { neighbourhood_id: 'n01', neighbourhood_by_hand: 0 };
      const person = journal.insert('people', { name, birth: '{"date":"1950-04-03"}', ...where }, 'n01');
      const opened = { state: '{"status":"open","on":"2026-01-05"}', opened_on: '2026-01-05' };
      const id = journal.insert('cases', { person_id: person, neighbourhood_id: 'n01', ...opened }, 'n01');
      journal.insert('flags', { person_id: person, code: 'carer', started_on: '2026-01-05', recorded_by: 'w' }, 'n01');
      const role = { role: 'coordinator', started_at: '2026-01-05T09:00:00.000Z' } as const;
      journal.insert('case_roles', { case_id: id, worker_id: 'w', ...role }, 'n01');
      const lists = { activities: '[]', joint_with: '[]', interventions: '[]' };
      const when = { starts_at: '2026-05-04T09:00:00.000Z', mechanism: '01', attendance: '5' };
      journal.insert('contacts', { person_id: person, case_id: id, worker_id: 'w', ...when, ...lists }, 'n01');
      old.runSql(
        `INSERT INTO caseload (case_id, person_id, neighbourhood_id, status, opened_on, sort_name, words, tier, tier_rank,
           points, explanation, missed_in_row, flags, segments) VALUES (?, ?, 'n01', 'open', '2026-01-05', '', '', 'low', 0, 0,
           '{}', 0, '["carer"]', '[]')`,
        [id, person],
      );
    }
  });
  const before = tables.map((table) => old.get(count(table), {})?.n);
  old.close();

  await migrate(file, key);
  const store = openStore({ file, key, mustExist: true });
  expect(appliedMigrations(store)).toEqual(Object.keys(migrations));
  expect(tables.map((table) => store.get(count(table), {})?.n)).toEqual(before);
  expect(verifyJournal(store, syncedColumns(store)).mismatches).toEqual([]);
  expect(store.all(kept, {}).every(({ facts }) => facts === null)).toBe(true);
  store.transaction(() => refreshStaleCaseload(store, '2026-11-25'));
  const lines = store.all(kept, {});
  expect(lines).toHaveLength(20);
  for (const { person_id, facts } of lines) {
    expect(facts).toBe(promptFactsOf(store, person_id));
    expect(JSON.parse(facts ?? '')).toMatchObject({ born: '1950-04-03', carerOffered: false, decided: [] });
  }
  store.close();
});
