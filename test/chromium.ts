import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of an installed Chromium, Chrome or Edge, or undefined. */
export function installedChromium(): string | undefined {
  const named = process.env.CHROMIUM;
  return [...(named ? [named] : []), ...usual, chromium.executablePath()].find((path) => existsSync(path));
}

/** Finds a Chromium; without one installs Debian's package (as root), else Playwright's own. Throws when neither works. */
export function ensureChromium(): string {
  const found = installedChromium();
  if (found) return found;
  console.info('No Chromium, Chrome or Edge is installed: installing one for the tests.');
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const commands: [string, string[]][] = isRootOnDebian
    ? [
        ['apt-get', ['update', '-qq']],
        ['apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation']],
      ]
    : [['npx', ['playwright', 'install', 'chromium']]];
  for (const [command, args] of commands)
    execFileSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  const installed = installedChromium();
  if (!installed) throw new Error('No Chromium could be installed. Install one, or set CHROMIUM to its path.');
  return installed;
}
