import { expect, test } from 'vitest';
import { importFuzz } from '../faults/import-fuzz.ts';

test('damaged files end in rows or in a typed refusal; a naive reader does not pass', async () => {
  const found = await importFuzz({ seed: 20_261_122, cases: 250 });
  expect(found).toEqual({ suite: 'import fuzz', cases: 250, failures: 0, control_caught: true, ok: true });
});
