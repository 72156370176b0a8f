import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EngineEvent } from '../../shared/contract/answer.ts';
import type { ImportView } from '../../shared/contract/import-view.ts';
import { importJobs } from '../../shared/contract/imports.ts';
import { type TestEngine, teamEngine } from './engine-fixture.ts';
import { type ListedRow, listedRow, peopleCsv, testNumber } from './people-list.ts';

const practice = 'N82901';
const size = 3000;
let engine: TestEngine;

beforeAll(async () => {
  engine = await teamEngine();
});
afterAll(() => engine.dispose());

async function previewed(bytes: Uint8Array<ArrayBuffer>, name = 'register.csv'): Promise<ImportView> {
  const { id } = await engine.ask('imports.receive', { name, bytes });
  return engine.ask('imports.preview', { importId: id });
}

/** State of everything synced, with the proof that journal and rows agree. */
async function stateHash(): Promise<Record<string, string>> {
  const { ok, hashes } = await engine.ask('store.verify', {});
  expect(ok).toBe(true);
  return hashes;
}

/** Runs a call and asks its job to stop as soon as it is at work. */
async function stoppedAt(title: string, call: () => Promise<unknown>): Promise<void> {
  const off = engine.host.onEvent((event: EngineEvent) => {
    if (event.kind !== 'progress' || event.job.title !== title || event.job.done < 500) return;
    off();
    void engine.host.call('jobs.cancel', { id: event.job.id });
  });
  await call();
  off();
}

it('J12 a cancelled commit leaves nothing, and can be confirmed again', async () => {
  const { id } = await previewed(peopleCsv(size, practice));
  const before = await stateHash();
  await stoppedAt(importJobs.commit, async () => {
    expect((await engine.refusal('imports.commit', { importId: id })).code).toBe('cancelled');
  });
  expect(await stateHash()).toEqual(before);
  expect((await engine.ask('people.list', {})).total).toBe(0);
  expect(await engine.ask('imports.open', { importId: id })).toMatchObject({
    state: 'preview',
    effect: { create: size },
  });
});

it('imports a whole list in one go, and answers a repeat with the same', async () => {
  const [waiting] = (await engine.ask('imports.list', {})).imports;
  const importId = waiting?.id ?? '';
  const done = await engine.ask('imports.commit', { importId });
  expect(done.effect).toEqual({ create: size, update: 0, same: 0, left: 0 });
  const after = await stateHash();
  expect(await engine.ask('imports.commit', { importId })).toEqual(done);
  expect(await stateHash()).toEqual(after);
  expect((await engine.ask('people.list', {})).total).toBe(size);
  const [found] = (await engine.ask('people.search', { text: testNumber(14) })).rows;
  const row = listedRow(14, practice);
  expect(found).toMatchObject({
    name: { family: row.Surname },
    nhsNumberStatus: '02',
    practice: { name: 'Alder Medical Centre' },
  });
  const page = await engine.ask('people.open', { personId: found?.id ?? '' });
  expect(JSON.stringify(page)).toContain('diabetes');
  const [line] = (await engine.ask('imports.list', {})).imports;
  expect(line).toMatchObject({
    state: 'committed',
    committed: { effect: done.effect, worker: { name: 'Lee Leader' } },
  });
});

it('finds nothing new in the same list, whatever its capitals', async () => {
  const lower = (row: ListedRow): ListedRow => ({
    ...row,
    Surname: row.Surname?.toLowerCase() ?? '',
    'Address 1': row['Address 1']?.toUpperCase() ?? '',
  });
  const { id, counts } = await previewed(peopleCsv(size, practice, lower));
  expect(counts).toMatchObject({ same: size, create: 0, update: 0, duplicate: 0 });
  const before = await stateHash();
  expect((await engine.ask('imports.commit', { importId: id })).effect).toEqual({
    create: 0,
    update: 0,
    same: size,
    left: 0,
  });
  expect(await stateHash()).toEqual(before);
});

