import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InputOf } from '../../shared/contract/index.ts';
import { type CareTeam, careTeam } from './care-team.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

const plan = async (more: Partial<InputOf<'contacts.plan'>> = {}) =>
  (
    await team.ask('contacts.plan', {
      personId: team.joan,
      caseId: team.joansCase,
      startsAt: '2026-11-20T14:00:00.000Z',
      mechanism: '01',
      minutes: 45,
      location: 'A01',
      purpose: 'review',
      note: 'Bring the falls leaflet',
      ...more,
    })
  ).contactId;
const day = (on: string, workerId: string | null = null) => team.ask('contacts.diary', { from: on, to: on, workerId });
const entry = async (id: string, on = '2026-11-20') => {
  const { entries, overdue } = await day(on);
  return [...entries, ...overdue].find((found) => found.id === id);
};

test('planned, then completed by its outcome: one row with both in its history', async () => {
  const contactId = await plan();
  expect((await day('2026-11-20')).entries).toMatchObject([
    { id: contactId, attendance: null, person: { id: team.joan }, worker: { name: 'Cora Coordinator' }, minutes: 45 },
  ]);
  team.now = '2026-11-20T15:00:00.000Z';
  const { planned } = await team.ask('contacts.prepare', { personId: team.joan });
  expect(planned).toMatchObject([{ id: contactId, note: 'Bring the falls leaflet', location: 'A01' }]);
  const [first] = planned;
  const done = await team.ask('contacts.log', {
    personId: team.joan,
    caseId: team.joansCase,
    startsAt: '2026-11-20T14:10:00.000Z',
    attendance: '6',
    mechanism: '01',
    minutes: 40,
    subject: '01',
    location: 'A01',
    note: 'Came late.',
    completes: { contactId, heads: first?.heads ?? {} },
  });
  expect(done.contactId).toBe(contactId);
  const { contact, history } = await team.ask('contacts.open', { contactId });
  expect(contact).toMatchObject({
    attendance: '6',
    minutes: 40,
    note: 'Came late.',
    startsAt: '2026-11-20T14:10:00.000Z',
  });
  expect(history.map(({ what }) => what)).toEqual(['planned', 'logged']);
  expect((await team.ask('contacts.prepare', { personId: team.joan })).planned).toEqual([]);
  await team.ask('contacts.undo', { contactIds: [contactId] });
  expect((await team.ask('contacts.open', { contactId })).contact).toMatchObject({
    attendance: null,
    minutes: 45,
    note: 'Bring the falls leaflet',
    startsAt: '2026-11-20T14:00:00.000Z',
    voided: null,
  });
  const patch = { startsAt: '2026-11-24T14:00:00.000Z' };
  const { heads } = (await team.ask('contacts.open', { contactId })).contact;
  await team.ask('contacts.replan', { contactId, heads, patch });
  expect((await team.ask('contacts.open', { contactId })).history.map(({ what }) => what)).toEqual([
    'planned',
    'logged',
    'undone',
    'replanned',
  ]);
});

test('an appointment that is still days ahead is offered only to whoever asks for it, and only for its person', async () => {
  const contactId = await plan({ startsAt: '2026-11-27T09:00:00.000Z' });
  const offered = async (input: InputOf<'contacts.prepare'>) =>
    (await team.ask('contacts.prepare', input)).planned.map(({ id }) => id);
  expect(await offered({ personId: team.joan })).toEqual([]);
  expect(await offered({ personId: team.joan, contactId })).toEqual([contactId]);
  expect(await offered({ personId: team.amir, contactId })).toEqual([]);
});

test('a second outcome for the same appointment is refused as a conflict, and one of somebody else as a mistake', async () => {
  const contactId = await plan();
  team.now = '2026-11-20T15:00:00.000Z';
  const outcome: InputOf<'contacts.log'> = {
    personId: team.joan,
    startsAt: '2026-11-20T14:00:00.000Z',
    attendance: '3',
    mechanism: '01',
    completes: { contactId, heads: {} },
  };
  expect((await team.refusal('contacts.log', { ...outcome, personId: team.amir })).code).toBe('rule');
  await team.ask('contacts.log', outcome);
  expect((await team.refusal('contacts.log', outcome)).code).toBe('conflict');
});

