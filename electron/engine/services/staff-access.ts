import { codeLabel, isCode } from '../../../shared/domain/code-lists.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ProcedureContext } from '../context.ts';
import { type Engine, openWith, requireOpen } from '../engine.ts';
import { zero } from '../keys/derived-keys.ts';
import {
  addSlot,
  type Keyring,
  readKeyring,
  removeSlot,
  resetPassphrase,
  saveKeyring,
  unlockSlot,
} from '../keys/keyring.ts';
import { calibrate, checkStrength } from '../keys/passphrase.ts';
import { commitRekey, prepareRekey } from '../keys/re-key.ts';
import { beginSignIn, signInSucceeded } from '../keys/sign-in-delay.ts';
import { findWorker } from '../store/workers.ts';

/** Workers with a slot in this device's keyring. */
export function whoCanSignIn({ engine }: ProcedureContext): { workerIds: string[] } {
  return { workerIds: readKeyring(engine.options.profile).slots.map(({ userId }) => userId) };
}

/** Gives a worker a slot with the passphrase that they chose, or a new passphrase in place of a lost one. */
export function letIn(
  { engine }: ProcedureContext,
  { workerId, passphrase }: { workerId: string; passphrase: string },
) {
  const { store, databaseKey } = requireOpen(engine);
  const { profile, deviceSecret, argon } = engine.options;
  const keyring = readKeyring(profile);
  if (keyring.demo)
    throw new AppError(
      'rule',
      'The demonstration is opened as one of its three workers. Set up a team to let others in.',
    );
  const worker = findWorker(store, workerId);
  if (!worker || worker.ended_on)
    throw new AppError('not-found', 'This worker is not in the team any more. Add them again first.');
  const reasons = checkStrength(passphrase, { minimum: deviceSecret ? 12 : 15, avoid: [worker.name] });
  if (reasons.length > 0)
    throw new AppError('weak-passphrase', 'This passphrase would be guessed. Choose another.', { reasons });
  const protection = { params: argon ?? calibrate(), deviceSecret, passphrase };
  const known = keyring.slots.some(({ userId }) => userId === workerId);
  const role = isCode('worker-role', worker.job) ? codeLabel('worker-role', worker.job) : '';
  const next = known
    ? resetPassphrase(keyring, databaseKey, workerId, protection)
    : addSlot(keyring, databaseKey, { ...protection, userId: workerId, label: worker.name, role });
  saveKeyring(profile, next);
  return {};
}

/** Removes a worker's slot and re-keys the store, since they may hold its key. Asks for the own passphrase again. */
export function shutOut(
  { engine, session }: ProcedureContext,
  { workerId, passphrase }: { workerId: string; passphrase: string },
) {
  if (!session) throw new AppError('not-signed-in', 'OneTeam is locked. Sign in, then try again.');
  if (session.workerId === workerId)
    throw new AppError('rule', 'You cannot shut yourself out. Ask another lead or an administrator.');
  if (engine.jobs.running.length > 0)
    throw new AppError('busy', 'Something long is still running. Wait until it is done, then try again.');
  const keyring = readKeyring(engine.options.profile);
  confirmPassphrase(engine, keyring, session.workerId, passphrase);
  rekeyWithout(engine, removeSlot(keyring, workerId));
  return {};
}

function confirmPassphrase(engine: Engine, keyring: Keyring, workerId: string, passphrase: string): void {
  const { profile, deviceSecret, wall } = engine.options;
  beginSignIn(profile, workerId, wall());
  zero(unlockSlot(keyring, workerId, passphrase, deviceSecret));
  signInSucceeded(profile, workerId);
}

/** Encrypts the store anew for those who are left. A crash at any step leaves a profile that opens. */
function rekeyWithout(engine: Engine, keyring: Keyring): void {
  const { store, databaseKey } = requireOpen(engine);
  const { profile, reader } = engine.options;
  // The read-only worker holds the old key and an open file.
  reader.close();
  const next = prepareRekey(profile, keyring, databaseKey);
  store.rekey(next.databaseKey);
  commitRekey(profile);
  store.close();
  zero(databaseKey);
  openWith(engine, next.databaseKey);
}
