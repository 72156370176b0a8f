import { afterEach, beforeEach, expect, test } from 'vitest';
import { nameColumn } from '../../electron/engine/store/person-name.ts';
import { type CareTeam, careTeam } from './care-team.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

const home = {
  neighbourhoodId: 'n01',
  name: 'The Limes',
  kind: 'nursing' as const,
  beds: 32,
  phone: '',
  practiceId: null,
  leadWorkerId: null,
};
const add = async (more = {}) => (await team.ask('careHomes.add', { ...home, ...more })).careHomeId;
const lives = (person: string, careHome: string) =>
  team.write((journal) =>
    journal.update('people', person, { residence: JSON.stringify({ type: 'SH03', careHome, since: '2025-01-01' }) }),
  );

test('residents are the living people whose residence names the home; the list says which names are not on record', async () => {
  lives(team.joan, 'The Limes');
  lives(team.amir, 'Limes, The');
  const id = await add({ leadWorkerId: team.ids.coordinator });
  team.write((journal) => {
    const residence = JSON.stringify({ type: 'HM03', careHome: 'Beacon Hostel' });
    const name = nameColumn({ family: 'Roofless', given: 'Ray' });
    journal.insert('people', { name, residence, neighbourhood_id: 'n01', neighbourhood_by_hand: 0 }, 'n01');
  });
  const { homes, unknown } = await team.ask('careHomes.list', {});
  expect(homes).toMatchObject([
    { id, name: 'The Limes', beds: 32, residents: 1, inPlace: 0, elements: 7, lead: { name: 'Cora Coordinator' } },
  ]);
  // A hostel is no care home.
  expect(unknown).toMatchObject([{ name: 'Limes, The', residents: 1 }]);
  expect(unknown).toHaveLength(1);
  expect(await team.ask('careHomes.link', { careHomeId: id, named: 'Limes, The' })).toEqual({ people: 1 });
  const { residents } = await team.ask('careHomes.open', { careHomeId: id });
  expect(residents.map(({ name, plan }) => [name.family, plan])).toEqual([
    ['Example', null],
    ['Sample', null],
  ]);
  team.write((journal) => journal.update('people', team.amir, { death: '{"date":"2026-11-19"}' }));
  expect((await team.ask('careHomes.open', { careHomeId: id })).residents).toHaveLength(1);
});

test('each of the seven elements has a standing with date and author, and keeps what was said before', async () => {
  const id = await add();
  await team.ask('careHomes.setElement', { careHomeId: id, element: 'falls', standing: 'not-started' });
  team.now = '2026-11-20T11:00:00.000Z';
  team.signInAs('colleague');
  await team.ask('careHomes.setElement', {
    careHomeId: id,
    element: 'falls',
    standing: 'in-place',
    note: 'Class on Tuesdays',
  });
  const { elements, history } = await team.ask('careHomes.open', { careHomeId: id });
  expect(elements).toHaveLength(7);
  expect(elements.find(({ element }) => element === 'falls')).toEqual({
    element: 'falls',
    standing: 'in-place',
    note: 'Class on Tuesdays',
    at: '2026-11-20T11:00:00.000Z',
    by: 'Colin Colleague',
  });
  expect(elements.filter(({ standing }) => standing === null)).toHaveLength(6);
  expect(history).toMatchObject([{ element: 'falls', standing: 'not-started', by: 'Cora Coordinator' }]);
  expect((await team.ask('careHomes.list', {})).homes[0]?.inPlace).toBe(1);
});

test('a new name takes the residents along; a name that is taken is refused', async () => {
  lives(team.joan, 'The Limes');
  const id = await add();
  await add({ name: 'Oakapple House' });
  expect((await team.refusal('careHomes.add', home)).details).toMatchObject([{ path: 'name' }]);
  const { home: shown } = await team.ask('careHomes.open', { careHomeId: id });
  const taken = { careHomeId: id, heads: shown.heads, patch: { name: 'oakapple house' } };
  expect((await team.refusal('careHomes.edit', taken)).details).toMatchObject([{ path: 'patch.name' }]);
  await team.ask('careHomes.edit', { careHomeId: id, heads: shown.heads, patch: { name: 'Limes Court' } });
  expect((await team.ask('careHomes.open', { careHomeId: id })).residents).toHaveLength(1);
  expect((await team.ask('people.open', { personId: team.joan })).details.residence).toMatchObject({
    type: 'SH03',
    careHome: 'Limes Court',
    since: '2025-01-01',
  });
});

test('homes of another neighbourhood are neither seen nor changed', async () => {
  const id = await add();
  team.signInAs('elsewhere');
  expect((await team.ask('careHomes.list', {})).homes).toEqual([]);
  expect((await team.refusal('careHomes.open', { careHomeId: id })).code).toBe('outside-relationship');
  const set = { careHomeId: id, element: 'falls', standing: 'in-place' };
  expect((await team.refusal('careHomes.setElement', set)).code).toBe('outside-relationship');
  expect((await team.refusal('careHomes.add', home)).code).toBe('outside-relationship');
});

test('a home that closed leaves the list, keeps its history, and is opened again', async () => {
  lives(team.joan, 'The Limes');
  const id = await add();
  await team.ask('careHomes.setElement', { careHomeId: id, element: 'falls', standing: 'in-part' });
  const heads = async () => (await team.ask('careHomes.open', { careHomeId: id })).home.heads;
  const early = await team.refusal('careHomes.close', { careHomeId: id, heads: await heads(), endedOn: '2026-11-21' });
  expect(early).toMatchObject({ code: 'bad-input', details: [{ path: 'endedOn' }] });
  const closed = await team.ask('careHomes.close', { careHomeId: id, heads: await heads(), endedOn: '2026-11-18' });
  const list = await team.ask('careHomes.list', {});
  expect(list.homes).toEqual([]);
  expect(list.closed).toMatchObject([{ id, name: 'The Limes', endedOn: '2026-11-18', residents: 1 }]);
  expect(list.unknown).toEqual([]);
  for (const [name, input] of [
    ['careHomes.setElement', { careHomeId: id, element: 'falls', standing: 'in-place' }],
    ['careHomes.edit', { careHomeId: id, heads: closed.heads, patch: { beds: 10 } }],
    ['careHomes.link', { careHomeId: id, named: 'Limes' }],
  ] as const)
    expect((await team.refusal(name, input)).code).toBe('rule');
  const again = await team.refusal('careHomes.add', home);
  expect(again).toMatchObject({
    code: 'bad-input',
    details: [{ path: 'name', message: expect.stringContaining('closed') }],
  });
  await team.ask('careHomes.close', { careHomeId: id, heads: closed.heads, endedOn: null });
  expect((await team.ask('careHomes.list', {})).homes).toMatchObject([{ id, residents: 1 }]);
  expect((await team.ask('careHomes.open', { careHomeId: id })).elements).toContainEqual(
    expect.objectContaining({ element: 'falls', standing: 'in-part' }),
  );
  team.signInAs('elsewhere');
  const foreign = await team.refusal('careHomes.close', { careHomeId: id, heads: closed.heads, endedOn: '2026-11-18' });
  expect(foreign.code).toBe('outside-relationship');
});
