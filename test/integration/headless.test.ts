import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endpoints } from '../../shared/contract/index.ts';
import { emptyEngine, passphrase, type TestEngine, teamEngine } from './engine-fixture.ts';

const root = new URL('../..', import.meta.url).pathname;
let team: TestEngine & { leadId: string };
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'oneteam-headless-'));
  team = await teamEngine();
  await team.host.close();
});
afterAll(async () => {
  await team.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command line as a process of its own. */
function headless(
  args: readonly string[],
  more: { passphrase?: string; input?: string } = {},
): SpawnSyncReturns<string> {
  return spawnSync('node', ['electron/headless/main.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    // The schemas of every endpoint are more than a mebibyte, where Node would cut them off.
    maxBuffer: 16 * 2 ** 20,
    input: more.input ?? '',
    env: { ...process.env, ...(more.passphrase !== undefined && { ONETEAM_PASSPHRASE: more.passphrase }) },
  });
}
const here = () => ['--profile', team.profile, '--as', team.leadId];
const errorOf = ({ stdout }: SpawnSyncReturns<string>) =>
  (JSON.parse(stdout) as { error: { code: string; message: string } }).error;

test('every endpoint is listed with its kind, permission and schemas', () => {
  const { stdout, status } = headless(['endpoints']);
  const listed = JSON.parse(stdout) as {
    name: string;
    kind: string;
    permission: string;
    input: { type?: string };
    output: object;
  }[];
  expect(status).toBe(0);
  expect(listed.map(({ name }) => name).sort()).toEqual(Object.keys(endpoints).sort());
  for (const { name, kind, permission, input } of listed)
    expect([
      name,
      ['query', 'probe', 'command', 'procedure'].includes(kind),
      permission.length > 0,
      input.type,
    ]).toEqual([name, true, true, 'object']);
});

test('a call signs in, prints JSON and exits with 0; input comes from the line, a file or standard input', () => {
  const state = headless(['call', 'session.state', ...here()], { passphrase });
  expect(state.status).toBe(0);
  expect(JSON.parse(state.stdout)).toMatchObject({ state: 'open' });
  const file = join(folder, 'input.json');
  writeFileSync(file, '{"minutes": 12}');
  for (const input of [['{"minutes": 12}'], [`@${file}`], ['-']])
    expect(
      headless(['call', 'session.setLockMinutes', ...input, ...here()], { passphrase, input: '{"minutes": 12}' })
        .status,
    ).toBe(0);
  const verified = headless(['verify', ...here()], { passphrase });
  expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true });
  const kept = JSON.parse(headless(['backup', ...here()], { passphrase }).stdout) as { file: string };
  expect(kept.file).toMatch(/^oneteam-\d{14}-by-hand\.db$/);
});

test('each failure is a sentence with its code, and exits with 1', async () => {
  const cases: [args: string[], more: { passphrase?: string }, code: string][] = [
    [['call', 'session.setLockMinutes', '{"minutes"', ...here()], { passphrase }, 'bad-input'],
    [['call', 'session.setLockMinutes', '{"minutes": 99}', ...here()], { passphrase }, 'bad-input'],
    [['call', 'no.such', '{}', ...here()], { passphrase }, 'bad-input'],
    [['call', 'session.state', '@/does/not/exist', ...here()], { passphrase }, 'unreadable-file'],
    [['call', 'people.search', '{"text":"a"}', '--profile', team.profile], {}, 'not-signed-in'],
    [['call', 'session.state', '--profile', team.profile, '--as', 'nobody'], { passphrase }, 'not-found'],
    [['call', 'session.state', ...here()], { passphrase: 'not the passphrase' }, 'wrong-passphrase'],
    [['nonsense'], {}, 'bad-input'],
    [['verify', '--profile', join(folder, 'input.json', 'such')], { passphrase }, 'profile-unusable'],
  ];
  for (const [args, more, code] of cases) {
    const run = headless(args, more);
    expect([args.join(' '), run.status, errorOf(run).code]).toEqual([args.join(' '), 1, code]);
    expect(errorOf(run).message.length).toBeGreaterThan(15);
  }
});

test('a profile in use, a damaged one and one that is none are told as such, and nothing is changed', async () => {
  const open = await emptyEngine();
  try {
    const run = headless(['call', 'session.state', '--profile', open.profile]);
    expect([run.status, errorOf(run).code]).toEqual([1, 'profile-in-use']);
  } finally {
    await open.dispose();
  }
  const database = join(team.profile, 'oneteam.db');
  const whole = readFileSync(database);
  const damaged = Buffer.from(whole).fill(9, 4096, 20_480);
  writeFileSync(database, damaged);
  rmSync(`${database}-wal`, { force: true });
  const run = headless(['verify', ...here()], { passphrase });
  expect([run.status, errorOf(run).code]).toEqual([1, 'corrupted']);
  expect(readFileSync(database).equals(damaged)).toBe(true);
  writeFileSync(database, whole);
  const keyring = readFileSync(join(team.profile, 'keyring.json'));
  writeFileSync(join(team.profile, 'keyring.json'), '{"half": ');
  const unreadable = headless(['verify', ...here()], { passphrase });
  expect([unreadable.status, errorOf(unreadable).code]).toEqual([1, 'unreadable-file']);
  writeFileSync(join(team.profile, 'keyring.json'), keyring);
});

test('the same seed makes byte-identical exports of a list', async () => {
  const exported = () => {
    const profile = mkdtempSync(join(folder, 'seeded-'));
    expect(headless(['seed', '--size', 'demo', '--seed', '7', '--profile', profile]).status).toBe(0);
    const run = headless(['call', 'cases.exportCaseload', '{}', '--profile', profile, '--as', 'demo-lead']);
    expect(run.status).toBe(0);
    return JSON.parse(run.stdout) as { file: { bytes: { $bytes: string } }; rows: number };
  };
  const [first, second] = [exported(), exported()];
  expect(first.rows).toBeGreaterThan(100);
  expect(second.file.bytes.$bytes).toBe(first.file.bytes.$bytes);
});