it('changes only what a later list has differently, and never blanks what it leaves out', async () => {
  const [before] = (await engine.ask('people.search', { text: testNumber(5) })).rows;
  const changed = peopleCsv(20, practice, (row, at) => {
    if (at === 5) return { ...row, 'Address 1': '1 New Road', Postcode: 'L4 0TH', Mobile: '', Gender: '', COPD: 'Yes' };
    if (at === 6) return { ...row, Mobile: '07700 900999' };
    return row;
  });
  const { id, counts } = await previewed(changed);
  expect(counts).toMatchObject({ update: 2, same: 18 });
  const { rows } = await engine.ask('imports.rows', { importId: id, outcome: 'update' });
  expect(rows[0]?.changes.map(({ label }) => label)).toEqual(['Address', 'Condition']);
  expect(rows[1]?.changes).toEqual([{ label: 'Mobile', before: '07700 900006', after: '07700 900999' }]);
  expect((await engine.ask('imports.commit', { importId: id })).effect).toEqual({
    create: 0,
    update: 2,
    same: 18,
    left: 0,
  });
  const [after] = (await engine.ask('people.search', { text: testNumber(5) })).rows;
  expect(after?.address).toBe('1 New Road, Liverpool, L4 0TH');
  expect(after).toEqual({ ...before, address: after?.address });
  const page = await engine.ask('people.open', { personId: before?.id ?? '' });
  expect(JSON.stringify(page)).toContain('07700 900005');
});

it('J3 leaves alone what somebody changed between preview and confirmation, unless the list says otherwise', async () => {
  const { id } = await previewed(peopleCsv(1, practice, (row) => ({ ...row, Mobile: '07700 900111' })));
  const [found] = (await engine.ask('people.search', { text: testNumber(0) })).rows;
  const page = await engine.ask('people.open', { personId: found?.id ?? '' });
  const patch = { email: 'someone@example.org', mobile: '07700 900111' };
  await engine.ask('people.edit', { personId: found?.id ?? '', patch, heads: page.details.heads });
  expect((await engine.ask('imports.commit', { importId: id })).effect).toMatchObject({ update: 0, same: 1 });
});

it('refuses to register a second time somebody who came on record after the preview', async () => {
  const { id } = await previewed(peopleCsv(size + 2, practice, (row, at) => (at < size ? null : row)));
  await engine.ask('people.register', {
    person: {
      name: { family: listedRow(size, practice).Surname ?? '', given: listedRow(size, practice)['First name'] ?? '' },
      nhsNumber: testNumber(size),
      practiceId: practice,
    },
  });
  const before = await stateHash();
  expect((await engine.refusal('imports.commit', { importId: id })).code).toBe('conflict');
  expect(await stateHash()).toEqual(before);
  const again = await engine.ask('imports.preview', { importId: id });
  expect(again.counts).toMatchObject({ create: 1, update: 1 });
  await engine.ask('imports.commit', { importId: id });
});

it('joins rows as they were decided: to somebody on record, to an earlier row, as a new person', async () => {
  const base = size + 100;
  const bytes = peopleCsv(base + 3, practice, (row, at) => {
    if (at < base) return null;
    if (at === base) return row;
    if (at === base + 1)
      return { ...listedRow(base, practice), 'NHS number': '', 'Patient ID': '', Mobile: '07700 900333' };
    return { ...listedRow(9, practice), 'NHS number': '', 'Patient ID': '', Mobile: '07700 900222' };
  });
  const { id, counts } = await previewed(bytes);
  expect(counts).toMatchObject({ create: 1, duplicate: 2, undecided: 2 });
  await engine.ask('imports.decide', { importId: id, rows: { all: 'duplicate' }, decision: { kind: 'link' } });
  const { rows } = await engine.ask('imports.rows', { importId: id, outcome: 'duplicate' });
  expect(rows).toMatchObject([
    { decision: 'link', ofLine: 2 },
    { decision: 'link', record: { nhsNumber: testNumber(9) }, changes: [{ label: 'Mobile' }] },
  ]);
  const people = (await engine.ask('people.list', {})).total;
  expect((await engine.ask('imports.commit', { importId: id })).effect).toEqual({
    create: 1,
    update: 2,
    same: 0,
    left: 0,
  });
  expect((await engine.ask('people.list', {})).total).toBe(people + 1);
  const [joined] = (await engine.ask('people.search', { text: testNumber(base) })).rows;
  expect(JSON.stringify(await engine.ask('people.open', { personId: joined?.id ?? '' }))).toContain('07700 900333');
  expect((await engine.ask('store.verify', {})).ok).toBe(true);
});
