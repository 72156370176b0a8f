import { join } from 'node:path';
import type { session as contract, SessionView } from '../../../shared/contract/session.ts';
import { demoPassphrase } from '../../../shared/domain/demonstration.ts';
import type { Role } from '../../../shared/domain/permissions.ts';
import { AppError } from '../../../shared/errors.ts';
import { backupDaily } from '../backup/make.ts';
import type { Services } from '../context.ts';
import { fillDemo } from '../demo/profile.ts';
import { refreshStaleCaseload } from '../derived/caseload.ts';
import {
  auditAlone,
  closeStore,
  databaseName,
  type Engine,
  nowOf,
  type Opened,
  openWith,
  requireOpen,
  todayOf,
} from '../engine.ts';
import { driftLimit } from '../journal/clock.ts';
import { zero } from '../keys/derived-keys.ts';
import {
  changePassphrase,
  issueRecoveryCode,
  type Keyring,
  readKeyring,
  resetPassphrase,
  saveKeyring,
  unlockSlot,
  unlockWithRecoveryCode,
} from '../keys/keyring.ts';
import { calibrate, checkStrength } from '../keys/passphrase.ts';
import { recoverKeyring } from '../keys/re-key.ts';
import { beginSignIn, failedAttempts, signInSucceeded } from '../keys/sign-in-delay.ts';
import { createProfile, profileExists, removeProfile } from '../profile.ts';
import { seedReference, shippedNeighbourhoods } from '../reference.ts';
import { forgetCommands } from '../store/commands.ts';
import { openStore } from '../store/database.ts';
import { readFact, writeFact } from '../store/facts.ts';
import { listNeighbourhoods } from '../store/places.ts';
import { currentMemberships, findWorker } from '../store/workers.ts';
import { addShippedReference, migrateWithCopy } from '../upgrade.ts';

const defaultLockMinutes = 10;
/** A session ends after this long, however busy. */
const longestSession = 12 * 3_600_000;

/** The fewest characters: without a secret kept by the operating system a passphrase has to carry all by itself. */
const minimumOf = (engine: Engine): number => (engine.options.deviceSecret ? 12 : 15);

