/** One start: prints the milliseconds from the start of this process to the first caseload, without the key's derivation. */
import { unlockSlot } from '../../electron/engine/keys/keyring.ts';
import { readKeyring } from '../../electron/engine/keys/keyring-file.ts';
import { demoPassphrase } from '../../shared/domain/demonstration.ts';
import { worker } from './profiles.ts';
import { signedIn } from './world.ts';

const profile = process.argv[2] ?? '';
const { host, ask } = await signedIn(profile);
const { rows } = await ask('cases.caseload', { mine: true });
if (rows.length === 0) throw new Error('an empty caseload');
const usable = performance.now();
await host.close();
const begun = performance.now();
unlockSlot(readKeyring(profile), worker, demoPassphrase, null);
const derivation = performance.now() - begun;
console.info(usable - derivation);
