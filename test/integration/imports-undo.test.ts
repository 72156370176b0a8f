import { afterAll, beforeAll, expect, it } from 'vitest';
import { importJobs } from '../../shared/contract/imports.ts';
import { type TestEngine, teamEngine } from './engine-fixture.ts';
import { listedRow, peopleCsv, testNumber } from './people-list.ts';

const practice = 'N82901';
const size = 1500;
let engine: TestEngine;
let knownId: string;

beforeAll(async () => {
  engine = await teamEngine();
  const row = listedRow(3, practice);
  const person = {
    name: { family: row.Surname ?? '', given: row['First name'] ?? '' },
    nhsNumber: testNumber(3),
    email: 'kept@example.org',
    mobile: '07700 900888',
    practiceId: practice,
  };
  knownId = (await engine.ask('people.register', { person })).personId;
});
afterAll(() => engine.dispose());

async function imported(): Promise<string> {
  const { id } = await engine.ask('imports.receive', { name: 'register.csv', bytes: peopleCsv(size, practice) });
  const { counts } = await engine.ask('imports.preview', { importId: id });
  expect(counts).toMatchObject({ create: size - 1, update: 1 });
  await engine.ask('imports.commit', { importId: id });
  return id;
}

/** What the record shows of the person who was there before, heads left out: they move on. */
async function shown(): Promise<string> {
  const { details, ...page } = await engine.ask('people.open', { personId: knownId });
  const { heads: _, ...fields } = details;
  return JSON.stringify({ ...page, fields });
}

it('puts everything back as it was: new people are voided, changed fields have their earlier values', async () => {
  const before = await shown();
  const list = await engine.ask('people.list', {});
  const importId = await imported();
  expect(await shown()).not.toBe(before);
  const reason = 'List of the wrong month';
  expect(await engine.ask('imports.undo', { importId, reason })).toEqual({ voided: size - 1, restored: 1 });
  expect(await shown()).toBe(before);
  expect(await engine.ask('people.list', {})).toEqual(list);
  expect((await engine.ask('people.search', { text: testNumber(9) })).rows).toEqual([]);
  expect((await engine.ask('store.verify', {})).ok).toBe(true);
  const [line] = (await engine.ask('imports.list', {})).imports;
  expect(line).toMatchObject({ id: importId, state: 'undone', undone: { reason } });
  expect(await engine.ask('imports.undo', { importId, reason })).toEqual({ voided: size - 1, restored: 1 });
});

it('can be imported again after that, as if it had never been', async () => {
  const importId = await imported();
  await engine.ask('imports.undo', { importId, reason: 'Tried out' });
});

it('a stopped undo takes nothing back', async () => {
  const importId = await imported();
  const { hashes } = await engine.ask('store.verify', {});
  const off = engine.host.onEvent((event) => {
    if (event.kind !== 'progress' || event.job.title !== importJobs.undo || event.job.done < 500) return;
    off();
    void engine.host.call('jobs.cancel', { id: event.job.id });
  });
  expect((await engine.refusal('imports.undo', { importId, reason: 'Stop' })).code).toBe('cancelled');
  expect((await engine.ask('store.verify', {})).hashes).toEqual(hashes);
  await engine.ask('imports.undo', { importId, reason: 'Go on' });
});

it('is refused when somebody has worked with what it wrote, and says with whom', async () => {
  const importId = await imported();
  const find = async (at: number) => (await engine.ask('people.search', { text: testNumber(at) })).rows[0]?.id ?? '';
  const edited = await find(10);
  const withCase = await find(11);
  const { heads } = (await engine.ask('people.open', { personId: edited })).details;
  await engine.ask('people.edit', { personId: edited, patch: { email: 'new@example.org' }, heads });
  await engine.ask('people.addSegment', { personId: withCase, code: 'complex-lives' });
  const { hashes } = await engine.ask('store.verify', {});
  const refusal = await engine.refusal('imports.undo', { importId, reason: 'Too late' });
  expect(refusal).toMatchObject({
    code: 'rule',
    details: {
      total: 2,
      people: expect.arrayContaining([
        { person: expect.objectContaining({ id: edited }), what: ['changed since'] },
        { person: expect.objectContaining({ id: withCase }), what: ['a segment'] },
      ]),
    },
  });
  expect((await engine.ask('store.verify', {})).hashes).toEqual(hashes);
  expect(await engine.ask('imports.open', { importId })).toMatchObject({ state: 'committed' });
});