export const session: Services<typeof contract> = {
  'session.state': ({ engine }) => {
    endWhenOld(engine);
    const known = profileExists(engine.options.profile);
    const keyring = known ? readKeyring(engine.options.profile) : null;
    return {
      state: !known ? 'new' : engine.session ? 'open' : engine.lockedBy ? 'locked' : 'signed-out',
      demo: keyring?.demo ?? engine.options.demo,
      passphraseMinimum: minimumOf(engine),
      workers: (keyring?.slots ?? []).map(({ userId, label, role }) => ({ id: userId, label, role })),
      session: engine.session ? viewOf(engine) : null,
      clockBehindMinutes: clockBehind(engine),
    };
  },
  'session.shippedPlaces': () => ({ neighbourhoods: shippedNeighbourhoods() }),
  'session.startDemo': async ({ engine }) => {
    await engine.jobs.run('Making the demonstration data', 'people', (progress) => fillDemo(engine, progress));
    return {};
  },
  'session.endDemo': ({ engine }) => {
    const { profile } = engine.options;
    if (!profileExists(profile) || !readKeyring(profile).demo)
      throw new AppError('not-allowed', 'This profile is not the demonstration, so it is kept.');
    closeStore(engine);
    engine.session = null;
    engine.lockedBy = null;
    removeProfile(profile);
    engine.options.emit({ kind: 'session', state: 'signed-out' });
    return {};
  },
  'session.setUpTeam': async ({ engine, now, today }, input) => {
    refuseWeak(engine, input.passphrase, [input.name, input.organisation]);
    const workerId = engine.options.newId();
    let recoveryCode = '';
    const protection = { params: engine.options.argon ?? calibrate(), deviceSecret: engine.options.deviceSecret };
    await createProfile(engine, {
      demo: false,
      worker: { ...protection, userId: workerId, label: input.name, role: 'Team lead', passphrase: input.passphrase },
      complete: (keyring, databaseKey) => {
        const issued = issueRecoveryCode(keyring, databaseKey);
        recoveryCode = issued.code;
        return issued.keyring;
      },
      fill: ({ journal }) => {
        seedReference(journal);
        const organisation = journal.insert('organisations', { name: input.organisation, kind: 'other' }, 'city');
        journal.insert(
          'workers',
          { id: workerId, name: input.name, organisation_id: organisation, job: 'team-lead', wte: 1, supervised: 0 },
          'city',
        );
        const member = (kind: string, value: string) =>
          journal.insert('worker_memberships', { worker_id: workerId, kind, value, started_on: today }, 'city');
        for (const role of ['lead', 'admin']) member('role', role);
        for (const id of input.neighbourhoodIds) member('neighbourhood', id);
      },
    });
    await open(engine, workerId, (keyring) =>
      unlockSlot(keyring, workerId, input.passphrase, engine.options.deviceSecret),
    );
    auditAlone(engine, { action: 'profile-created', outcome: 'done', at: now });
    return { recoveryCode, workerId };
  },
  'session.signIn': async ({ engine }, { workerId, passphrase }) => {
    await open(
      engine,
      workerId,
      guessed(engine, workerId, (keyring) => unlockSlot(keyring, workerId, passphrase, engine.options.deviceSecret)),
    );
    return {};
  },
  'session.signInDemo': async ({ engine }, { workerId }) => {
    if (!readKeyring(engine.options.profile).demo)
      throw new AppError('not-allowed', 'This profile is not the demonstration. Sign in with your passphrase.');
    await open(engine, workerId, (keyring) => unlockSlot(keyring, workerId, demoPassphrase, null));
    return {};
  },
  'session.recover': async ({ engine }, { workerId, recoveryCode, passphrase }) => {
    refuseWeak(engine, passphrase, []);
    const protection = { params: engine.options.argon ?? calibrate(), deviceSecret: engine.options.deviceSecret };
    await open(
      engine,
      workerId,
      guessed(engine, workerId, (keyring) => unlockWithRecoveryCode(keyring, recoveryCode)),
    );
    const { databaseKey } = requireOpen(engine);
    saveKeyring(
      engine.options.profile,
      resetPassphrase(readKeyring(engine.options.profile), databaseKey, workerId, { ...protection, passphrase }),
    );
    auditAlone(engine, { action: 'passphrase-recovered', outcome: 'done' });
    return {};
  },
  'session.lock': ({ engine }) => {
    leave(engine, 'lock');
    return {};
  },
  'session.signOut': ({ engine }) => {
    leave(engine, 'sign-out');
    engine.lockedBy = null;
    engine.options.emit({ kind: 'session', state: 'signed-out' });
    return {};
  },
  'session.changePassphrase': ({ engine, session: current }, input) => {
    if (!current) throw new AppError('not-signed-in', 'OneTeam is locked. Sign in, then try again.');
    const { profile, deviceSecret } = engine.options;
    if (readKeyring(profile).demo)
      throw new AppError(
        'rule',
        'Everybody opens the demonstration with one press, so there is nothing to change here.',
      );
    refuseWeak(engine, input.next, [current.name]);
    const attempt = beginSignIn(profile, current.workerId, engine.options.wall());
    const next = { params: engine.options.argon ?? calibrate(), deviceSecret, passphrase: input.next };
    const keyring = withRetry(attempt, () =>
      changePassphrase(readKeyring(profile), current.workerId, { passphrase: input.current, deviceSecret }, next),
    );
    signInSucceeded(profile, current.workerId);
    saveKeyring(profile, keyring);
    return {};
  },
  'session.confirm': ({ engine, session: current }, { passphrase }) => {
    if (!current) throw new AppError('not-signed-in', 'OneTeam is locked. Sign in, then try again.');
    const { profile, deviceSecret } = engine.options;
    const unlock = guessed(engine, current.workerId, (keyring) =>
      unlockSlot(keyring, current.workerId, passphrase, deviceSecret),
    );
    zero(unlock(readKeyring(profile)));
    signInSucceeded(profile, current.workerId);
    engine.session = { ...current, confirmedUntil: confirmedFrom(engine) };
    return {};
  },
  'session.setLockMinutes': ({ write }, { minutes }) => {
    writeFact(write, 'lock-minutes', String(minutes));
    return {};
  },
};

/** The passphrase counts as just given for five minutes; the demonstration, which has none to give, always does. */
function confirmedFrom(engine: Engine): string {
  if (readKeyring(engine.options.profile).demo) return '9999-12-31T00:00:00.000Z';
  return new Date(engine.options.wall() + 5 * 60_000).toISOString();
}

/** A clock that was set wrong, here or where the newest change was made, is told and never blocks work (J11). */
function clockBehind(engine: Engine): number | null {
  const ahead = engine.opened?.journal.clock.ahead() ?? 0;
  return ahead > driftLimit ? Math.round(ahead / 60_000) : null;
}

function refuseWeak(engine: Engine, passphrase: string, avoid: string[]): void {
  const reasons = checkStrength(passphrase, { minimum: minimumOf(engine), avoid });
  if (reasons.length > 0)
    throw new AppError('weak-passphrase', 'This passphrase would be guessed. Choose another.', { reasons });
}

