import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InputOf } from '../../shared/contract/index.ts';
import { type CareTeam, careTeam } from './care-team.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

const recorded = async (more: Partial<InputOf<'feedback.record'>> = {}) =>
  (
    await team.ask('feedback.record', {
      personId: team.joan,
      kind: 'concern',
      words: 'I tell them all the same story.',
      saidBy: 'person',
      receivedOn: '2026-11-16',
      ...more,
    })
  ).feedbackId;
const feedbackOf = async (personId = team.joan) => (await team.ask('feedback.ofPerson', { personId })).feedback;
const one = async (id: string) => {
  const found = (await feedbackOf()).find((each) => each.id === id);
  if (!found) throw new Error('no such feedback');
  return found;
};
const followed = async (id: string, step: Pick<InputOf<'feedback.follow'>, 'status' | 'on' | 'note'>) =>
  team.ask('feedback.follow', { feedbackId: id, heads: (await one(id)).heads, ...step });
const listed = (input: InputOf<'feedback.list'> = {}) => team.ask('feedback.list', input);

test('what a person said is kept in their words, with who said it when, and how long it has waited', async () => {
  const id = await recorded();
  expect(await one(id)).toMatchObject({
    kind: 'concern',
    words: 'I tell them all the same story.',
    saidBy: 'person',
    receivedOn: '2026-11-16',
    recordedBy: 'Cora Coordinator',
    status: 'open',
    days: 4,
    dueOn: null,
    steps: [],
    voided: null,
    mayVoid: true,
  });
});

test('it is answered and closed, each step with its day, its worker and what was done', async () => {
  const id = await recorded();
  await followed(id, { status: 'answered', on: '2026-11-18', note: 'Two named workers from now on.' });
  team.signInAs('lead');
  await followed(id, { status: 'closed', on: '2026-11-20' });
  expect(await one(id)).toMatchObject({
    status: 'closed',
    days: 2,
    steps: [
      { status: 'answered', on: '2026-11-18', by: 'Cora Coordinator', note: 'Two named workers from now on.' },
      { status: 'closed', on: '2026-11-20', by: 'Lee Leader', note: '' },
    ],
  });
});

test('an answer that did not help is open again, and the first answer still counts for how long it took', async () => {
  const id = await recorded();
  await followed(id, { status: 'answered', on: '2026-11-17', note: 'Rang.' });
  await followed(id, { status: 'open', on: '2026-11-19', note: 'Happened again.' });
  expect(await one(id)).toMatchObject({ status: 'open', days: 1 });
  expect((await one(id)).steps.map(({ status }) => status)).toEqual(['answered', 'open']);
});

test('a step that the table does not know, or without words, is refused at its field', async () => {
  const id = await recorded();
  const { heads } = await one(id);
  const wrong = { feedbackId: id, heads, status: 'answered', on: '2026-11-18', note: '' };
  expect(await team.refusal('feedback.follow', wrong)).toMatchObject({
    code: 'bad-input',
    details: [{ path: 'note', message: 'Say what was answered or done' }],
  });
  expect(await team.refusal('feedback.follow', { ...wrong, note: 'x', on: '2026-11-15' })).toMatchObject({
    details: [{ path: 'on' }],
  });
  expect(await team.refusal('feedback.record', { ...said(), receivedOn: '2026-11-21' })).toMatchObject({
    details: [{ path: 'receivedOn', message: 'The day must not be in the future' }],
  });
});
const said = () => ({ personId: team.joan, kind: 'story', words: 'x', saidBy: 'family', receivedOn: '2026-11-16' });

test('two workers who answer at the same time do not overwrite each other', async () => {
  const id = await recorded();
  const { heads } = await one(id);
  await team.ask('feedback.follow', { feedbackId: id, heads, status: 'answered', on: '2026-11-18', note: 'Rang.' });
  expect(
    await team.refusal('feedback.follow', {
      feedbackId: id,
      heads,
      status: 'answered',
      on: '2026-11-18',
      note: 'Wrote.',
    }),
  ).toMatchObject({ details: [{ path: 'status' }] });
});

test('what was just recorded or answered is taken back by the same worker, and only soon after', async () => {
  const id = await recorded();
  await followed(id, { status: 'answered', on: '2026-11-18', note: 'Rang.' });
  await team.ask('feedback.undo', { feedbackId: id });
  expect(await one(id)).toMatchObject({ status: 'open', steps: [], days: 4 });
  team.signInAs('colleague');
  expect(await team.refusal('feedback.undo', { feedbackId: id })).toMatchObject({ code: 'not-allowed' });
  team.signInAs('coordinator');
  const other = await recorded({ words: 'Said to the wrong record.' });
  await team.ask('feedback.undo', { feedbackId: other });
  expect((await one(other)).voided).toMatchObject({ by: 'Cora Coordinator' });
  const late = await recorded();
  team.now = '2026-11-20T10:30:00.000Z';
  expect(await team.refusal('feedback.undo', { feedbackId: late })).toMatchObject({ code: 'rule' });
});

