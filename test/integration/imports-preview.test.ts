import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ImportView } from '../../shared/contract/import-view.ts';
import { type TestEngine, teamEngine } from './engine-fixture.ts';
import { listedRow, peopleCsv, testNumber } from './people-list.ts';

const practice = 'N82901';
const size = 5000;
let engine: TestEngine;
let knownId: string;
let seen: ImportView;

/** The list with what goes wrong in real ones: wrong numbers, wrong dates, repeats, people who are on record already. */
function list(): Uint8Array<ArrayBuffer> {
  return peopleCsv(size, practice, (row, at) => {
    if (at % 100 === 7)
      return { ...row, 'NHS number': `${testNumber(at).slice(0, 9)}${(Number(testNumber(at)[9]) + 1) % 10}` };
    if (at % 100 === 8) return { ...row, 'Date of birth': '31/02/1950' };
    if (at === 30) return listedRow(29, practice);
    if (at === 41) return { ...listedRow(40, practice), 'NHS number': '', 'Patient ID': 'P-other', Mobile: '' };
    if (at === 52) return { ...row, 'GP practice code': 'A99999' };
    return row;
  });
}

beforeAll(async () => {
  engine = await teamEngine();
  const { personId } = await engine.ask('people.register', {
    person: {
      name: { family: 'Someone', given: 'Entirely' },
      nhsNumber: testNumber(60),
      birth: { date: '1921-01-01' },
      practiceId: practice,
    },
  });
  knownId = personId;
  const [day, month, year] = listedRow(61, practice)['Date of birth']?.split('/') ?? [];
  const row = listedRow(61, practice);
  await engine.ask('people.register', {
    person: {
      name: { family: row.Surname ?? '', given: row['First name'] ?? '' },
      birth: { date: `${year}-${month}-${day}` },
      practiceId: practice,
    },
  });
  await engine.ask('people.register', {
    person: {
      name: {
        family: listedRow(62, practice).Surname?.toLowerCase() ?? '',
        given: listedRow(62, practice)['First name'] ?? '',
      },
      nhsNumber: testNumber(62),
      practiceId: practice,
    },
  });
  const received = await engine.ask('imports.receive', { name: 'register 2026-11.csv', bytes: list() });
  seen = await engine.ask('imports.preview', { importId: received.id });
});
afterAll(() => engine.dispose());

it('recognises the list and proposes every column of it', async () => {
  expect(seen).toMatchObject({ kind: 'csv', encoding: 'utf-8', delimiter: ',', remembered: false, source: 'register' });
  expect(seen.columns.every(({ target, confidence }) => target !== null && confidence === 'exact')).toBe(true);
  expect(seen.columns[1]?.samples).toEqual(['ABBOTT', 'BARLOW', 'CROSSLEY']);
});

it('says of each of 5,000 rows what would happen, and commits nothing', async () => {
  // 50 wrong numbers, 50 wrong dates, one practice that nobody knows.
  expect(seen.counts).toEqual({
    create: size - 106,
    update: 1,
    same: 0,
    duplicate: 3,
    error: 101,
    skip: 1,
    undecided: 3,
  });
  expect(seen.effect).toEqual({ create: size - 106, update: 1, same: 0, left: 105 });
  expect((await engine.ask('people.list', {})).total).toBe(3);
});

it('names line, column and reason of an error, never the value, also in the file of problems', async () => {
  const { total, rows } = await engine.ask('imports.rows', {
    importId: seen.id,
    outcome: 'error',
    offset: 0,
    limit: 2,
  });
  expect(total).toBe(101);
  expect(rows[0]).toMatchObject({ line: 9, person: null, problems: [{ severity: 'error', column: 'NHS number' }] });
  expect(rows[1]).toMatchObject({ line: 10, problems: [{ column: 'Date of birth' }] });
  const { file, rows: lines } = await engine.ask('imports.problems', { importId: seen.id });
  const text = new TextDecoder().decode(file.bytes);
  expect(lines).toBe(102);
  expect(text).toContain('9,Not imported,NHS number,Error,');
  expect(text).not.toMatch(/99910|31\/02|ABBOTT/);
});

it('asks about a number that belongs to somebody quite different, about likeness, and about repeats within the file', async () => {
  const { rows } = await engine.ask('imports.rows', { importId: seen.id, outcome: 'duplicate' });
  expect(rows.map(({ line }) => line)).toEqual([43, 62, 63]);
  expect(rows[0]?.candidates[0]).toMatchObject({ line: 42, personId: null, row: { nhsNumber: testNumber(40) } });
  expect(rows[0]?.candidates[0]?.reasons).toContain('Same name and postcode.');
  expect(rows[1]?.candidates).toMatchObject([
    {
      personId: knownId,
      reasons: ['Same NHS number, but other details differ.'],
      person: { name: { family: 'Someone' } },
    },
  ]);
  expect(rows[2]?.candidates[0]?.reasons).toEqual(['Same birth date and a similar name.']);
  const { rows: skipped } = await engine.ask('imports.rows', { importId: seen.id, outcome: 'skip' });
  expect(skipped).toMatchObject([{ line: 32, problems: [{ severity: 'warning' }] }]);
});

