import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InputOf } from '../../shared/contract/index.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { openPlan, writtenDraft } from './plan-team.ts';

let team: CareTeam;
let goalId: string;
beforeEach(async () => {
  team = await careTeam();
  goalId = (await writtenDraft(team)).goalId;
  team.now = '2026-11-27T10:00:00.000Z';
});
afterEach(() => team.dispose());

const behaviour = (goals: { goal: string; rating: number; goalId?: string }[]) => ({ goals });
const visit = (more: Partial<InputOf<'contacts.log'>> = {}): InputOf<'contacts.log'> => ({
  personId: team.joan,
  caseId: team.joansCase,
  startsAt: '2026-11-27T09:00:00.000Z',
  attendance: '5',
  mechanism: '02',
  minutes: 15,
  subject: '01',
  behaviour: behaviour([{ goal: 'Walk to the shop on my own', rating: 1, goalId }]),
  ...more,
});
const ratings = async () =>
  (await openPlan(team)).goals[0]?.ratings.map(({ rating, at, contactId }) => [rating, at, contactId]);
const before = [-1, '2026-11-20T10:00:00.000Z', null];
const headsOf = async (contactId: string) => (await team.ask('contacts.open', { contactId })).contact.heads;

test('a contact begins with the active goals of the plan and how far each was last', async () => {
  const { goals } = await team.ask('contacts.prepare', { personId: team.joan });
  expect(goals).toMatchObject([{ id: goalId, words: 'Walk to the shop on my own', lastRating: -1 }]);
  expect((await team.ask('contacts.prepare', { personId: team.amir })).goals).toEqual([]);
});

test('a goal that is rated again in a contact has a rating of that contact, time and worker', async () => {
  const { contactId } = await team.ask('contacts.log', visit());
  expect(await ratings()).toEqual([before, [1, '2026-11-27T09:00:00.000Z', contactId]]);
  const { contact } = await team.ask('contacts.open', { contactId });
  expect(contact.behaviour?.goals).toEqual([{ goal: 'Walk to the shop on my own', rating: 1, goalId }]);
});

test('an amendment changes the rating, or takes it back when it no longer speaks of the goal', async () => {
  const { contactId } = await team.ask('contacts.log', visit());
  const amend = async (patch: InputOf<'contacts.amend'>['patch']) =>
    team.ask('contacts.amend', { contactId, heads: await headsOf(contactId), patch });
  await amend({
    startsAt: '2026-11-27T08:30:00.000Z',
    behaviour: behaviour([{ goal: 'Walk to the shop on my own', rating: 0, goalId }]),
  });
  expect(await ratings()).toEqual([before, [0, '2026-11-27T08:30:00.000Z', contactId]]);
  await amend({ behaviour: behaviour([{ goal: 'Sleep better', rating: 0 }]) });
  expect(await ratings()).toEqual([before]);
  await amend({ behaviour: behaviour([{ goal: 'Walk to the shop on my own', rating: 2, goalId }]) });
  expect(await ratings()).toEqual([before, [2, '2026-11-27T08:30:00.000Z', contactId]]);
});

test('a contact that is voided, or undone, takes its rating with it', async () => {
  const first = await team.ask('contacts.log', visit());
  await team.ask('contacts.void', { contactId: first.contactId, reason: 'Wrong person' });
  expect(await ratings()).toEqual([before]);
  const second = await team.ask('contacts.log', visit());
  expect(await ratings()).toHaveLength(2);
  await team.ask('contacts.undo', { contactIds: [second.contactId] });
  expect(await ratings()).toEqual([before]);
});

test("somebody else's goal is refused at its field, and nothing is kept", async () => {
  const refused = await team.refusal('contacts.log', visit({ personId: team.amir, caseId: team.amirsCase }));
  expect(refused.details).toEqual([{ path: 'behaviour.goals.0.goal', message: 'Choose a goal of this person' }]);
  expect(await ratings()).toEqual([before]);
});
