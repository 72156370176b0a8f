import { afterEach, beforeEach, expect, test } from 'vitest';
import { undoReason } from '../../electron/engine/services/contact-undo.ts';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import type { InputOf } from '../../shared/contract/index.ts';
import { type CareTeam, careTeam } from './care-team.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

const call = (more: Partial<InputOf<'contacts.log'>> = {}): InputOf<'contacts.log'> => ({
  personId: team.joan,
  caseId: team.joansCase,
  startsAt: '2026-11-20T09:00:00.000Z',
  attendance: '5',
  mechanism: '02',
  minutes: 15,
  subject: '01',
  note: 'First words',
  ...more,
});
const log = async (more: Partial<InputOf<'contacts.log'>> = {}) =>
  (await team.ask('contacts.log', call(more))).contactId;
const open = (contactId: string) => team.ask('contacts.open', { contactId });
const headsOf = async (contactId: string) => (await open(contactId)).contact.heads;

test('an amendment shows what it said before, by whom and when', async () => {
  const contactId = await log();
  team.now = '2026-11-20T11:00:00.000Z';
  const heads = await headsOf(contactId);
  const { changed } = await team.ask('contacts.amend', {
    contactId,
    heads,
    patch: { note: 'Better words', minutes: 20, purpose: null, jointWith: [team.ids.colleague] },
  });
  expect(changed.sort()).toEqual(['joint_with', 'minutes', 'note']);
  const { contact, history, contested } = await open(contactId);
  expect(contact).toMatchObject({ note: 'Better words', minutes: 20, jointWith: [{ name: 'Colin Colleague' }] });
  expect(contested).toEqual([]);
  expect(history).toEqual([
    { at: '2026-11-20T10:00:00.000Z', by: 'Cora Coordinator', what: 'logged', fields: [] },
    {
      at: '2026-11-20T11:00:00.000Z',
      by: 'Cora Coordinator',
      what: 'amended',
      fields: expect.arrayContaining([
        { field: 'note', before: 'First words', after: 'Better words' },
        { field: 'minutes', before: 15, after: 20 },
        { field: 'jointWith', before: [], after: ['Colin Colleague'] },
      ]),
    },
  ]);
});

test('two amendments of the same field from the same version stand side by side until somebody settles it', async () => {
  const contactId = await log();
  const heads = await headsOf(contactId);
  await team.ask('contacts.amend', { contactId, heads, patch: { note: 'From the laptop' } });
  team.now = '2026-11-20T11:00:00.000Z';
  await team.ask('contacts.amend', { contactId, heads, patch: { note: 'From the desk', minutes: 25 } });
  const { contact, contested } = await open(contactId);
  expect(contact).toMatchObject({ note: 'From the desk', minutes: 25 });
  expect(contested).toMatchObject([
    {
      field: 'note',
      column: 'note',
      values: [
        { value: 'From the desk', by: 'Cora Coordinator', at: team.now },
        { value: 'From the laptop', by: 'Cora Coordinator' },
      ],
    },
  ]);
  // An ordinary edit names only what was shown, so the other value still stands.
  await team.ask('contacts.amend', { contactId, heads: contact.heads, patch: { note: 'Third' } });
  expect((await open(contactId)).contested[0]?.values.map(({ value }) => value)).toEqual(['Third', 'From the laptop']);
});

test('an amendment must leave a contact that could have been logged', async () => {
  const contactId = await log();
  const refused = await team.refusal('contacts.amend', {
    contactId,
    heads: await headsOf(contactId),
    patch: { attendance: '3' },
  });
  expect(refused.details).toEqual([
    { path: 'patch.minutes', message: 'Only a contact that took place has a duration' },
  ]);
  await team.ask('contacts.amend', {
    contactId,
    heads: await headsOf(contactId),
    patch: { attendance: '3', minutes: null, subject: null },
  });
  expect((await open(contactId)).contact).toMatchObject({ attendance: '3', minutes: null });
});

