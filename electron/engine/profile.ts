import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { encodeTime } from 'ulid';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Session } from './context.ts';
import { type Deed, databaseName, type Engine, nowOf, openWith, transact } from './engine.ts';
import type { WallClock } from './journal/clock.ts';
import { zero } from './keys/derived-keys.ts';
import { renameDurably } from './keys/durable-file.ts';
import { createKeyring, type Keyring, type NewWorker, saveKeyring } from './keys/keyring.ts';
import { keyringPath, nextKeyringPath } from './keys/keyring-file.ts';
import { migrate, openStore } from './store/database.ts';
import { writeFact } from './store/facts.ts';
import { storageError } from './store/storage-error.ts';

/** Whether the folder holds a profile already. */
export const profileExists = (folder: string): boolean =>
  existsSync(keyringPath(folder)) || existsSync(nextKeyringPath(folder));

/** The worker on whose behalf a profile is filled before anybody has signed in. */
const founder = (workerId: string, now: string): Session => ({
  id: 'setup',
  workerId,
  name: '',
  roles: [],
  neighbourhoods: [],
  practices: [],
  signedInAt: now,
  confirmedUntil: now,
});

interface NewProfile {
  readonly demo: boolean;
  readonly worker: NewWorker;
  /** Adds what the keyring holds besides its first slot. */
  readonly complete?: (keyring: Keyring, databaseKey: Buffer) => Keyring;
  /** Fills the new database: in one transaction, or as the device of a simulation does. */
  readonly fill: ((context: CommandContext) => void) | SimulatedFill;
}

/** Fills a new database in as many transactions as it likes, by a clock, with ids and on a device of its own. */
interface SimulatedFill {
  readonly device: string;
  readonly wall: WallClock;
  readonly newId: () => string;
  readonly inParts: (engine: Engine, deed: Deed) => void;
}

/**
 * Makes a profile in a folder beside, and moves it into place when it is whole: a crash leaves no half of one.
 * @throws AppError `conflict` when there is one, `profile-unusable`, `disk-full`
 */
export async function createProfile(engine: Engine, profile: NewProfile): Promise<void> {
  const folder = engine.options.profile;
  if (profileExists(folder))
    throw new AppError(
      'conflict',
      'This folder holds a OneTeam profile already. Sign in to it, or choose another folder.',
    );
  const making = join(folder, 'being-created');
  let databaseKey: Buffer | null = null;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { mode: 0o700 });
    const made = createKeyring(making, {
      profileId: engine.options.newId(),
      demo: profile.demo,
      worker: profile.worker,
    });
    databaseKey = made.databaseKey;
    if (profile.complete) saveKeyring(making, profile.complete(made.keyring, databaseKey));
    await migrate(join(making, databaseName), databaseKey);
    fill({ ...engine, options: { ...engine.options, profile: making } }, Buffer.from(databaseKey), profile);
    setAside(join(folder, databaseName), nowOf(engine));
    renameDurably(join(making, databaseName), join(folder, databaseName));
    renameDurably(keyringPath(making), keyringPath(folder));
  } catch (error) {
    throw storageError(error);
  } finally {
    zero(databaseKey);
    rmSync(making, { recursive: true, force: true });
  }
}

function fill(engine: Engine, databaseKey: Buffer, { worker, fill: work }: NewProfile): void {
  const simulated = typeof work === 'function' ? null : work;
  const file = join(engine.options.profile, databaseName);
  const store = openStore({ file, key: databaseKey, mustExist: true });
  writeFact(store, 'device', simulated?.device ?? newDeviceId());
  writeFact(store, 'incarnation', '1');
  writeFact(store, 'audit-key', randomBytes(32).toString('hex'));
  writeFact(store, 'created-at', nowOf(engine));
  store.close();
  const quiet: Engine = {
    ...engine,
    options: {
      ...engine.options,
      ...(simulated && { wall: simulated.wall, newId: simulated.newId }),
      reader: { ...engine.options.reader, open: () => {} },
    },
  };
  const opened = openWith(quiet, databaseKey);
  try {
    const { userId } = worker;
    const deed = { actor: userId, command: quiet.options.newId(), session: founder(userId, nowOf(engine)) };
    if (typeof work === 'function') transact(quiet, deed, [], work);
    else work.inParts(quiet, deed);
  } finally {
    opened.store.close();
  }
}

/** Eight characters, enough that two devices of one exchange never share them. */
export function newDeviceId(): string {
  return encodeTime(randomBytes(5).readUIntBE(0, 5), 10).slice(-8);
}

/** A database without a keyring cannot be read by anybody, but it is kept all the same. */
function setAside(file: string, now: string): void {
  const stamp = now.replace(/[^0-9]/g, '').slice(0, 14);
  for (const end of ['', '-wal', '-shm'])
    if (existsSync(file + end)) renameSync(file + end, `${file}${end}.set-aside-${stamp}`);
}

/** Removes a profile's keys, store and backups. Only ever for synthetic data. */
export function removeProfile(folder: string): void {
  rmSync(keyringPath(folder), { force: true });
  for (const name of readdirSync(folder)) {
    if (name !== 'profile.lock') rmSync(join(folder, name), { recursive: true, force: true });
  }
}
