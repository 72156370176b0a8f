/** Saves until a write fails; says what is durable and how the failure was told. Started by `disk.ts` with small file limits. */
import { argv, stdout } from 'node:process';
import { monotonicFactory } from 'ulid';
import { hybridClock } from '../../electron/engine/journal/clock.ts';
import { syncedColumns } from '../../electron/engine/journal/columns.ts';
import { openJournal } from '../../electron/engine/journal/record.ts';
import { openStore } from '../../electron/engine/store/database.ts';
import { AppError } from '../../shared/errors.ts';

const [file = '', key = '', kind = 'durable'] = argv.slice(2);
const ulid = monotonicFactory();
try {
  const store = openStore({ file, key: Buffer.from(key, 'hex'), mustExist: true });
  const state = {
    device: 'DISK.1',
    clock: hybridClock(() => Date.now(), 'DISK.1', null),
    columns: syncedColumns(store),
    seq: 0,
  };
  for (;;) {
    const id = ulid();
    if (kind === 'early') stdout.write(`saved ${id}\n`);
    store.transaction(() =>
      openJournal(store, state, 'worker', ulid(), () => ulid()).insert(
        'organisations',
        { id, name: 'x'.repeat(2_000), kind: 'council' },
        'city',
      ),
    );
    if (kind !== 'early') stdout.write(`saved ${id}\n`);
  }
} catch (error) {
  stdout.write(`failed ${error instanceof AppError ? error.code : String(error)}\n`);
}