it('shows field by field what an update changes; capitals alone are no change', async () => {
  const { rows } = await engine.ask('imports.rows', { importId: seen.id, outcome: 'update' });
  expect(rows).toHaveLength(1);
  const labels = rows[0]?.changes.map(({ label }) => label) ?? [];
  expect(labels).toEqual(expect.arrayContaining(['Born', 'Address', 'Mobile']));
  expect(labels).not.toContain('Name');
  expect(rows[0]?.changes.find(({ label }) => label === 'Born')?.before).toBeNull();
});

it('lets a person decide, and take the decision back', async () => {
  const decide = (
    lines: number[],
    decision: { kind: 'create' | 'skip' | 'none' } | { kind: 'link'; personId?: string; line?: number },
  ) => engine.ask('imports.decide', { importId: seen.id, rows: { lines }, decision });
  expect((await decide([62], { kind: 'link', personId: knownId })).effect.update).toBe(2);
  expect((await decide([63], { kind: 'create' })).effect.create).toBe(size - 105);
  expect((await decide([2], { kind: 'skip' })).effect.create).toBe(size - 106);
  expect((await decide([2, 62, 63], { kind: 'none' })).effect).toEqual(seen.effect);
  const wrong = { importId: seen.id, rows: { lines: [9] }, decision: { kind: 'create' } };
  expect((await engine.refusal('imports.decide', wrong)).code).toBe('rule');
  const stranger = { importId: seen.id, rows: { lines: [63] }, decision: { kind: 'link', personId: knownId } };
  expect((await engine.refusal('imports.decide', stranger)).code).toBe('rule');
  const all = await engine.ask('imports.decide', {
    importId: seen.id,
    rows: { all: 'duplicate' },
    decision: { kind: 'skip' },
  });
  expect(all).toMatchObject({ decided: 3, effect: { left: 105 } });
  expect((await engine.ask('imports.open', { importId: seen.id })).counts.undecided).toBe(0);
});

it('remembers the columns and settings for the next list with the same headings', async () => {
  const targets = seen.columns.map(({ target, header }) => (header === 'Mobile' ? null : target));
  const [place] = seen.neighbourhoods;
  const settings = { mapping: targets, source: 'Alder register', neighbourhoodId: place?.id ?? null };
  await engine.ask('imports.preview', { importId: seen.id, ...settings });
  const next = await engine.ask('imports.receive', { name: 'december.csv', bytes: peopleCsv(3, practice) });
  expect(next).toMatchObject({ remembered: true, source: 'Alder register', neighbourhoodId: place?.id });
  expect(next.columns.find(({ header }) => header === 'Mobile')).toMatchObject({
    target: null,
    confidence: 'remembered',
  });
  await engine.ask('imports.discard', { importId: next.id });
  expect((await engine.ask('imports.list', {})).imports.map(({ id }) => id)).toEqual([seen.id]);
});

it('refuses a mapping without a name, or with one target twice, and a file that is no list', async () => {
  const without = seen.columns.map(({ target }) => (target === 'family' ? null : target));
  const twice = seen.columns.map(({ target }) => (target === 'given' ? 'family' : target));
  for (const mapping of [without, twice, ['family']])
    expect((await engine.refusal('imports.preview', { importId: seen.id, mapping })).code).toBe('bad-input');
  const bytes = new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]);
  expect((await engine.refusal('imports.receive', { name: 'book.xlsx', bytes })).code).toBe('unreadable-file');
});

it('answers other calls while it goes through a list, and can be stopped: the import is as it was received', async () => {
  const { id } = await engine.ask('imports.receive', { name: 'long.csv', bytes: peopleCsv(4000, practice) });
  const during: string[] = [];
  const stopped = new Promise<void>((resolve) => {
    const off = engine.host.onEvent((event) => {
      if (event.kind !== 'progress' || event.job.state !== 'running' || event.job.done < 500) return;
      off();
      void engine.ask('session.state', {}).then(async ({ state }) => {
        during.push(state);
        await engine.ask('jobs.cancel', { id: event.job.id });
        resolve();
      });
    });
  });
  const failure = await engine.refusal('imports.preview', { importId: id });
  await stopped;
  expect(failure.code).toBe('cancelled');
  expect(during).toEqual(['open']);
  const after = await engine.ask('imports.open', { importId: id });
  expect(after).toMatchObject({ state: 'received', counts: { create: 0, error: 0 } });
  expect((await engine.refusal('imports.commit', { importId: id })).code).toBe('rule');
});
