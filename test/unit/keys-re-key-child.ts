import { join } from 'node:path';
import { removeSlot, unlockSlot } from '../../electron/engine/keys/keyring.ts';
import { commitRekey, prepareRekey, recoverKeyring } from '../../electron/engine/keys/re-key.ts';
import { openStore } from '../../electron/engine/store/database.ts';

// Removes a worker and re-keys, to be killed at any moment by keys-re-key.test.ts, which started it:
// arguments are the profile folder, who does it, their passphrase, and who goes.
const [folder = '', userId = '', passphrase = '', leaver = ''] = process.argv.slice(2);
const file = join(folder, 'data.db');

const opens = (key: Buffer): boolean => {
  openStore({ file, key, mustExist: true }).close();
  return true;
};
const { keyring, databaseKey } = recoverKeyring(folder, (one) => unlockSlot(one, userId, passphrase, null), opens);
const store = openStore({ file, key: databaseKey, mustExist: true });
process.stdout.write('ready\n');
const next = prepareRekey(folder, removeSlot(keyring, leaver), databaseKey);
store.rekey(next.databaseKey);
commitRekey(folder);
store.close();
process.stdout.write('done\n');
