import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { driftLimit, hybridClock, timeOf } from '../../electron/engine/journal/clock.ts';
import { shownHeads } from '../../electron/engine/journal/record.ts';
import { verifyJournal } from '../../electron/engine/journal/verify.ts';
import { sqlStatement } from '../../electron/engine/store/statements.ts';
import { type Device, device } from './store-fixture.ts';

const devices: Device[] = [];
const make = async (name: string, wall?: () => number) => {
  const made = await device(name, wall);
  devices.push(made);
  return made;
};
afterEach(() => {
  for (const made of devices.splice(0)) made.dispose();
});

type Row = Record<string, string | number | null>;
const organisation = sqlStatement<{ id: string }, Row>('SELECT * FROM organisations WHERE id = ?', 'id');
const contested = sqlStatement<{ id: string }, Row>(
  'SELECT field, change FROM heads WHERE row = ? AND contested = 1 ORDER BY change',
  'id',
);
const create = (on: Device) =>
  on.write((journal) => journal.insert('organisations', { name: 'First', kind: 'council' }, 'city'));

test('J1 a transaction that fails leaves neither row nor change', async () => {
  const one = await make('A');
  expect(() =>
    one.write((journal) => {
      journal.insert('organisations', { name: 'First', kind: 'council' }, 'city');
      throw new Error('stop');
    }),
  ).toThrow('stop');
  expect(one.changes()).toEqual([]);
  expect(verifyJournal(one.store, one.state.columns).rows).toBe(0);
});

test('J3 causality decides before the clock: an edit that has seen the other replaces it though its clock is behind', async () => {
  const ahead = await make('A', () => 2_000_000_000_000);
  const behind = await make('B', () => 1_000_000_000_000);
  const id = create(ahead);
  behind.receive(ahead.changes());
  behind.write((journal) => journal.update('organisations', id, { name: 'Second' }));
  ahead.receive(behind.changes());
  expect(ahead.store.get(organisation, { id })?.name).toBe('Second');
  expect(ahead.store.all(contested, { id })).toEqual([]);
});

test('J4 concurrent edits stay both, the largest id is shown, and an ordinary edit resolves only what its author saw', async () => {
  const one = await make('A');
  const two = await make('B');
  const id = create(one);
  two.receive(one.changes());
  one.write((journal) => journal.update('organisations', id, { name: 'Mine' }));
  two.write((journal) => journal.update('organisations', id, { name: 'Theirs', kind: 'police' }));
  one.receive(two.changes());
  two.receive(one.changes());
  expect(one.store.all(contested, { id })).toHaveLength(2);
  expect(one.store.get(organisation, { id })).toEqual(two.store.get(organisation, { id }));
  expect(one.store.get(organisation, { id })?.kind).toBe('police');
  const row = one.store.get(organisation, { id }) as { id: string; origin: string };
  one.write((journal) => journal.update('organisations', id, { name: 'Third' }, shownHeads(one.store, row)));
  // The value that was not shown is still there, beside the new one.
  expect(one.store.all(contested, { id })).toHaveLength(2);
  expect(verifyJournal(one.store, one.state.columns).mismatches).toEqual([]);
});

test('J4 the same value given twice is no conflict', async () => {
  const one = await make('A');
  const two = await make('B');
  const id = create(one);
  two.receive(one.changes());
  one.write((journal) => journal.update('organisations', id, { name: 'Same' }));
  two.write((journal) => journal.update('organisations', id, { name: 'Same' }));
  one.receive(two.changes());
  expect(one.store.all(contested, { id })).toEqual([]);
});

test('an edit that changes nothing writes nothing', async () => {
  const one = await make('A');
  const id = create(one);
  expect(one.write((journal) => journal.update('organisations', id, { name: 'First' }))).toEqual([]);
  expect(one.changes()).toHaveLength(1);
});

test('J9 verify sees a row changed behind the journal, a missing row and an added one', async () => {
  const one = await make('A');
  const id = create(one);
  create(one);
  one.store.runSql("UPDATE organisations SET name = 'Tampered' WHERE id = ?", [id]);
  expect(verifyJournal(one.store, one.state.columns).mismatches).toEqual([
    { entity: 'organisations', row: id, fields: ['name'] },
  ]);
  one.store.runSql('DELETE FROM organisations WHERE id = ?', [id]);
  expect(verifyJournal(one.store, one.state.columns).mismatches).toEqual([
    { entity: 'organisations', row: id, fields: ['ended_on', 'kind', 'name'] },
  ]);
  one.store.runSql("INSERT INTO localities (id, scope, origin, name) VALUES ('x', 'city', 'none', 'Nowhere')", []);
  expect(verifyJournal(one.store, one.state.columns).mismatches).toContainEqual({
    entity: 'localities',
    row: '*',
    fields: ['number of rows'],
  });
});

test('J11 the clock never goes backwards, whatever the wall clock does', () => {
  let wall = 1_700_000_000_000;
  const clock = hybridClock(() => wall, 'A.1', null);
  const first = clock.next();
  wall -= 3_600_000;
  const second = clock.next();
  expect(second > first).toBe(true);
  expect(clock.ahead()).toBeGreaterThan(driftLimit);
  expect(timeOf(second)).toBe(timeOf(first));
  const later = hybridClock(() => wall, 'A.1', second);
  expect(later.next() > second).toBe(true);
});

test('J3 J9 devices that have received each other hold the same, and no value is lost, after any edits and partitions', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  console.info(`seed ${seed}`);
  const step = fc.record({
    on: fc.nat(2),
    field: fc.constantFrom('name', 'kind' as const),
    value: fc.constantFrom('a', 'b', 'c', 'd'),
    seen: fc.boolean(),
    from: fc.option(fc.nat(2)),
  });
  // The same three devices through all runs, a fresh row in each.
  const all = [
    await make('A', () => 1_000_000_000_000),
    await make('B'),
    await make('C', () => 3_000_000_000_000),
  ] as const;
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      const id = create(all[0]);
      for (const other of all.slice(1)) other.receive(all[0].changes());
      for (const { on, field, value, from } of steps) {
        const target = all[on] ?? all[0];
        if (from === null) target.write((journal) => journal.update('organisations', id, { [field]: value }));
        else target.receive((all[from] ?? all[0]).changes());
      }
      for (let round = 0; round < 2; round += 1)
        for (const to of all) for (const from of all) to.receive(from.changes());
      const results = all.map((one) => verifyJournal(one.store, one.state.columns));
      for (const result of results) expect(result.mismatches).toEqual([]);
      expect(new Set(results.map((result) => result.hashes.organisations)).size).toBe(1);
      expect(new Set(all.map((one) => JSON.stringify(one.store.all(contested, { id })))).size).toBe(1);
    }),
    { seed, numRuns: 25 },
  );
});
