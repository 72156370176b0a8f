import { randomBytes } from 'node:crypto';
import { type AuditLine, appendAudit, auditHead, verifyAudit } from '../../electron/engine/store/audit.ts';
import type { Store } from '../../electron/engine/store/database.ts';
import { sqlStatement } from '../../electron/engine/store/statements.ts';
import { device } from '../integration/store-fixture.ts';
import { result, type Suite, seeded } from './suite.ts';

const lines = 40;
const all = sqlStatement<Record<string, never>, AuditLine & { seq: number; mac: string }>(
  'SELECT * FROM audit ORDER BY seq',
);

/** Six ways to change a trail as somebody could who has the database key and can drop the triggers, but not the chain's key. */
const tamperings = {
  alter: (store: Store, at: number) => store.runSql("UPDATE audit SET action = action || '!' WHERE seq = ?", [at]),
  remove: (store: Store, at: number) => store.runSql('DELETE FROM audit WHERE seq = ?', [at]),
  insert: (store: Store, at: number) => {
    store.runSql('UPDATE audit SET seq = -seq WHERE seq > ?', [at]);
    store.runSql('UPDATE audit SET seq = 1 - seq WHERE seq < 0', []);
    store.runSql(
      'INSERT INTO audit SELECT seq + 1, at, device, worker_id, session, action, object, fields, reason, outcome, mac FROM audit WHERE seq = ?',
      [at],
    );
  },
  swap: (store: Store, at: number) => {
    store.runSql('UPDATE audit SET seq = -1 WHERE seq = ?', [at]);
    store.runSql('UPDATE audit SET seq = ? WHERE seq = ?', [at, at + 1]);
    store.runSql('UPDATE audit SET seq = ? WHERE seq = -1', [at + 1]);
  },
  forge: (store: Store, at: number) =>
    store.runSql('UPDATE audit SET mac = ? WHERE seq = ?', [randomBytes(32).toString('base64url'), at]),
  /** Only the head that was noted elsewhere shows this one. */
  truncate: (store: Store, at: number) => store.runSql('DELETE FROM audit WHERE seq > ?', [at]),
} as const;

/** Every tampering is detected, and located at its line or the next. The control checks with a chain that does not bind. */
export const auditTampering: Suite = async ({ seed, cases }) => {
  const random = seeded(seed);
  const key = randomBytes(32);
  const one = await device('AUDIT.1');
  const { store } = one;
  const notes: string[] = [];
  let control = 0;
  try {
    for (let i = 0; i < lines; i += 1) store.transaction(() => appendAudit(store, key, lineOf(i)));
    for (const refused of ["UPDATE audit SET action = 'x'", 'DELETE FROM audit'])
      if (!refuses(store, refused)) notes.push(`not refused: ${refused}`);
    store.runSql('DROP TRIGGER audit_no_update', []);
    store.runSql('DROP TRIGGER audit_no_delete', []);
    const head = auditHead(store);
    for (const [kind, tamper] of Object.entries(tamperings)) {
      for (let i = 0; i < cases; i += 1) {
        const at = 1 + Math.floor(random() * (lines - 1));
        undone(store, () => {
          tamper(store, at);
          const { brokenAt } = verifyAudit(store, key);
          const located = brokenAt !== null && Math.abs(brokenAt - at) <= 1;
          const found = kind === 'truncate' ? auditHead(store).mac !== head.mac : located;
          if (!found) notes.push(`${kind} at ${at}: ${brokenAt}`);
          // Without a chain, a trail is whole when its numbers are.
          if (kind === 'alter' && store.all(all, {}).every((line, index) => line.seq === index + 1)) control += 1;
        });
      }
    }
  } finally {
    one.dispose();
  }
  return result('audit tampering', cases * Object.keys(tamperings).length, notes, control > 0);
};

function lineOf(i: number): AuditLine {
  return {
    at: new Date(1_700_000_000_000 + i * 1000).toISOString(),
    device: 'AUDIT.1',
    worker_id: `worker-${i % 3}`,
    session: 's',
    action: i % 2 ? 'read' : 'edit',
    object: `object-${i}`,
    fields: i % 2 ? null : 'name',
    reason: null,
    outcome: 'done',
  };
}

function refuses(store: Store, sql: string): boolean {
  try {
    store.runSql(sql, []);
    return false;
  } catch {
    return true;
  }
}

/** Runs work in a transaction that is always taken back. */
function undone(store: Store, work: () => void): void {
  const back = new Error('taken back');
  try {
    store.transaction(() => {
      work();
      throw back;
    });
  } catch (error) {
    if (error !== back) throw error;
  }
}
