/**
 * Deliberate faults, each suite with its negative control. `--long` runs the night's numbers, `--seed N` repeats a run,
 * `--only WORD` picks suites by name, `--json FILE` writes the report.
 */
import { writeFileSync } from 'node:fs';
import { exit } from 'node:process';
import { parseArgs } from 'node:util';
import { atRest } from './at-rest.ts';
import { auditTampering } from './audit-tampering.ts';
import { bitFlips } from './bit-flips.ts';
import { diskFaults } from './disk.ts';
import { endpointFuzz } from './endpoint-fuzz.ts';
import { hostileText } from './hostile-text.ts';
import { importFuzz } from './import-fuzz.ts';
import { killed } from './kill.ts';
import { loopbackMatrix } from './loopback-matrix.ts';
import { permissionMatrix } from './permission-matrix.ts';
import { signInGuessing } from './sign-in-guessing.ts';
import type { Suite, SuiteResult } from './suite.ts';

/** Every suite with its number of cases: short for each change, long for the night. */
const suites: readonly { name: string; run: Suite; short: number; long: number }[] = [
  { name: 'audit tampering', run: auditTampering, short: 200, long: 5_000 },
  { name: 'bit flips', run: bitFlips, short: 400, long: 10_000 },
  { name: 'at rest', run: atRest, short: 50, long: 50 },
  { name: 'sign-in guessing', run: signInGuessing, short: 1_000, long: 10_000 },
  { name: 'hostile text', run: hostileText, short: 200, long: 2_000 },
  { name: 'import fuzz', run: importFuzz, short: 2_000, long: 50_000 },
  { name: 'kill -9', run: killed, short: 200, long: 2_000 },
  { name: 'disk full and I/O errors', run: diskFaults, short: 50, long: 2_000 },
  { name: 'endpoint fuzz', run: endpointFuzz, short: 10_000, long: 500_000 },
  { name: 'permission matrix', run: permissionMatrix, short: 1, long: 1 },
  { name: 'loopback matrix', run: loopbackMatrix, short: 100, long: 2_000 },
];

const { values } = parseArgs({
  options: { json: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' }, long: { type: 'boolean' } },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
console.info(`seed ${seed}`);
// Suites may wait on workers that do not keep a process alive by themselves.
setInterval(() => {}, 60_000);
const report: SuiteResult[] = [];
for (const { name, run, short, long } of suites) {
  if (values.only && !name.includes(values.only)) continue;
  const found = await run({ seed, cases: values.long ? long : short });
  report.push(found);
  console.info(
    `${found.ok ? 'ok    ' : 'FAILED'} ${name}: ${found.cases} cases, ${found.failures} failures, control ${found.control_caught ? 'caught' : 'NOT caught'}`,
  );
  for (const note of found.notes ?? []) console.info(`       ${note}`);
}
if (values.json) writeFileSync(values.json, `${JSON.stringify({ seed, suites: report }, null, 2)}\n`);
exit(report.every(({ ok }) => ok) ? 0 : 1);
