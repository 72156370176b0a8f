import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sqlStatement } from '../../electron/engine/store/statements.ts';
import { device } from '../integration/store-fixture.ts';
import { result, type Suite, seeded } from './suite.ts';

type Column = { readonly entity: string; readonly field: string; readonly type: string };
const textColumns = sqlStatement<Record<string, never>, Column>(
  `SELECT t.name AS entity, c.name AS field, c.type AS type FROM pragma_table_list AS t JOIN pragma_table_xinfo(t.name) AS c
   WHERE t.schema = 'main' AND t.type = 'table' AND c.hidden = 0 AND t.name IN (SELECT name FROM sqlite_schema WHERE sql LIKE '%origin TEXT%')`,
);

/**
 * Puts canaries into every text field of every synced table (and so into journal, search and derived tables), then scans
 * every byte of everything that was written: database, write-ahead log, temporary files, copy. None may be found. The
 * control writes the same into an unencrypted file and must find them.
 */
export const atRest: Suite = async ({ seed, cases }) => {
  const random = seeded(seed);
  const canaries = Array.from({ length: cases }, (_, i) => `canary${i}x${Math.floor(random() * 1e9).toString(36)}`);
  const one = await device('REST.1');
  const folder = mkdtempSync(join(tmpdir(), 'oneteam-rest-'));
  const before = new Set(readdirSync(tmpdir()));
  try {
    const fields = one.store
      .all(textColumns, {})
      .filter(({ type, field }) => type === 'TEXT' && !['id', 'scope', 'origin'].includes(field));
    let planted = 0;
    one.store.transaction(() => {
      for (const canary of canaries)
        for (const { entity, field } of fields) {
          one.store.runSql(
            'INSERT INTO changes (id, device, seq, scope, entity, row, patch, actor, command) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
            [
              `${canary}${planted}`,
              'REST.1',
              planted,
              'city',
              entity,
              canary,
              JSON.stringify({ [field]: canary }),
              canary,
              canary,
            ],
          );
          planted += 1;
        }
      for (const [i, canary] of canaries.entries()) {
        one.store.runSql('INSERT INTO people_search (rowid, words) VALUES (?, ?)', [i + 1, canary]);
        one.store.runSql("INSERT INTO drafts VALUES (?, 'contact', ?, ?, ?)", [
          canary,
          canary,
          JSON.stringify(canary),
          canary,
        ]);
      }
      // Sorting more than fits in memory would spill to a file, were it allowed to.
      one.store.all(
        sqlStatement('SELECT a.patch AS spilled FROM changes a, changes b ORDER BY a.patch || b.id LIMIT 1'),
        {},
      );
    });
    one.store.copyTo(join(folder, 'copy.db'));
    const written = [
      one.file,
      `${one.file}-wal`,
      `${one.file}-shm`,
      join(folder, 'copy.db'),
      ...readdirSync(tmpdir())
        .filter((name) => !before.has(name))
        .map((name) => join(tmpdir(), name)),
    ];
    const notes = written.flatMap((file) => found(file, canaries).map((canary) => `${canary} in a written file`));
    const plain = join(folder, 'plain.db');
    const control = new Database(plain);
    control.exec('CREATE TABLE t (v TEXT)');
    for (const canary of canaries) control.prepare('INSERT INTO t VALUES (?)').run(canary);
    control.close();
    return result('at rest', planted, notes, found(plain, canaries).length === canaries.length);
  } finally {
    one.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
};

function found(file: string, canaries: readonly string[]): string[] {
  try {
    if (!statSync(file).isFile()) return [];
  } catch {
    return [];
  }
  const bytes = readFileSync(file);
  return canaries.filter((canary) => bytes.includes(canary) || bytes.includes(Buffer.from(canary, 'utf16le')));
}
