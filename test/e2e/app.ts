import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { keptProfile } from './kept-profiles.ts';

const root = new URL('../..', import.meta.url).pathname;
/** Pictures of every page, kept from the run. */
export const pictures = join(root, 'test', 'e2e', 'pictures');
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

/** The three people of the demonstration, as the sign-in screen names their roles. */
export type DemoRole = 'Care coordinator' | 'Behaviourist' | 'Team lead';

/** The application as somebody at a laptop has it: the browser host as a process of its own, on a profile of its own. */
export interface App {
  readonly profile: string;
  /** Opens the application in a page; a fresh start link every time. */
  open(page: Page): Promise<void>;
  /** Ends the host as a signal would, or as a crash. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Starts the host again on the same profile. */
  start(): Promise<void>;
}

async function startHost(profile: string) {
  const host = spawn('node', ['electron/start.ts', '--browser', '--no-open', '--profile', profile], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: host.stdout });
  const [line] = (await once(lines, 'line')) as [string];
  return { host, url: line.replace('Ready: ', '') };
}

/** What an app starts from: nothing, the demonstration, or the 55,000 people of a whole neighbourhood. */
type Start = 'empty' | 'demo' | 'neighbourhood';

/** An app on a profile of its own. */
async function startApp(from: Start): Promise<App & { dispose(): Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), 'oneteam-e2e-'));
  if (from !== 'empty') cpSync(keptProfile(from), profile, { recursive: true, mode: constants.COPYFILE_FICLONE });
  let running = await startHost(profile);
  const stop = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (running.host.exitCode !== null || running.host.signalCode !== null) return;
    const ended = once(running.host, 'exit');
    running.host.kill(signal);
    await ended;
  };
  return {
    profile,
    open: async (page) => {
      await page.goto(running.url);
    },
    stop,
    start: async () => {
      running = await startHost(profile);
    },
    dispose: async () => {
      await stop('SIGTERM');
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Signs in as one of the demonstration's people: one press. */
export async function signIn(page: Page, role: DemoRole): Promise<void> {
  await page.getByRole('button', { name: new RegExp(role) }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

/** Nothing for axe to find on what is shown now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
}

/** Keeps a picture of what is shown now at both sizes, and lets axe look at it. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(pictures, `${name}-${size.width}x${size.height}.png`), animations: 'disabled' });
  }
  await page.setViewportSize(sizes[0]);
  await expectAccessible(page);
}

interface Fixtures {
  /** An app with the demonstration data, one for each test. */
  readonly app: App;
  /** An app that has never been started before. */
  readonly emptyApp: App;
  /** An app with the register, cases and contacts of one whole neighbourhood. Making its profile takes a minute, once. */
  readonly neighbourhoodApp: App;
  /** Fails the test when the page logged an error: a refused resource, a CSP report, an exception. */
  readonly quietConsole: undefined;
}

/** An app for one test, from its start to after its page has gone elsewhere: a page left open complains without its host. */
const appFrom =
  (from: Start) =>
  async ({ quietConsole: _, page }: { quietConsole: undefined; page: Page }, use: (app: App) => Promise<void>) => {
    const app = await startApp(from);
    await use(app);
    await page.goto('about:blank');
    await app.dispose();
  };

export const test = base.extend<Fixtures>({
  app: appFrom('demo'),
  emptyApp: appFrom('empty'),
  neighbourhoodApp: [appFrom('neighbourhood'), { timeout: 300_000 }],
  quietConsole: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.name));
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };
