import { join } from 'node:path';
import type { backups as contract } from '../../../shared/contract/backups.ts';
import { AppError } from '../../../shared/errors.ts';
import { listBackups } from '../backup/files.ts';
import { makeBackup } from '../backup/make.ts';
import { restoreBackup } from '../backup/restore.ts';
import type { Services } from '../context.ts';
import { auditAlone, databaseName, type Engine } from '../engine.ts';
import { zero } from '../keys/derived-keys.ts';
import { readKeyring, unlockSlot } from '../keys/keyring.ts';
import { beginSignIn, signInSucceeded } from '../keys/sign-in-delay.ts';
import { openStore } from '../store/database.ts';

export const backups: Services<typeof contract> = {
  'backups.list': ({ engine }) => ({ backups: listBackups(engine.options.profile) }),
  'backups.make': ({ engine }) =>
    engine.jobs.run('Backup', 'steps', (progress) => makeBackup(engine, 'by-hand', progress)),
  'backups.restore': ({ engine, session }, { file, passphrase }) => {
    if (!session) throw new AppError('not-signed-in', 'OneTeam is locked. Sign in, then try again.');
    beginSignIn(engine.options.profile, session.workerId, engine.options.wall());
    auditAlone(engine, { action: 'restore', outcome: 'done', object: file });
    const setAside = restoreBackup(engine, file, session.workerId, passphrase);
    signInSucceeded(engine.options.profile, session.workerId);
    return signOut(engine, setAside);
  },
  'backups.rescue': ({ engine }, { file, workerId, passphrase }) => {
    if (opensStill(engine, workerId, passphrase))
      throw new AppError(
        'rule',
        'The store can be opened, so nothing is replaced. Sign in, or ask an administrator to restore.',
      );
    return signOut(engine, restoreBackup(engine, file, workerId, passphrase));
  },
};

function signOut(engine: Engine, setAside: string) {
  engine.session = null;
  engine.lockedBy = null;
  engine.options.emit({ kind: 'session', state: 'signed-out' });
  return { setAside };
}

/** Whether the passphrase opens a whole store. A wrong passphrase is an error, counted like any other. */
function opensStill(engine: Engine, workerId: string, passphrase: string): boolean {
  const { profile, deviceSecret } = engine.options;
  beginSignIn(profile, workerId, engine.options.wall());
  const key = unlockSlot(readKeyring(profile), workerId, passphrase, deviceSecret);
  signInSucceeded(profile, workerId);
  try {
    const store = openStore({ file: join(profile, databaseName), key, mustExist: true });
    try {
      store.checkIntegrity(true);
      return true;
    } finally {
      store.close();
    }
  } catch {
    return false;
  } finally {
    zero(key);
  }
}
