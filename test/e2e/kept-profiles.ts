import { execFileSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('../..', import.meta.url).pathname;

const makers = {
  demo: ['call', 'session.startDemo', '--demo'],
  neighbourhood: ['seed', '--size', 'neighbourhood', '--seed', '1'],
} as const;

/** Profiles of synthetic people that tests start from: the demonstration, or the 55,000 people of a whole neighbourhood. */
export type Kept = keyof typeof makers;

/** Where a profile stands that tests copy for themselves. */
export const keptProfile = (of: Kept): string => join(root, 'test-results', `${of}-profile`);

/** Makes them before the first test of a run, so that no two workers make the same one. Takes a minute, once. */
export default function makeProfiles(): void {
  for (const of of Object.keys(makers) as Kept[]) {
    const kept = keptProfile(of);
    if (existsSync(kept)) continue;
    const making = `${kept}.being-made`;
    rmSync(making, { recursive: true, force: true });
    execFileSync('node', ['electron/headless/main.ts', ...makers[of], '--profile', making], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    rmSync(join(making, 'profile.lock'), { force: true });
    renameSync(making, kept);
  }
}
