import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { checkCopy } from '../../electron/engine/backup/check-copy.ts';
import { databaseName } from '../../electron/engine/engine.ts';
import { syncedColumns } from '../../electron/engine/journal/columns.ts';
import { verifyJournal } from '../../electron/engine/journal/verify.ts';
import { createKeyring, unlockSlot } from '../../electron/engine/keys/keyring.ts';
import { floorParams } from '../../electron/engine/keys/passphrase.ts';
import { recoverKeyring } from '../../electron/engine/keys/re-key.ts';
import { verifyAudit } from '../../electron/engine/store/audit.ts';
import { migrate, openStore } from '../../electron/engine/store/database.ts';
import { sqlStatement } from '../../electron/engine/store/statements.ts';
import { engineRounds, engineWorks } from './kill-engine.ts';
import { passphrase } from './kill-look.ts';
import { result, type Suite, seeded } from './suite.ts';

const works = ['save', 'save', 'batch', 'backup', 're-key', 'new store'] as const;
const perProfile = 25;
/** One case of so many is an import, one an upgrade, through the whole engine: each costs as much as ten of the others. */
const perEngineCase = 40;
const child = new URL('./kill-child.ts', import.meta.url).pathname;
const present = sqlStatement<{ id: string }, { id: string }>('SELECT id FROM organisations WHERE id = ?', 'id');

/**
 * Kills a working process with SIGKILL at random moments. Afterwards the store opens, every save that had been
 * acknowledged is there, pages and indexes are whole, the audit chain holds and the journal folds to the state; an import
 * and an upgrade are there as a whole or not at all. The controls acknowledge before they commit, and have to lose something.
 */
export const killed: Suite = async ({ seed, cases }) => {
  const notes: string[] = [];
  const engineCases = Math.floor(cases / perEngineCase);
  const plain = cases - 2 * engineCases;
  // A fresh profile now and then, so that checking all of it after every kill stays cheap.
  for (let done = 0; done < plain; done += perProfile)
    notes.push(...(await rounds(seed + done, Math.min(perProfile, plain - done), 'durable')));
  for (const work of engineWorks) notes.push(...(await engineRounds(seed, engineCases, work)));
  const control = await rounds(seed, perProfile, 'early');
  const engineControl = await engineRounds(seed, 1, 'import', 'early');
  return result(
    'kill -9',
    cases,
    notes,
    [control, engineControl].every((found) => found.some((note) => note.includes('lost'))),
  );
};

async function rounds(seed: number, cases: number, kind: 'durable' | 'early'): Promise<string[]> {
  const random = seeded(seed);
  const profile = mkdtempSync(join(tmpdir(), 'oneteam-kill-'));
  const auditKey = randomBytes(32);
  const notes: string[] = [];
  try {
    const { databaseKey } = createKeyring(profile, {
      profileId: 'kill',
      demo: false,
      worker: { userId: 'worker', label: 'W', role: 'R', passphrase, params: floorParams, deviceSecret: null },
    });
    await migrate(join(profile, databaseName), databaseKey);
    const acknowledged: string[] = [];
    for (let round = 0; round < cases; round += 1) {
      const work = kind === 'early' ? 'batch' : (works[Math.floor(random() * works.length)] ?? 'save');
      acknowledged.push(...(await oneKill(profile, work, auditKey, random, kind)));
      notes.push(...check(profile, auditKey, acknowledged).map((problem) => `round ${round} (${work}): ${problem}`));
    }
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  return notes;
}

/** Starts the child, kills it at a random moment after it has begun, returns what it said was saved. */
async function oneKill(
  profile: string,
  work: string,
  auditKey: Buffer,
  random: () => number,
  kind: string,
): Promise<string[]> {
  const process = spawn('node', [child, profile, work, auditKey.toString('hex'), passphrase, kind], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const saved: string[] = [];
  const lines = createInterface({ input: process.stdout });
  const ended = Promise.all([once(process, 'exit'), once(lines, 'close')]);
  lines.on('line', (line) => {
    if (line === 'started') setTimeout(() => process.kill('SIGKILL'), random() * 60);
    else if (line.startsWith('saved ')) saved.push(line.slice('saved '.length));
  });
  await ended;
  return saved;
}

function check(profile: string, auditKey: Buffer, acknowledged: readonly string[]): string[] {
  const file = join(profile, databaseName);
  const problems: string[] = [];
  const { databaseKey } = recoverKeyring(
    profile,
    (keyring) => unlockSlot(keyring, 'worker', passphrase, null),
    (key) => {
      openStore({ file, key, mustExist: true }).close();
      return true;
    },
  );
  const store = openStore({ file, key: databaseKey, mustExist: true });
  try {
    store.checkIntegrity(false);
    const lost = acknowledged.filter((id) => !store.get(present, { id }));
    if (lost.length > 0) problems.push(`${lost.length} acknowledged saves lost`);
    if (verifyAudit(store, auditKey).brokenAt !== null) problems.push('audit chain broken');
    if (verifyJournal(store, syncedColumns(store)).mismatches.length > 0) problems.push('journal and state differ');
  } finally {
    store.close();
  }
  // Only the round's own backup is there: its key is today's. A half-written one has another name.
  const copy = join(profile, 'copy.db');
  if (existsSync(copy)) {
    try {
      checkCopy(copy, databaseKey);
    } catch {
      problems.push('a finished backup is not whole');
    }
    rmSync(copy);
  }
  return problems;
}
