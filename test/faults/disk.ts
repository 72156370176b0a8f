import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { syncedColumns } from '../../electron/engine/journal/columns.ts';
import { verifyJournal } from '../../electron/engine/journal/verify.ts';
import { migrate, openStore, type Store } from '../../electron/engine/store/database.ts';
import { sqlStatement } from '../../electron/engine/store/statements.ts';
import { AppError } from '../../shared/errors.ts';
import { type Device, device } from '../integration/store-fixture.ts';
import { result, type Suite } from './suite.ts';

const present = sqlStatement<{ id: string }, { id: string }>('SELECT id FROM organisations WHERE id = ?', 'id');
const pages = sqlStatement<Record<string, never>, { page_count: number }>('PRAGMA page_count');
const limitTo = (count: number) => sqlStatement<Record<string, never>, unknown>(`PRAGMA max_page_count = ${count}`);
const child = new URL('./disk-child.ts', import.meta.url).pathname;

/**
 * Lets the disk be full after the k-th further page, and lets the operating system refuse the file's k-th further block
 * (RLIMIT_FSIZE). Each time: a typed error, nothing acknowledged lost, the store whole, and work goes on once there is
 * room. The control acknowledges before the commit and has to lose something.
 */
export const diskFaults: Suite = async ({ cases }) => {
  const half = Math.ceil(cases / 2);
  const notes: string[] = [];
  const one = await device('DISK.1');
  try {
    for (let k = 1; k <= half; k += 1) notes.push(...fullAfter(one, k).map((note) => `full at page ${k}: ${note}`));
  } finally {
    one.dispose();
  }
  for (let k = 1; k <= half; k += 1)
    notes.push(...(await refusedAfter(k, 'durable')).map((note) => `refused at block ${k}: ${note}`));
  const control = await refusedAfter(3, 'early');
  return result(
    'disk full and I/O errors',
    half * 2,
    notes,
    control.some((note) => note.includes('lost')),
  );
};

/** Saves until the database may not grow any more, then gives it room again. */
function fullAfter(one: Device, k: number): string[] {
  const { store } = one;
  const before = store.get(pages, {})?.page_count ?? 0;
  store.all(limitTo(before + k), {});
  const saved: string[] = [];
  let failure: unknown = null;
  for (let i = 0; i < 10_000 && failure === null; i += 1) {
    try {
      saved.push(
        one.write((journal) => journal.insert('organisations', { name: 'x'.repeat(300), kind: 'council' }, 'city')),
      );
    } catch (error) {
      failure = error;
    }
  }
  store.all(limitTo(1_000_000_000), {});
  const notes = wrongAbout(store, saved);
  if (!(failure instanceof AppError && failure.code === 'disk-full')) notes.push('not told as disk-full');
  one.write((journal) => journal.insert('organisations', { name: 'After', kind: 'council' }, 'city'));
  return notes;
}

/** Saves in a child whose files may not grow beyond k further blocks, then opens the store without that limit. */
async function refusedAfter(k: number, kind: 'durable' | 'early'): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'oneteam-disk-'));
  const file = join(folder, 'oneteam.db');
  const key = randomBytes(32);
  try {
    await migrate(file, key);
    // Blocks of 1,024 bytes for bash. Without the trap the signal would end the child instead of failing its write.
    const blocks = Math.ceil(statSync(file).size / 1024) + k * 4;
    const { stdout } = spawnSync(
      'bash',
      ['-c', `trap '' XFSZ; ulimit -f ${blocks}; exec node "$0" "$@"`, child, file, key.toString('hex'), kind],
      {
        encoding: 'utf8',
      },
    );
    const lines = stdout.split('\n');
    const saved = lines.filter((line) => line.startsWith('saved ')).map((line) => line.slice('saved '.length));
    const failure = lines.find((line) => line.startsWith('failed '))?.slice('failed '.length);
    const store = openStore({ file, key, mustExist: true });
    try {
      const notes = wrongAbout(store, saved);
      if (failure !== 'disk-full' && failure !== 'storage-failed') notes.push(`told as ${failure}`);
      return notes;
    } finally {
      store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function wrongAbout(store: Store, saved: readonly string[]): string[] {
  const notes: string[] = [];
  store.checkIntegrity(false);
  const lost = saved.filter((id) => !store.get(present, { id }));
  if (lost.length > 0) notes.push(`${lost.length} of ${saved.length} acknowledged saves lost`);
  if (verifyJournal(store, syncedColumns(store)).mismatches.length > 0) notes.push('journal and state differ');
  return notes;
}