test('it is voided with a reason by whoever recorded it or a lead, and then stays as it is', async () => {
  const id = await recorded();
  team.signInAs('colleague');
  expect((await one(id)).mayVoid).toBe(false);
  expect(await team.refusal('feedback.void', { feedbackId: id, reason: 'x' })).toMatchObject({ code: 'not-allowed' });
  team.signInAs('lead');
  await team.ask('feedback.void', { feedbackId: id, reason: 'Of another person.' });
  const { voided, heads, mayVoid } = await one(id);
  expect(voided).toMatchObject({ by: 'Lee Leader', reason: 'Of another person.' });
  expect(mayVoid).toBe(false);
  const step = { feedbackId: id, heads, status: 'answered', on: '2026-11-18', note: 'x' };
  expect(await team.refusal('feedback.follow', step)).toMatchObject({ code: 'rule' });
  expect((await listed({ whose: 'team' })).total).toBe(0);
});

test('it stands on the timeline of the person with its answer', async () => {
  const id = await recorded({ kind: 'complaint' });
  await followed(id, { status: 'answered', on: '2026-11-18', note: 'Apologised.' });
  const { entries } = await team.ask('people.timeline', { personId: team.joan, kinds: ['feedback'] });
  expect(entries).toMatchObject([
    { at: '2026-11-18', title: 'Complaint answered', detail: 'Apologised.' },
    { at: '2026-11-16', title: 'Complaint, said by the person', detail: 'I tell them all the same story.' },
  ]);
});

test('the list has what nobody has answered first, the oldest on top, and counts each status', async () => {
  const young = await recorded({ receivedOn: '2026-11-18', personId: team.amir });
  const old = await recorded({ receivedOn: '2026-11-04', kind: 'complaint' });
  const done = await recorded({ receivedOn: '2026-10-01', kind: 'compliment' });
  await followed(done, { status: 'answered', on: '2026-10-02', note: 'Passed on.' });
  const { rows, counts, total } = await listed();
  expect(rows.map(({ id }) => id)).toEqual([old, young, done]);
  expect(total).toBe(3);
  expect(counts).toEqual({ open: 2, answered: 1, closed: 0 });
  expect(rows[0]).toMatchObject({ days: 16, dueOn: '2026-11-09', coordinator: { name: 'Cora Coordinator' } });
  expect(rows[2]).toMatchObject({ days: 1, last: { status: 'answered', by: 'Cora Coordinator', note: 'Passed on.' } });
  expect((await listed({ kind: 'complaint' })).rows.map(({ id }) => id)).toEqual([old]);
  expect((await listed({ status: 'answered' })).rows.map(({ id }) => id)).toEqual([done]);
  expect((await listed({ offset: 1, limit: 1 })).rows.map(({ id }) => id)).toEqual([young]);
});

test('each worker sees the feedback of their own people or team, and no other', async () => {
  await recorded();
  team.signInAs('colleague');
  expect((await listed({ whose: 'mine' })).total).toBe(0);
  expect((await listed({ whose: 'team' })).total).toBe(1);
  team.signInAs('elsewhere');
  expect((await listed({ whose: 'team' })).total).toBe(0);
  expect(await team.refusal('feedback.ofPerson', { personId: team.joan })).toMatchObject({
    code: 'outside-relationship',
  });
  team.signInAs('reviewer');
  expect(await team.refusal('feedback.list', {})).toMatchObject({ code: 'not-allowed' });
});

const contact = (more: Record<string, unknown> = {}) => ({
  personId: team.joan,
  caseId: team.joansCase,
  startsAt: '2026-11-10T10:00:00.000Z',
  attendance: '5' as const,
  mechanism: '01' as const,
  minutes: 30,
  subject: '01' as const,
  location: 'A01' as const,
  ...more,
});

test('everybody whom a person met in twelve months is counted, those who came along as well', async () => {
  await team.ask('contacts.log', contact({ jointWith: [team.ids.colleague] }));
  await team.ask('contacts.log', contact({ startsAt: '2026-11-12T10:00:00.000Z', mechanism: '02', location: null }));
  // Nobody was met when the person did not come, nor more than a year ago.
  await team.ask('contacts.log', {
    ...contact({ startsAt: '2026-11-13T10:00:00.000Z' }),
    ...{ attendance: '3', minutes: null, subject: null, jointWith: [team.ids.lead] },
  });
  team.signInAs('behaviourist');
  await team.ask('contacts.log', contact({ startsAt: '2025-11-18T10:00:00.000Z', caseId: null }));
  expect(await team.ask('people.continuity', { personId: team.joan })).toMatchObject({
    since: '2025-11-20',
    contacts: 2,
    met: [
      { worker: { name: 'Cora Coordinator' }, times: 2, inPerson: 1, lastAt: '2026-11-12T10:00:00.000Z' },
      { worker: { name: 'Colin Colleague' }, times: 1, inPerson: 1, lastAt: '2026-11-10T10:00:00.000Z' },
    ],
  });
});
