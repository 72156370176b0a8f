import { afterEach, beforeEach, expect, test } from 'vitest';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import type { InputOf } from '../../shared/contract/index.ts';
import { type CareTeam, careTeam } from './care-team.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

type Answer = InputOf<'assessments.save'>['answers'][number];
const answer = (domain: Answer['domain'], more: Partial<Answer> = {}): Answer => ({
  domain,
  follows: null,
  strengths: '',
  level: 2,
  helps: '',
  note: '',
  source: '',
  ...more,
});
const save = (answers: Answer[], askedOn = '2026-11-20') =>
  team.ask('assessments.save', { personId: team.joan, askedOn, answers });
const opened = async (domain: string) => {
  const { domains } = await team.ask('assessments.open', { personId: team.joan });
  const found = domains.find((each) => each.domain === domain);
  if (!found) throw new Error(`no ${domain}`);
  return found;
};
const rows = () => team.store.query(sqlBuilder.selectFrom('assessment_answers').selectAll().orderBy('id'));

test('every life domain is there, unasked at first; answers show who asked, of which organisation, and when', async () => {
  const { domains, person } = await team.ask('assessments.open', { personId: team.joan });
  expect(person.name).toMatchObject({ family: 'Example' });
  expect(domains).toHaveLength(12);
  expect(domains.every(({ current, earlier }) => current === null && earlier.length === 0)).toBe(true);
  await save([
    answer('home', { strengths: 'Loves her garden', level: 3, helps: 'A warm kitchen', note: 'Damp', source: 'Joan' }),
  ]);
  expect((await opened('home')).current).toMatchObject({
    strengths: 'Loves her garden',
    level: 3,
    helps: 'A warm kitchen',
    note: 'Damp',
    source: 'Joan',
    askedOn: '2026-11-20',
    askedBy: { name: 'Cora Coordinator', organisation: 'Example Trust' },
    mayVoid: true,
  });
});

test('what changed is a new row; what was left alone and what was said before are untouched', async () => {
  await save([answer('home', { level: 3 }), answer('money', { level: 1 })], '2026-11-10');
  const before = rows();
  const first = (await opened('home')).current;
  team.signInAs('colleague');
  await save([answer('home', { level: 2, follows: first?.id ?? null })]);
  expect(rows().slice(0, 2)).toEqual(before);
  expect(rows()).toHaveLength(3);
  const home = await opened('home');
  expect(home.current).toMatchObject({ level: 2, askedBy: { name: 'Colin Colleague' }, mayVoid: true });
  expect(home.earlier).toMatchObject([{ level: 3, askedOn: '2026-11-10', mayVoid: false }]);
  expect((await opened('money')).current).toMatchObject({ level: 1, askedOn: '2026-11-10' });
});

test('an answer that came meanwhile is not covered unseen: the save is refused and names the domain', async () => {
  await save([answer('home')]);
  team.signInAs('colleague');
  const refused = await team.refusal('assessments.save', {
    personId: team.joan,
    askedOn: '2026-11-20',
    answers: [answer('money'), answer('home', { level: 0 })],
  });
  expect(refused).toMatchObject({ code: 'conflict', details: { domains: ['home'] } });
  expect(refused.message).toContain('Home');
  expect(rows()).toHaveLength(1);
  const { current } = await opened('home');
  await save([answer('money'), answer('home', { level: 0, follows: current?.id ?? null })]);
  expect(rows()).toHaveLength(3);
});

test('answers given on two devices apart are both kept: the newest holds, the other is its history', async () => {
  const row = { person_id: team.joan, domain: 'safety', asked_on: '2026-11-20' };
  team.write((journal) => {
    journal.insert('assessment_answers', { ...row, note: 'First', asked_by: team.ids.coordinator }, 'n01');
    journal.insert('assessment_answers', { ...row, note: 'Second', asked_by: team.ids.colleague }, 'n01');
  });
  const { current, earlier } = await opened('safety');
  expect([current?.note, ...earlier.map(({ note }) => note)]).toEqual(['Second', 'First']);
});

test.each([
  ['nothing said', [{ domain: 'home', level: null }], ['answers.0.domain']],
  ['a domain twice', [{ domain: 'home' }, { domain: 'home' }], ['answers.1.domain']],
] as const)('%s is refused', async (_, answers, paths) => {
  const refused = await team.refusal('assessments.save', {
    personId: team.joan,
    askedOn: '2026-11-20',
    answers: answers.map(({ domain, ...more }) => answer(domain, more)),
  });
  expect((refused.details as { path: string }[]).map(({ path }) => path)).toEqual(paths);
  expect(rows()).toEqual([]);
});

test('a day ahead, a level beyond 4 and a merged record are refused', async () => {
  const ask = { personId: team.joan, askedOn: '2026-11-20', answers: [answer('home')] };
  expect((await team.refusal('assessments.save', { ...ask, askedOn: '2026-11-21' })).details).toMatchObject([
    { path: 'askedOn' },
  ]);
  expect((await team.refusal('assessments.save', { ...ask, answers: [answer('home', { level: 5 })] })).code).toBe(
    'bad-input',
  );
  team.write((journal) => journal.update('people', team.joan, { merged_into: team.amir }));
  expect((await team.refusal('assessments.save', ask)).code).toBe('rule');
});

test('voiding brings the answer before it back; only its author or a lead may, with a reason', async () => {
  await save([answer('home', { level: 1 })], '2026-11-01');
  const first = (await opened('home')).current;
  const { answerIds } = await save([answer('home', { level: 4, follows: first?.id ?? null })]);
  team.signInAs('colleague');
  expect((await team.refusal('assessments.void', { answerIds, reason: 'Wrong' })).code).toBe('not-allowed');
  team.signInAs('coordinator');
  await team.ask('assessments.void', { answerIds, reason: 'Meant for somebody else' });
  expect(await opened('home')).toMatchObject({ current: { level: 1 }, earlier: [] });
});

test('the timeline names the domains of one sitting and nothing that was said; saving drops the draft', async () => {
  await team.ask('drafts.save', { kind: 'assessment', key: team.joan, body: { askedOn: '2026-11-20' } });
  await save([answer('home', { note: 'Unforgettable words' }), answer('money')]);
  const { entries } = await team.ask('people.timeline', { personId: team.joan, kinds: ['assessment'] });
  expect(entries).toMatchObject([{ title: 'Shared assessment updated', detail: 'Home, Money', at: '2026-11-20' }]);
  expect(JSON.stringify(entries)).not.toContain('Unforgettable');
  expect((await team.ask('assessments.open', { personId: team.joan })).draft).toBeNull();
});

test('another team sees and writes nothing of it', async () => {
  await save([answer('home')]);
  team.signInAs('elsewhere');
  expect((await team.refusal('assessments.open', { personId: team.joan })).code).toBe('outside-relationship');
  const again = { personId: team.joan, askedOn: '2026-11-20', answers: [answer('money')] };
  expect((await team.refusal('assessments.save', again)).code).toBe('outside-relationship');
  team.signInAs('reviewer');
  expect((await team.refusal('assessments.open', { personId: team.joan })).code).toBe('not-allowed');
});
