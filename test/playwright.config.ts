import { defineConfig } from '@playwright/test';
import { installedChromium } from './chromium.ts';

const executablePath = installedChromium();

/**
 * Real Chromium against the real browser host. One journey at a time has the machine to itself; what is measured runs
 * after them.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results/e2e',
  workers: 1,
  globalSetup: './e2e/kept-profiles.ts',
  projects: [
    { name: 'journeys', testIgnore: 'smooth.spec.ts' },
    { name: 'measures', testMatch: 'smooth.spec.ts', dependencies: ['journeys'], workers: 1 },
  ],
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['./e2e/job-report.ts']],
  use: {
    actionTimeout: 20_000,
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    trace: 'retain-on-failure',
  },
});