test('only the author amends; the author or a lead voids, with a reason; a void entry counts for nothing and stays readable', async () => {
  const contactId = await log();
  const heads = await headsOf(contactId);
  team.signInAs('colleague');
  expect((await open(contactId)).mayAmend).toBe(false);
  expect((await team.refusal('contacts.amend', { contactId, heads, patch: { note: 'x' } })).code).toBe('not-allowed');
  expect((await team.refusal('contacts.void', { contactId, reason: 'wrong person' })).code).toBe('not-allowed');
  team.signInAs('lead');
  expect((await team.refusal('contacts.amend', { contactId, heads, patch: { note: 'x' } })).code).toBe('not-allowed');
  expect((await team.refusal('contacts.void', { contactId, reason: ' ' })).code).toBe('bad-input');
  await team.ask('contacts.void', { contactId, reason: 'Logged on the wrong person' });
  const { contact, history, mayVoid } = await open(contactId);
  expect(contact.voided).toEqual({ by: 'Lee Leader', at: team.now, reason: 'Logged on the wrong person' });
  expect(history.map(({ what, by }) => [what, by])).toEqual([
    ['logged', 'Cora Coordinator'],
    ['voided', 'Lee Leader'],
  ]);
  expect(mayVoid).toBe(false);
  expect((await team.refusal('contacts.void', { contactId, reason: 'again' })).code).toBe('rule');
  const line = team.store.query(sqlBuilder.selectFrom('caseload').selectAll().where('case_id', '=', team.joansCase))[0];
  expect(line?.last_contact_at).toBeNull();
});

test('no reason and no value of an entry reaches the audit trail', async () => {
  const contactId = await log({ note: 'canary-note' });
  await team.ask('contacts.void', { contactId, reason: 'canary-reason' });
  const lines = team.store.query(sqlBuilder.selectFrom('audit').selectAll());
  expect(lines.map(({ action }) => action)).toEqual(expect.arrayContaining(['contact-logged', 'contact-voided']));
  expect(JSON.stringify(lines)).not.toContain('canary');
});

test('undo voids what was just logged, with the appointment that came with it', async () => {
  const plan = { startsAt: '2026-11-27T10:30:00.000Z', mechanism: '02' as const };
  const { contactId, plannedId } = await team.ask('contacts.log', call({ plan }));
  await team.ask('contacts.undo', { contactIds: [contactId, plannedId ?? ''] });
  expect((await open(contactId)).contact.voided?.reason).toBe(undoReason);
  expect((await open(plannedId ?? '')).contact.voided?.reason).toBe(undoReason);
});

test('undo is for the author, soon, and for new entries only', async () => {
  const contactId = await log();
  team.signInAs('lead');
  expect((await team.refusal('contacts.undo', { contactIds: [contactId] })).code).toBe('not-allowed');
  team.signInAs('coordinator');
  await team.ask('contacts.amend', { contactId, heads: await headsOf(contactId), patch: { note: 'Amended' } });
  expect((await team.refusal('contacts.undo', { contactIds: [contactId] })).code).toBe('rule');
  const later = await log();
  team.now = '2026-11-20T10:11:00.000Z';
  expect((await team.refusal('contacts.undo', { contactIds: [later] })).code).toBe('rule');
});

test('nobody outside of the team reads or writes a contact, and a reviewer never sees one', async () => {
  const contactId = await log();
  team.signInAs('elsewhere');
  expect((await team.refusal('contacts.open', { contactId })).code).toBe('outside-relationship');
  expect((await team.refusal('contacts.log', call())).code).toBe('outside-relationship');
  expect((await team.refusal('contacts.prepare', { personId: team.joan })).code).toBe('outside-relationship');
  team.signInAs('reviewer');
  expect((await team.refusal('contacts.open', { contactId })).code).toBe('not-allowed');
  expect((await team.refusal('contacts.log', call())).code).toBe('not-allowed');
});
