import { afterEach, expect, test } from 'vitest';
import { verifyJournal } from '../../electron/engine/journal/verify.ts';
import { sqlStatement } from '../../electron/engine/store/statements.ts';
import { type Device, device } from './store-fixture.ts';

const devices: Device[] = [];
afterEach(() => {
  for (const made of devices.splice(0)) made.dispose();
});
const name = sqlStatement<{ id: string }, { name: string }>('SELECT name FROM organisations WHERE id = ?', 'id');
const heads = sqlStatement<{ id: string }, { change: string; contested: number }>(
  'SELECT change, contested FROM heads WHERE row = ?',
  'id',
);

test('J4 settling replaces every head, on every device, and an edit that met it unseen contests it again', async () => {
  const [one, two] = [await device('A'), await device('B')];
  devices.push(one, two);
  const id = one.write((journal) => journal.insert('organisations', { name: 'First', kind: 'council' }, 'city'));
  two.receive(one.changes());
  one.write((journal) => journal.update('organisations', id, { name: 'Mine' }));
  two.write((journal) => journal.update('organisations', id, { name: 'Theirs' }));
  one.receive(two.changes());
  expect(one.store.all(heads, { id })).toHaveLength(2);
  one.write((journal) => journal.resolve('organisations', id, 'name', 'Mine'));
  // Meanwhile the other device, which has not seen the settlement, goes on with its own value.
  two.write((journal) => journal.update('organisations', id, { name: 'Theirs still' }));
  expect(one.store.all(heads, { id })).toMatchObject([{ contested: 0 }]);
  expect(one.store.get(name, { id })?.name).toBe('Mine');
  one.receive(two.changes());
  two.receive(one.changes());
  for (const { store, state } of [one, two]) {
    expect(store.all(heads, { id })).toHaveLength(2);
    expect(store.all(heads, { id }).every(({ contested }) => contested === 1)).toBe(true);
    expect(verifyJournal(store, state.columns).mismatches).toEqual([]);
  }
  expect(one.store.get(name, { id })).toEqual(two.store.get(name, { id }));
});

test('settling a row that is not there is refused', async () => {
  const one = await device('A');
  devices.push(one);
  expect(() => one.write((journal) => journal.resolve('organisations', 'nobody', 'name', 'X'))).toThrow(
    /no longer there/,
  );
});