/** Counts an attempt before its derivation, so that ending the process gives no free guess. */
function guessed(engine: Engine, workerId: string, unlock: (keyring: Keyring) => Buffer): (keyring: Keyring) => Buffer {
  // Attempts are counted for those who can sign in; anybody else is refused by the keyring, at no cost.
  if (!readKeyring(engine.options.profile).slots.some(({ userId }) => userId === workerId))
    throw new AppError('not-found', 'This worker cannot sign in on this computer. Ask an administrator.');
  const attempt = beginSignIn(engine.options.profile, workerId, engine.options.wall());
  return (keyring) => withRetry(attempt, () => unlock(keyring));
}

function withRetry<T>(attempt: { retryAt: string | null }, unlock: () => T): T {
  try {
    return unlock();
  } catch (error) {
    if (error instanceof AppError && error.code === 'wrong-passphrase' && attempt.retryAt)
      throw new AppError('wrong-passphrase', error.message, { retryAt: attempt.retryAt });
    throw error;
  }
}

async function open(engine: Engine, workerId: string, unlock: (keyring: Keyring) => Buffer): Promise<void> {
  const { profile } = engine.options;
  const failures = failedAttempts(profile, workerId);
  const file = join(profile, databaseName);
  const { databaseKey } = recoverKeyring(profile, unlock, (key) => {
    openStore({ file, key, mustExist: true }).close();
    return true;
  });
  signInSucceeded(profile, workerId);
  closeStore(engine);
  const { store } = await openMigrated(engine, databaseKey);
  const now = nowOf(engine);
  const worker = findWorker(store, workerId);
  const memberships = currentMemberships(store, workerId, todayOf(engine));
  if (!worker || worker.ended_on || memberships.role.length === 0) {
    closeStore(engine);
    throw new AppError('not-allowed', 'This worker no longer has access. Ask a team lead or an administrator.');
  }
  engine.session = {
    id: engine.options.newId(),
    workerId,
    name: worker.name,
    roles: memberships.role as Role[],
    neighbourhoods: memberships.neighbourhood,
    practices: memberships.practice,
    signedInAt: now,
    confirmedUntil: confirmedFrom(engine),
  };
  engine.lockedBy = null;
  // The last attempt is this one when it was counted; whatever came before it failed.
  const earlier = Math.max(0, failures - 1);
  if (earlier > 0)
    auditAlone(engine, { action: 'sign-in', outcome: 'failed', reason: `${earlier} failed before this one` });
  auditAlone(engine, { action: 'sign-in', outcome: 'done' });
  const fresh = new Date(engine.options.wall() - 30 * 86_400_000).toISOString();
  store.transaction(() => {
    forgetCommands(store, fresh);
    refreshStaleCaseload(store, todayOf(engine));
  });
  addShippedReference(engine, engine.session);
  engine.options.emit({ kind: 'session', state: 'open' });
  backupDaily(engine);
}

async function openMigrated(engine: Engine, databaseKey: Buffer): Promise<Opened> {
  try {
    await migrateWithCopy(engine, databaseKey);
    return openWith(engine, databaseKey);
  } catch (error) {
    zero(databaseKey);
    throw error;
  }
}

function leave(engine: Engine, action: 'lock' | 'sign-out'): void {
  if (!engine.session) return;
  auditAlone(engine, { action, outcome: 'done' });
  engine.lockedBy = engine.session.workerId;
  engine.session = null;
  closeStore(engine);
  engine.options.emit({ kind: 'session', state: 'locked' });
}

/** Locks a session that has lasted as long as one may. */
export function endWhenOld(engine: Engine): void {
  if (engine.session && engine.options.wall() - Date.parse(engine.session.signedInAt) > longestSession)
    leave(engine, 'lock');
}

function viewOf(engine: Engine): SessionView | null {
  const { session: current, opened } = engine;
  if (!current || !opened) return null;
  const worker = findWorker(opened.store, current.workerId);
  const names = new Map(listNeighbourhoods(opened.store).map(({ id, name }) => [id, name]));
  return {
    workerId: current.workerId,
    name: current.name,
    roles: [...current.roles],
    organisation: worker?.organisation ?? '',
    neighbourhoods: current.neighbourhoods.map((id) => ({ id, name: names.get(id) ?? id })),
    lockAfterMinutes: Number(readFact(opened.store, 'lock-minutes') ?? defaultLockMinutes),
    signedInAt: current.signedInAt,
  };
}
