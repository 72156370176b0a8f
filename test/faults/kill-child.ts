/** Works on a store until it is killed; says what is durable, one line each, as soon as it is. Started by `kill.ts`. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';
import { monotonicFactory } from 'ulid';
import { databaseName } from '../../electron/engine/engine.ts';
import { hybridClock } from '../../electron/engine/journal/clock.ts';
import { syncedColumns } from '../../electron/engine/journal/columns.ts';
import { openJournal } from '../../electron/engine/journal/record.ts';
import { readKeyring, unlockSlot } from '../../electron/engine/keys/keyring.ts';
import { commitRekey, prepareRekey, recoverKeyring } from '../../electron/engine/keys/re-key.ts';
import { appendAudit } from '../../electron/engine/store/audit.ts';
import { migrate, openStore } from '../../electron/engine/store/database.ts';
import { readFact, writeFact } from '../../electron/engine/store/facts.ts';
import { sqlStatement } from '../../electron/engine/store/statements.ts';

const [profile = '', work = '', auditKey = '', passphrase = '', kind = 'durable'] = argv.slice(2);
const file = join(profile, databaseName);
const unlock = (keyring: Parameters<typeof unlockSlot>[0]) => unlockSlot(keyring, 'worker', passphrase, null);
let { databaseKey: key } = recoverKeyring(profile, unlock, (candidate) => {
  openStore({ file, key: candidate, mustExist: true }).close();
  return true;
});
const store = openStore({ file, key, mustExist: true });
// The negative control: acknowledges before the commit.
const early = kind === 'early';
const ulid = monotonicFactory();
const newest = store.get(
  sqlStatement<Record<string, never>, { id: string | null }>('SELECT max(id) AS id FROM changes'),
  {},
);
const state = {
  device: 'KILL.1',
  clock: hybridClock(() => Date.now(), 'KILL.1', newest?.id ?? null),
  columns: syncedColumns(store),
  seq: Number(readFact(store, 'seq') ?? 0),
};

const say = (line: string) => stdout.write(`${line}\n`);

function save(rows: number): void {
  const ids = Array.from({ length: rows }, () => ulid());
  if (early) say(`saved ${ids.at(-1)}`);
  store.transaction(() => {
    const journal = openJournal(store, state, 'worker', ulid(), () => ulid());
    for (const id of ids) journal.insert('organisations', { id, name: `Organisation ${id}`, kind: 'council' }, 'city');
    const line = {
      at: new Date().toISOString(),
      device: 'KILL.1',
      worker_id: 'worker',
      session: null,
      object: ids[0] ?? null,
      fields: null,
      reason: null,
    };
    appendAudit(store, Buffer.from(auditKey, 'hex'), { ...line, action: 'save', outcome: 'done' });
    writeFact(store, 'seq', String(state.seq));
  });
  if (!early) say(`saved ${ids.at(-1)}`);
}

function backup(): void {
  const making = join(profile, 'copy.being-made');
  rmSync(making, { force: true });
  store.copyTo(making);
  renameSync(making, join(profile, 'copy.db'));
  say('backup');
}

function rekey(): void {
  const next = prepareRekey(profile, readKeyring(profile), key);
  store.rekey(next.databaseKey);
  commitRekey(profile);
  key = next.databaseKey;
  say('re-keyed');
}

say('started');
for (;;) {
  if (work === 'save') save(1);
  else if (work === 'batch') save(100);
  else if (work === 'backup') {
    save(1);
    backup();
  } else if (work === 're-key') {
    save(1);
    rekey();
  } else {
    const fresh = join(profile, 'fresh.db');
    await migrate(fresh, key);
    say('migrated');
    for (const end of ['', '-wal', '-shm']) if (existsSync(fresh + end)) rmSync(fresh + end);
  }
}
