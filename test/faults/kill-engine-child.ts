/**
 * Signs in to a profile with the real engine, which brings an older one up to date, and confirms an import where one is
 * named. Says when it begins and when all of it is done. Started, and killed, by `kill-engine.ts`.
 */
import { argv, exit, stdout } from 'node:process';
import { engineInProcess } from './engine-in-process.ts';

const [profile = '', workerId = '', passphrase = '', importId = '', kind = 'durable'] = argv.slice(2);
const say = (line: string) => stdout.write(`${line}\n`);
const inside = engineInProcess(false, profile);

async function ask(name: string, input: unknown): Promise<void> {
  const answer = await inside.call({ name, input });
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
}

if (importId === '') say('started');
await ask('session.signIn', { workerId, passphrase });
if (importId !== '') {
  say('started');
  // The negative control: acknowledges before the commit.
  if (kind === 'early') say('done');
  await ask('imports.commit', { importId });
}
say('done');
inside.dispose();
exit();
