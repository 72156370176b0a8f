import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestEngine, teamEngine } from './engine-fixture.ts';

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`../fixtures/imports/${name}`, import.meta.url)));
let engine: TestEngine;

beforeAll(async () => {
  engine = await teamEngine();
});
afterAll(() => engine.dispose());

const files = [
  'bundle-transaction.json',
  'bundle-batch.json',
  'bundle-collection.json',
  'bundle-searchset.json',
  'patients.ndjson',
];

it.each(files)('imports %s, finds nothing new in it afterwards, and undoes it', async (name) => {
  const { neighbourhoods } = await engine.ask('session.shippedPlaces', {});
  const settings = { neighbourhoodId: neighbourhoods[0]?.id ?? null, source: 'Example system' };
  const people = (await engine.ask('people.list', {})).total;
  const received = await engine.ask('imports.receive', { name, bytes: fixture(name) });
  expect(received).toMatchObject({ kind: 'fhir', columns: [], delimiter: null });
  const { counts } = await engine.ask('imports.preview', { importId: received.id, ...settings });
  expect(counts.create).toBeGreaterThan(0);
  const { effect } = await engine.ask('imports.commit', { importId: received.id });
  expect(effect.create).toBe(counts.create);
  expect((await engine.ask('people.list', {})).total).toBe(people + effect.create);
  const again = await engine.ask('imports.receive', { name, bytes: fixture(name) });
  expect(again).toMatchObject({ remembered: true, source: 'Example system' });
  const repeat = await engine.ask('imports.preview', { importId: again.id });
  expect(repeat.counts).toMatchObject({ create: 0, update: 0, same: counts.create });
  await engine.ask('imports.discard', { importId: again.id });
  expect(await engine.ask('imports.undo', { importId: received.id, reason: 'Tried out' })).toMatchObject({
    voided: effect.create,
  });
  expect((await engine.ask('people.list', {})).total).toBe(people);
  expect((await engine.ask('store.verify', {})).ok).toBe(true);
});
