import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '../../electron/engine/store/database.ts';
import { sqlStatement } from '../../electron/engine/store/statements.ts';
import { device } from '../integration/store-fixture.ts';
import { result, type Suite, seeded } from './suite.ts';

const rows = sqlStatement<Record<string, never>, { id: string; name: string }>(
  'SELECT id, name FROM organisations ORDER BY id',
);

/**
 * Flips one bit at a time in the database, its write-ahead log and a backup: a read then gives what was written, or an
 * error; never something else. The control does the same to an unencrypted file, where SQLite answers wrongly.
 */
export const bitFlips: Suite = async ({ seed, cases }) => {
  const random = seeded(seed);
  const one = await device('FLIPS.1');
  const folder = mkdtempSync(join(tmpdir(), 'oneteam-flips-'));
  const notes: string[] = [];
  try {
    one.write((journal) => {
      for (let i = 0; i < 200; i += 1)
        journal.insert('organisations', { name: `Organisation number ${i}`, kind: 'council' }, 'city');
    });
    const backup = join(folder, 'backup.db');
    one.store.copyTo(backup);
    const wanted = JSON.stringify(one.store.all(rows, {}));
    const wholeLog = join(folder, 'log.db');
    copyFileSync(one.file, wholeLog);
    copyFileSync(`${one.file}-wal`, `${wholeLog}-wal`);
    const read = (file: string) => {
      const store = openStore({ file, key: one.key, mustExist: true });
      try {
        return JSON.stringify(store.all(rows, {}));
      } finally {
        store.close();
      }
    };
    // A log cut short by a flip is what a crash leaves: then only whole transactions may be missing, here all rows at once.
    const judge = (answer: string) => answer === wanted || answer === '[]';
    for (let i = 0; i < cases; i += 1) {
      const [file, part] = (
        [
          [backup, ''],
          [wholeLog, ''],
          [wholeLog, '-wal'],
        ] as const
      )[i % 3] ?? [backup, ''];
      const wrong = flipped(
        file,
        part,
        folder,
        random,
        read,
        part === '-wal' || file === wholeLog ? judge : (answer) => answer === wanted,
      );
      if (wrong) notes.push(`${part || 'database'}: ${wrong}`);
    }
    const plain = join(folder, 'plain.db');
    writePlain(plain);
    const plainWanted = readPlain(plain);
    let control = 0;
    for (let i = 0; i < cases; i += 1)
      if (flipped(plain, '', folder, random, readPlain, (answer) => answer === plainWanted)) control += 1;
    return result('bit flips', cases, notes, control > 0);
  } finally {
    one.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Reads a copy with one bit flipped; says what was wrong when the answer was neither right nor an error. */
function flipped(
  file: string,
  part: string,
  folder: string,
  random: () => number,
  read: (file: string) => string,
  right: (answer: string) => boolean,
): string | null {
  const copy = join(folder, 'copy.db');
  for (const end of ['', '-wal', '-shm']) {
    rmSync(copy + end, { force: true });
    if (end !== '-shm' && existsSync(file + end)) copyFileSync(file + end, copy + end);
  }
  const bytes = readFileSync(copy + part);
  const at = Math.floor(random() * bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  writeFileSync(copy + part, bytes);
  try {
    return right(read(copy)) ? null : `wrong answer after a flip in byte ${at}`;
  } catch {
    return null;
  }
}

function writePlain(file: string): void {
  const plain = new Database(file);
  plain.exec('CREATE TABLE organisations (id INTEGER PRIMARY KEY, name TEXT)');
  const insert = plain.prepare('INSERT INTO organisations (name) VALUES (?)');
  for (let i = 0; i < 200; i += 1) insert.run(`Organisation number ${i}`);
  plain.close();
}

function readPlain(file: string): string {
  const plain = new Database(file);
  try {
    return JSON.stringify(plain.prepare('SELECT id, name FROM organisations').all());
  } finally {
    plain.close();
  }
}
