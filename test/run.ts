/**
 * Everything that `npm test` proves, in order: build, unit and integration tests, fault suites (short), end-to-end tests
 * in Chromium. Prints each runner's own summary and, as its last line, the totals over all of them.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { exit } from 'node:process';
import { ensureChromium } from './chromium.ts';

const root = new URL('..', import.meta.url).pathname;
/** The same for every change, so that a red run speaks of the change; the night's long runs draw their own. `SEED` overrules it. */
const seed = process.env.SEED ?? '1';
const results = `${root}test-results`;
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const chromium = ensureChromium();

interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

const nothing: Totals = { passed: 0, failed: 0, skipped: 0 };

/** Runs a command with its output shown; true when it exits with 0. */
function run(title: string, command: string, args: readonly string[]): boolean {
  console.info(`\n— ${title}`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: `${results}/e2e.json` },
  });
  return status === 0;
}

/** Totals of a runner's JSON; a runner that left none, or that failed without a failed test, counts as one failure. */
function totals(succeeded: boolean, file: string, read: (report: never) => Totals): Totals {
  let found: Totals;
  try {
    found = read(JSON.parse(readFileSync(`${results}/${file}`, 'utf8')) as never);
  } catch {
    return { ...nothing, failed: 1 };
  }
  return succeeded || found.failed > 0 ? found : { ...found, failed: 1 };
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}
interface FaultsReport {
  suites: { ok: boolean }[];
}

const built = run('build', 'npm', ['run', '--silent', 'build']);
const parts: Totals[] = [built ? nothing : { ...nothing, failed: 1 }];
if (built) {
  parts.push(
    totals(
      run('unit and integration tests', 'vitest', [
        'run',
        '--config',
        'test/vitest.config.ts',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${results}/vitest.json`,
      ]),
      'vitest.json',
      (report: VitestReport) => ({
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        skipped: report.numPendingTests + report.numTodoTests,
      }),
    ),
    totals(
      run('fault suites (short)', 'node', ['test/faults/run.ts', '--seed', seed, '--json', `${results}/faults.json`]),
      'faults.json',
      (report: FaultsReport) => ({
        passed: report.suites.filter(({ ok }) => ok).length,
        failed: report.suites.filter(({ ok }) => !ok).length,
        skipped: 0,
      }),
    ),
    totals(
      run('end-to-end tests', 'playwright', [
        'test',
        '--config',
        'test/playwright.config.ts',
        '--reporter=list,json,./test/e2e/job-report.ts',
      ]),
      'e2e.json',
      ({ stats }: PlaywrightReport) => ({
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky,
        skipped: stats.skipped,
      }),
    ),
  );
}
const sum = parts.reduce((a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
}));
console.info(`\n${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
exit(sum.failed > 0 ? 1 : 0);
