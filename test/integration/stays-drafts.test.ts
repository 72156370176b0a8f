import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CareTeam, careTeam } from './care-team.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

const keep = (kind: string, key: string) => team.ask('drafts.save', { kind, key, body: { reason: 'Half a sen' } });
const kept = async () => (await team.ask('drafts.list', {})).drafts.map(({ kind }) => kind).sort();

test('what was typed of a stay is forgotten with the entry, and not before', async () => {
  await keep('stay-admit', team.joan);
  await keep('stay-admit', team.amir);
  const future = { personId: team.joan, kind: 'hospital' as const, admittedOn: '2026-11-21' };
  await team.refusal('stays.admit', future);
  expect(await kept()).toEqual(['stay-admit', 'stay-admit']);
  const { stayId } = await team.ask('stays.admit', { ...future, admittedOn: '2026-11-10' });
  expect(await kept()).toEqual(['stay-admit']);
  const seen = async () => {
    const [stay] = (await team.ask('stays.ofPerson', { personId: team.joan })).stays;
    return { stayId, heads: stay?.heads ?? {} };
  };
  await keep('stay-amend', stayId);
  await keep('stay-discharge', stayId);
  await team.ask('stays.amend', { ...(await seen()), patch: { ward: '7B' } });
  expect(await kept()).toEqual(['stay-admit', 'stay-discharge']);
  await team.ask('stays.discharge', { ...(await seen()), dischargedOn: '2026-11-18', destination: '19' });
  expect(await kept()).toEqual(['stay-admit']);
});

test('a correction typed before a colleague’s settles nothing unseen: both values stand (J4)', async () => {
  const admission = { personId: team.joan, kind: 'hospital' as const, admittedOn: '2026-11-10', ward: '7B' };
  const { stayId } = await team.ask('stays.admit', admission);
  const stay = async () => (await team.ask('stays.ofPerson', { personId: team.joan })).stays[0];
  const before = (await stay())?.heads ?? {};
  team.signInAs('colleague');
  await team.ask('stays.amend', { stayId, heads: before, patch: { ward: '9A', provider: 'Aintree' } });
  team.signInAs('coordinator');
  await team.ask('stays.amend', { stayId, heads: before, patch: { ward: '8C' } });
  expect(await stay()).toMatchObject({ provider: 'Aintree' });
  const { conflicts } = await team.ask('people.open', { personId: team.joan });
  expect(JSON.stringify(conflicts)).toContain('9A');
  expect(JSON.stringify(conflicts)).toContain('8C');
});

test('what was typed of telehealth and care homes is forgotten with the entry', async () => {
  await keep('telehealth-kit', team.joan);
  const enrolment = { personId: team.joan, kit: 'falls-sensor' as const, startedOn: '2026-11-10' };
  const { enrolmentId } = await team.ask('telehealth.enrol', enrolment);
  expect(await kept()).toEqual([]);
  await keep('telehealth-alert', enrolmentId);
  await keep('telehealth-end', enrolmentId);
  await team.ask('telehealth.alert', {
    enrolmentId,
    words: 'Fall at night',
    ownerId: team.ids.coordinator,
    dueOn: '2026-11-20',
  });
  expect(await kept()).toEqual(['telehealth-end']);
  const [{ heads = {} } = {}] = (await team.ask('telehealth.ofPerson', { personId: team.joan })).enrolments;
  await team.ask('telehealth.end', { enrolmentId, heads, ended: { on: '2026-11-20', reason: 'no-longer-needed' } });
  await keep('care-home', 'new');
  const home = {
    name: 'The Limes',
    kind: 'nursing' as const,
    beds: 32,
    phone: '',
    practiceId: null,
    leadWorkerId: null,
  };
  const { careHomeId } = await team.ask('careHomes.add', { neighbourhoodId: 'n01', ...home });
  await keep('care-home', careHomeId);
  await keep('care-home-falls', careHomeId);
  await team.ask('careHomes.setElement', { careHomeId, element: 'falls', standing: 'in-part' });
  expect(await kept()).toEqual(['care-home']);
  const opened = await team.ask('careHomes.open', { careHomeId });
  await team.ask('careHomes.edit', { careHomeId, heads: opened.home.heads, patch: { beds: 30 } });
  expect(await kept()).toEqual([]);
});
