import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monotonicFactory } from 'ulid';
import type { Change } from '../../electron/engine/journal/change.ts';
import { hybridClock } from '../../electron/engine/journal/clock.ts';
import { syncedColumns } from '../../electron/engine/journal/columns.ts';
import { applyChange } from '../../electron/engine/journal/merge.ts';
import { type Journal, type JournalState, openJournal } from '../../electron/engine/journal/record.ts';
import { migrate, openStore, type Store } from '../../electron/engine/store/database.ts';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';

/** One device's encrypted store with its journal, without an engine around it. */
export interface Device {
  readonly store: Store;
  readonly file: string;
  readonly key: Buffer;
  readonly state: JournalState;
  /** Runs `work` in a transaction with the journal open. */
  write<T>(work: (journal: Journal) => T): T;
  /** All changes of the journal, in the order in which this device applied them. */
  changes(): Change[];
  /** Applies changes made elsewhere that are not here yet. */
  receive(changes: readonly Change[]): void;
  dispose(): void;
}

/** Makes a migrated, encrypted store for a device of that name. `wall` is its clock in ms. */
export async function device(name: string, wall: () => number = () => Date.now()): Promise<Device> {
  const folder = mkdtempSync(join(tmpdir(), 'oneteam-store-'));
  const file = join(folder, 'oneteam.db');
  const key = randomBytes(32);
  await migrate(file, key);
  const store = openStore({ file, key });
  const state: JournalState = {
    device: name,
    clock: hybridClock(wall, name, null),
    columns: syncedColumns(store),
    seq: 0,
  };
  const ulid = monotonicFactory();
  const all = sqlBuilder.selectFrom('changes').selectAll().orderBy('position');
  const changes = () =>
    store
      .query(all)
      .map(
        ({ position, patch, base, ...rest }) =>
          ({ ...rest, patch: JSON.parse(patch), base: base && JSON.parse(base) }) as Change,
      );
  return {
    store,
    file,
    key,
    state,
    changes,
    write: (work) => store.transaction(() => work(openJournal(store, state, 'worker', ulid(), () => ulid()))),
    receive: (incoming) => {
      const known = new Set(changes().map(({ id }) => id));
      store.transaction(() => {
        for (const change of incoming) {
          if (known.has(change.id)) continue;
          state.clock.observe(change.id);
          applyChange(store, state.columns, change);
        }
      });
    },
    dispose: () => {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
