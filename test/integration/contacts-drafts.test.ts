import { afterEach, expect, test } from 'vitest';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { passphrase, type TestEngine, teamEngine } from './engine-fixture.ts';

let engine: TestEngine | undefined;
let team: CareTeam | undefined;
afterEach(async () => {
  await engine?.dispose();
  team?.dispose();
  engine = undefined;
  team = undefined;
});

const body = {
  note: 'Half a senten',
  minutes: 15,
  behaviour: { goals: [{ goal: 'Sleep', rating: 0 }] },
  nothing: null,
};

test('a draft outlives lock and a restart of the engine, and is gone when it is discarded', async () => {
  const started = await teamEngine();
  engine = started;
  const { updatedAt } = await started.ask('drafts.save', { kind: 'contact', key: 'new', body });
  await started.ask('session.lock', {});
  expect((await started.refusal('drafts.open', { kind: 'contact', key: 'new' })).code).toBe('not-signed-in');
  await started.restart();
  await started.ask('session.signIn', { workerId: started.leadId, passphrase });
  expect((await started.ask('drafts.open', { kind: 'contact', key: 'new' })).draft).toEqual({ body, updatedAt });
  expect((await started.ask('contacts.prepare', {})).draft).toEqual({ body, updatedAt });
  expect((await started.ask('drafts.list', {})).drafts).toEqual([{ kind: 'contact', key: 'new', updatedAt }]);
  expect((await started.ask('drafts.list', { kind: 'group-contact' })).drafts).toEqual([]);
  await started.ask('drafts.discard', { kind: 'contact', key: 'new' });
  expect((await started.ask('drafts.list', {})).drafts).toEqual([]);
});

test('a draft is its worker’s own, ends with the contact that it became, and leaves no trace but that', async () => {
  const at = await careTeam();
  team = at;
  const lines = () => at.store.query(sqlBuilder.selectFrom('audit').select('seq')).length;
  const before = lines();
  await at.ask('drafts.save', { kind: 'contact', key: at.joan, body });
  await at.ask('drafts.save', { kind: 'contact', key: at.joan, body: { ...body, note: 'Half a sentence more' } });
  await at.ask('drafts.save', { kind: 'contact', key: at.amir, body });
  expect(lines()).toBe(before);
  expect(at.events).toContainEqual({ kind: 'changed', topics: ['drafts'] });
  at.signInAs('colleague');
  expect((await at.ask('drafts.open', { kind: 'contact', key: at.joan })).draft).toBeNull();
  at.signInAs('coordinator');
  expect((await at.ask('contacts.prepare', { personId: at.joan })).draft?.body.note).toBe('Half a sentence more');
  await at.ask('contacts.log', {
    personId: at.joan,
    startsAt: '2026-11-20T09:00:00.000Z',
    attendance: '5',
    mechanism: '02',
    minutes: 15,
    subject: '01',
  });
  expect((await at.ask('drafts.list', {})).drafts.map(({ key }) => key)).toEqual([at.amir]);
});

test('a draft that is too long, or is no form, is refused', async () => {
  team = await careTeam();
  const long = { note: 'x'.repeat(200_001) };
  expect((await team.refusal('drafts.save', { kind: 'contact', key: 'new', body: long })).code).toBe('bad-input');
  expect((await team.refusal('drafts.save', { kind: 'Contact!', key: 'new', body })).code).toBe('bad-input');
});
