import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CareTeam, careTeam } from './care-team.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

const save = (name: string, more: object = {}) =>
  team.ask('views.save', { page: 'caseload', name, search: 'tiers=high', ...more });
const names = async (page = 'caseload') => (await team.ask('views.list', { page })).views.map(({ name }) => name);

test('saved views are kept by worker and page, in order of their names', async () => {
  await save('My high need');
  await save('Away from home', { search: 'due=overdue' });
  await save('Elsewhere', { page: 'people' });
  expect(await team.ask('views.list', { page: 'caseload' })).toMatchObject({
    views: [
      { name: 'Away from home', search: 'due=overdue' },
      { name: 'My high need', search: 'tiers=high' },
    ],
  });
  team.signInAs('colleague');
  expect(await names()).toEqual([]);
});

test('a name stands once; saving under it again needs to be meant', async () => {
  const { viewId } = await save('Friday');
  expect(await team.refusal('views.save', { page: 'caseload', name: 'FRIDAY', search: '' })).toMatchObject({
    code: 'conflict',
  });
  expect(await save('Friday', { search: 'due=week', replace: true })).toEqual({ viewId });
  expect(await team.ask('views.list', { page: 'caseload' })).toMatchObject({ views: [{ search: 'due=week' }] });
});

test('renamed and removed by their owner only', async () => {
  const { viewId } = await save('Friday');
  await save('Monday');
  expect(await team.refusal('views.rename', { viewId, name: 'monday' })).toMatchObject({ code: 'conflict' });
  await team.ask('views.rename', { viewId, name: 'Fridays' });
  team.signInAs('colleague');
  expect(await team.refusal('views.rename', { viewId, name: 'Mine' })).toMatchObject({ code: 'not-found' });
  expect(await team.refusal('views.remove', { viewId })).toMatchObject({ code: 'not-found' });
  team.signInAs('coordinator');
  await team.ask('views.remove', { viewId });
  expect(await names()).toEqual(['Monday']);
});

test('fifty views of a page at most', async () => {
  for (let number = 0; number < 50; number++) await save(`View ${number}`);
  expect(await team.refusal('views.save', { page: 'caseload', name: 'One more', search: '' })).toMatchObject({
    code: 'rule',
  });
});

test('choices of a page are remembered per worker; what other parts keep is out of reach', async () => {
  const name = 'ui.caseload.columns';
  await team.ask('preferences.set', { name, value: ['tier', 'due'] });
  await team.ask('preferences.set', { name, value: ['tier'] });
  expect(await team.ask('preferences.get', { names: [name, 'ui.people.columns'] })).toEqual({
    values: { [name]: ['tier'] },
  });
  team.signInAs('colleague');
  expect(await team.ask('preferences.get', { names: [name] })).toEqual({ values: {} });
  expect(await team.refusal('preferences.get', { names: ['log-contact'] })).toMatchObject({ code: 'bad-input' });
  expect(await team.refusal('preferences.set', { name, value: 'x'.repeat(20_000) })).toMatchObject({
    code: 'bad-input',
  });
});

test('workers to choose from: by team and role, with caseload and leave, without those who left', async () => {
  team.write((journal) => {
    journal.insert(
      'worker_leave',
      { worker_id: team.ids.colleague, starts_on: '2026-11-16', ends_on: '2026-11-27' },
      'city',
    );
  });
  const { workers } = await team.ask('team.workers', { neighbourhoodId: 'n01', role: 'coordinator' });
  expect(workers).toMatchObject([
    { name: 'Colin Colleague', organisation: 'Example Trust', cases: 0, awayUntil: '2026-11-27' },
    { name: 'Cora Coordinator', roles: ['coordinator'], cases: 2, awayUntil: null },
  ]);
  team.write((journal) => journal.update('workers', team.ids.colleague, { ended_on: '2026-11-20' }));
  const after = await team.ask('team.workers', { neighbourhoodId: 'n01', role: 'coordinator' });
  expect(after.workers.map(({ name }) => name)).toEqual(['Cora Coordinator']);
  const everybody = await team.ask('team.workers', {});
  expect(everybody.workers.map(({ name }) => name)).toContain('Else Where');
});

test('the caseload’s filters choose from the own neighbourhoods, their practices and their workers', async () => {
  const choices = await team.ask('cases.caseloadChoices', {});
  expect(choices.neighbourhoods.map(({ id }) => id)).toEqual(['n01']);
  expect(choices.coordinators.map(({ name }) => name)).toEqual(['Colin Colleague', 'Cora Coordinator']);
  expect(choices.behaviourists.map(({ name }) => name)).toEqual(['Bea Behaviourist']);
  expect(choices.practices.length).toBeGreaterThan(0);
});