test('an appointment moves, changes hands and is called off, each seen by the caseload', async () => {
  const contactId = await plan();
  const moved = { startsAt: '2026-11-23T09:30:00.000Z', workerId: team.ids.colleague };
  await team.ask('contacts.replan', { contactId, heads: (await entry(contactId))?.heads ?? {}, patch: moved });
  expect((await day('2026-11-20')).entries).toEqual([]);
  const theirs = await day('2026-11-23', team.ids.colleague);
  expect(theirs.worker.name).toBe('Colin Colleague');
  expect(theirs.entries).toMatchObject([{ id: contactId, startsAt: moved.startsAt }]);
  expect(
    (await team.refusal('contacts.replan', { contactId, heads: {}, patch: { startsAt: '2026-11-19T09:30:00.000Z' } }))
      .details,
  ).toEqual([{ path: 'patch.startsAt', message: 'Choose a time that is still to come' }]);
  await team.ask('contacts.cancelPlanned', {
    contactId,
    heads: theirs.entries[0]?.heads ?? {},
    attendance: '2',
    cancellation: { reason: '02' },
    note: 'Went to her sister',
  });
  const { contact } = await team.ask('contacts.open', { contactId });
  expect(contact).toMatchObject({
    attendance: '2',
    cancellation: { reason: '02' },
    minutes: null,
    note: 'Bring the falls leaflet\n\nWent to her sister',
    worker: { name: 'Colin Colleague' },
  });
  expect((await team.refusal('contacts.replan', { contactId, heads: {}, patch: moved })).code).toBe('conflict');
});

test('the diary shows joint visits, what is left without outcome, and names nobody of another team', async () => {
  const joint = await plan({ workerId: team.ids.behaviourist, jointWith: [team.ids.coordinator] });
  const left = await plan({ startsAt: '2026-11-20T11:00:00.000Z' });
  const stranger = team.write((journal) =>
    journal.insert(
      'contacts',
      {
        person_id: team.zoe,
        worker_id: team.ids.coordinator,
        starts_at: '2026-11-21T12:00:00.000Z',
        mechanism: '02',
        note: 'private',
        activities: '[]',
        joint_with: '[]',
        interventions: '[]',
      },
      'n02',
    ),
  );
  team.now = '2026-11-21T08:00:00.000Z';
  const { entries, overdue, colleagues } = await team.ask('contacts.diary', { from: '2026-11-20', to: '2026-11-22' });
  expect(entries.map(({ id }) => id)).toEqual([left, joint, stranger]);
  expect(entries[1]).toMatchObject({ worker: { name: 'Bea Behaviourist' }, jointWith: [{ name: 'Cora Coordinator' }] });
  expect(entries[2]).toMatchObject({ person: null, note: '' });
  expect(overdue).toEqual([]);
  expect((await day('2026-11-21')).overdue.map(({ id }) => id)).toEqual([left]);
  expect(colleagues.map(({ name }) => name)).toContain('Bea Behaviourist');
  expect(
    (await team.refusal('contacts.diary', { from: '2026-11-20', to: '2026-11-20', workerId: team.ids.elsewhere })).code,
  ).toBe('not-allowed');
  expect((await team.refusal('contacts.diary', { from: '2026-01-01', to: '2026-11-20' })).code).toBe('bad-input');
});

test('a day is a day in London: an appointment half past midnight in summer belongs to the new day', async () => {
  const contactId = await plan({ startsAt: '2027-06-30T23:30:00.000Z' });
  expect((await day('2027-07-01')).entries.map(({ id }) => id)).toEqual([contactId]);
  expect((await day('2027-06-30')).entries).toEqual([]);
});

test('a group is one entry with a contact for each person and their own attendance', async () => {
  const input: InputOf<'contacts.logGroup'> = {
    title: 'Breathe easy',
    startsAt: '2026-11-20T08:00:00.000Z',
    minutes: 90,
    location: 'N03',
    activities: ['05'],
    note: 'Good turn-out',
    people: [
      {
        personId: team.joan,
        attendance: '5',
        note: 'Spoke up',
        interventions: [{ code: 'smoking', response: 'advice' }],
      },
      { personId: team.amir, attendance: '3' },
    ],
  };
  const { contactIds } = await team.ask('contacts.logGroup', input);
  const [joans, amirs] = await Promise.all(contactIds.map((contactId) => team.ask('contacts.open', { contactId })));
  expect(joans?.contact).toMatchObject({
    caseId: team.joansCase,
    group: { title: 'Breathe easy', people: 2 },
    minutes: 90,
    activities: ['05'],
    note: 'Spoke up',
    subject: '01',
  });
  expect(amirs?.contact).toMatchObject({ caseId: team.amirsCase, attendance: '3', minutes: null, activities: [] });
  expect((await day('2026-11-20')).entries.map(({ group }) => group)).toEqual(['Breathe easy', 'Breathe easy']);
  await team.ask('contacts.undo', { contactIds });
  expect((await day('2026-11-20')).entries).toEqual([]);

  const twice = [...input.people, { personId: team.joan, attendance: '2' as const }];
  const refused = await team.refusal('contacts.logGroup', { ...input, location: null, people: twice });
  expect((refused.details as { path: string }[]).map(({ path }) => path)).toEqual([
    'location',
    'people.2.personId',
    'people.2.cancellation.reason',
  ]);
  const stranger = [{ personId: team.zoe, attendance: '5' as const }];
  expect((await team.refusal('contacts.logGroup', { ...input, people: stranger })).code).toBe('outside-relationship');
});
