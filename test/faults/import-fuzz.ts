import { readdirSync, readFileSync } from 'node:fs';
import { controls } from './import-controls.ts';
import { damage, type Random, seededRandom } from './import-damage.ts';
import { faultOf, readProduct } from './import-oracle.ts';
import { result, type SuiteOptions, type SuiteResult } from './suite.ts';

const folder = new URL('../fixtures/imports/', import.meta.url);
/** A control shows the same fault again and again: some files are enough. */
const CONTROL_CASES = 200;

/**
 * Damages the fixture files in every way that files get damaged and reads them: each must end in rows or in a typed
 * refusal, with no more rows than bytes, rising lines, people that satisfy their schema, and no message that repeats
 * what a file holds. Case n of a seed is always the same file.
 */
export async function importFuzz({ seed, cases }: SuiteOptions): Promise<SuiteResult> {
  const originals = readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .map((name) => readFileSync(new URL(name, folder)));
  const notes: string[] = [];
  for (let index = 0; index < cases; index++) {
    const fault = faultOf(readProduct, damaged(originals, seededRandom(seed, index)));
    if (fault !== null) notes.push(`seed ${seed}, case ${index}: ${fault}`);
    // Gives way to whatever else runs in this process.
    if (index % 50 === 49) await new Promise((resolve) => setImmediate(resolve));
  }
  const files = Array.from({ length: CONTROL_CASES }, (_, i) => damaged(originals, seededRandom(seed, i)));
  const caught = controls.every((control) => files.some((bytes) => faultOf(control, bytes) !== null));
  return result('import fuzz', cases, notes, caught);
}

function damaged(originals: readonly Uint8Array[], random: Random): Uint8Array {
  const original = originals[random(originals.length)] ?? new Uint8Array();
  return damage(original, random);
}
