import { afterAll, beforeAll, expect, test } from 'vitest';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { addFlag } from './people-fixture.ts';

let team: CareTeam;
const reason = 'Found her lost in the street.';
beforeAll(async () => {
  team = await careTeam();
  addFlag(team, team.joan, 'safeguarding');
}, 60_000);
afterAll(() => team.dispose());

test('a record of another team opens for four hours, with the reason, and is closed again after', async () => {
  team.signInAs('elsewhere');
  const closed = await team.refusal('people.open', { personId: team.joan });
  expect(closed).toMatchObject({ code: 'outside-relationship', details: { breakGlass: true, personId: team.joan } });
  expect((await team.refusal('people.breakGlass', { personId: team.joan, reason: '  ' })).code).toBe('bad-input');
  const { until } = await team.ask('people.breakGlass', { personId: team.joan, reason });
  expect(until).toBe('2026-11-20T14:00:00.000Z');
  expect((await team.ask('people.open', { personId: team.joan })).relation).toEqual({ kind: 'break-glass', until });
  expect((await team.ask('people.search', { text: 'joan' })).rows.map(({ id }) => id)).toEqual([team.joan]);
  expect((await team.refusal('people.breakGlass', { personId: team.joan, reason })).code).toBe('rule');
  team.now = '2026-11-20T13:59:59.999Z';
  await team.ask('people.open', { personId: team.joan });
  team.now = until;
  expect((await team.refusal('people.open', { personId: team.joan })).code).toBe('outside-relationship');
  expect((await team.ask('people.search', { text: 'joan' })).rows).toEqual([]);
});

test('people of the own team need no glass, and there is none for those who are not on record', async () => {
  team.signInAs('coordinator');
  expect((await team.refusal('people.breakGlass', { personId: team.amir, reason })).code).toBe('rule');
  expect((await team.refusal('people.breakGlass', { personId: 'nobody', reason })).code).toBe('not-found');
  team.signInAs('reviewer');
  expect((await team.refusal('people.breakGlass', { personId: team.amir, reason })).code).toBe('not-allowed');
});

test('the lead of the person reviews it, once, and nobody reviews themselves; the reviewer sees no name', async () => {
  team.signInAs('elsewhere');
  expect((await team.refusal('people.breakGlassList', {})).code).toBe('not-allowed');
  team.signInAs('reviewer');
  const [seen] = (await team.ask('people.breakGlassList', {})).rows;
  expect(seen).toMatchObject({ personName: null, worker: { name: 'Else Where' }, reason });
  team.signInAs('lead');
  const list = await team.ask('people.breakGlassList', {});
  expect(list).toMatchObject({ total: 1, rows: [{ personName: { family: 'Example' }, review: null }] });
  const breakGlassId = list.rows[0]?.id ?? '';
  await team.ask('people.breakGlass', { personId: team.zoe, reason });
  const mine = team.store.query(
    sqlBuilder.selectFrom('break_glass').select('id').where('worker_id', '=', team.ids.lead),
  );
  // The record of another team's person is reviewed by that team's lead, or by the reviewer.
  const own = await team.refusal('people.reviewBreakGlass', { breakGlassId: mine[0]?.id, verdict: 'appropriate' });
  expect(own.code).toBe('not-found');
  await team.ask('people.reviewBreakGlass', { breakGlassId, verdict: 'follow-up', note: 'Talk to her.' });
  expect((await team.refusal('people.reviewBreakGlass', { breakGlassId, verdict: 'appropriate' })).code).toBe('rule');
  expect((await team.ask('people.breakGlassList', {})).total).toBe(0);
  expect((await team.ask('people.breakGlassList', { state: 'reviewed' })).rows).toMatchObject([
    { review: { verdict: 'follow-up', by: 'Lee Leader', note: 'Talk to her.' } },
  ]);
  team.signInAs('reviewer');
  expect((await team.ask('people.breakGlassList', { state: 'all' })).total).toBe(2);
});

test('breaking the glass and every look behind it is on record', () => {
  const lines = team.store.query(sqlBuilder.selectFrom('audit').selectAll().where('object', '=', team.joan));
  const of = (action: string, outcome = 'done') =>
    lines.filter((line) => line.action === action && line.outcome === outcome && line.worker_id === team.ids.elsewhere);
  expect(of('glass-broken')).toMatchObject([{ reason }]);
  expect(of('person-opened')).toHaveLength(2);
  expect(of('people.open', 'refused')).toHaveLength(2);
});
