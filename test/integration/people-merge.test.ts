import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { verifyJournal } from '../../electron/engine/journal/verify.ts';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { addCase, addFlag, addPerson } from './people-fixture.ts';

let team: CareTeam;
let keptId: string;
let mergedId: string;
let otherId: string;
beforeAll(async () => {
  team = await careTeam();
}, 60_000);
beforeEach(() => {
  team.signInAs('lead');
  keptId = addPerson(team, { family: 'Twin', given: 'Tina' }, 'n01', {
    birth: { date: '1950-01-01' },
    phone: '0151 496 0001',
  });
  mergedId = addPerson(team, { family: 'Twinn', given: 'Tina' }, 'n01', {
    birth: { date: '1950-01-01' },
    nhsNumber: '9990000018',
    nhsNumberStatus: '01',
    email: 'tina@example.org',
  });
  otherId = addPerson(team, { family: 'Other', given: 'Olga' }, 'n01', {});
  const caseId = addCase(team, mergedId, 'n01', team.ids.coordinator);
  addFlag(team, mergedId, 'safeguarding');
  addFlag(team, mergedId, 'carer');
  addFlag(team, keptId, 'carer');
  team.write((journal) => {
    for (const starts_at of ['2026-11-03T09:00:00.000Z', '2026-11-05T09:00:00.000Z'])
      journal.insert(
        'contacts',
        {
          case_id: caseId,
          person_id: mergedId,
          worker_id: team.ids.coordinator,
          starts_at,
          mechanism: '02',
          attendance: '5',
          activities: '[]',
          joint_with: '[]',
          interventions: '[]',
        },
        'n01',
      );
    journal.insert(
      'relationships',
      { person_id: otherId, other_person_id: mergedId, kind: 'sibling', emergency_contact: 0 },
      'n01',
    );
    journal.insert(
      'relationships',
      { person_id: keptId, other_person_id: mergedId, kind: 'friend', emergency_contact: 0 },
      'n01',
    );
  });
});
afterAll(() => team.dispose());

const reason = 'The same person, seen on one day.';
/** Everything of both records that is state: rows of people and of all that belongs to them, and the lines derived from them. */
const state = () =>
  (['people', 'flags', 'contacts', 'cases', 'relationships', 'caseload', 'match_keys'] as const).map((table) =>
    team.store.query(sqlBuilder.selectFrom(table).selectAll()),
  );

test('the preview shows what differs, what moves and what to think about', async () => {
  const preview = await team.ask('people.mergePreview', { keptId, mergedId });
  expect(preview.fields.map(({ field, kept, merged, suggested }) => [field, kept, merged, suggested])).toEqual([
    ['name', 'Tina Twin', 'Tina Twinn', 'kept'],
    ['nhsNumber', null, '999 000 0018', 'merged'],
    ['phone', '0151 496 0001', null, 'kept'],
    ['email', null, 'tina@example.org', 'merged'],
  ]);
  expect(preview.moves).toEqual(['1 case', '2 care contacts', '1 flag', '1 relationship']);
  expect(preview.obstacles).toEqual([]);
  expect(preview.kept.id).toBe(keptId);
});

test('the kept record takes the chosen fields and everything recorded; the other points to it', async () => {
  const { mergeId } = await team.ask('people.merge', {
    keptId,
    mergedId,
    choices: { nhsNumber: 'merged', phone: 'kept' },
    reason,
  });
  const page = await team.ask('people.open', { personId: keptId });
  expect(page.banner).toMatchObject({ nhsNumber: '9990000018', nhsNumberStatus: '01', phone: '0151 496 0001' });
  expect(page.details).toMatchObject({ name: { family: 'Twin' }, email: null });
  expect(page.cases).toHaveLength(1);
  expect(page.flags.map(({ code }) => code)).toEqual(['safeguarding', 'carer']);
  expect(page.timeline.entries.filter(({ kind }) => kind === 'contact')).toHaveLength(2);
  expect(page.relationships).toMatchObject([
    { kind: 'friend', person: { id: mergedId } },
    { kind: 'sibling', person: { id: otherId } },
  ]);
  expect(page.merges).toMatchObject([{ id: mergeId, mergedId, by: 'Lee Leader' }]);
  expect((await team.ask('people.open', { personId: mergedId })).banner.mergedInto).toBe(keptId);
  const found = await team.ask('people.search', { text: 'twin' });
  expect(found.rows.map(({ id }) => id)).toContain(keptId);
  expect(found.rows.map(({ id }) => id)).not.toContain(mergedId);
  const add = await team.refusal('people.addFlag', { personId: mergedId, code: 'veteran' });
  expect(add).toMatchObject({ code: 'rule', details: { mergedInto: keptId } });
  const caseload = await team.ask('cases.caseload', {});
  expect(caseload.rows.find(({ person }) => person.id === keptId)?.flags).toEqual(['safeguarding', 'carer']);
  await team.ask('people.unmerge', { mergeId, reason: 'Only to leave the next test alone.' });
});

test('undoing gives back exactly what was', async () => {
  const before = state();
  const choices = { name: 'merged', nhsNumber: 'merged', phone: 'merged', email: 'merged' } as const;
  const { mergeId } = await team.ask('people.merge', { keptId, mergedId, choices, reason });
  expect(state()).not.toEqual(before);
  const undone = await team.ask('people.unmerge', { mergeId, reason: 'They are sisters.' });
  expect(undone).toEqual({ keptId, mergedId, leftAsTheyAre: [] });
  expect(state()).toEqual(before);
  expect((await team.refusal('people.unmerge', { mergeId, reason })).code).toBe('rule');
  expect((await team.ask('people.open', { personId: keptId })).merges).toEqual([]);
  expect(verifyJournal(team.store, team.engine.opened?.journal.columns ?? new Map()).mismatches).toEqual([]);
});

test('undoing leaves what was entered since where it was entered, and says so', async () => {
  const choices = { nhsNumber: 'merged', email: 'merged' } as const;
  const { mergeId } = await team.ask('people.merge', { keptId, mergedId, choices, reason });
  const { details } = await team.ask('people.open', { personId: keptId });
  await team.ask('people.edit', { personId: keptId, patch: { email: 'new@example.org' }, heads: details.heads });
  await team.ask('people.addFlag', { personId: keptId, code: 'veteran' });
  const undone = await team.ask('people.unmerge', { mergeId, reason: 'They are sisters.' });
  expect(undone.leftAsTheyAre).toEqual(['email']);
  const kept = await team.ask('people.open', { personId: keptId });
  expect(kept.details).toMatchObject({ email: 'new@example.org', nhsNumber: null });
  expect(kept.flags.map(({ code }) => code).sort()).toEqual(['carer', 'veteran']);
  const merged = await team.ask('people.open', { personId: mergedId });
  expect(merged.details).toMatchObject({ email: 'tina@example.org', nhsNumber: '9990000018' });
  expect(merged.cases).toHaveLength(1);
});

test('merges of merges are undone from the last one back', async () => {
  const first = await team.ask('people.merge', { keptId, mergedId, reason });
  const second = await team.ask('people.merge', { keptId: otherId, mergedId: keptId, reason });
  expect((await team.ask('people.open', { personId: otherId })).cases).toHaveLength(1);
  expect((await team.refusal('people.unmerge', { mergeId: first.mergeId, reason })).code).toBe('rule');
  await team.ask('people.unmerge', { mergeId: second.mergeId, reason });
  await team.ask('people.unmerge', { mergeId: first.mergeId, reason });
  expect((await team.ask('people.open', { personId: mergedId })).cases).toHaveLength(1);
});

test('rules: not with oneself, not twice, not with two cases in a neighbourhood, only by a lead, only own people', async () => {
  expect((await team.refusal('people.merge', { keptId, mergedId: keptId, reason })).code).toBe('rule');
  const choices = { origin: 'merged' };
  expect((await team.refusal('people.merge', { keptId, mergedId, choices, reason })).code).toBe('bad-input');
  expect((await team.refusal('people.merge', { keptId, mergedId, reason: ' ' })).code).toBe('bad-input');
  expect((await team.refusal('people.merge', { keptId, mergedId: team.zoe, reason })).code).toBe(
    'outside-relationship',
  );
  addCase(team, keptId, 'n01', team.ids.coordinator);
  expect((await team.ask('people.mergePreview', { keptId, mergedId })).obstacles).toHaveLength(1);
  expect((await team.refusal('people.merge', { keptId, mergedId, reason })).code).toBe('rule');
  await team.ask('people.merge', { keptId, mergedId: otherId, reason });
  expect((await team.refusal('people.merge', { keptId, mergedId: otherId, reason })).code).toBe('rule');
  team.signInAs('coordinator');
  expect((await team.refusal('people.merge', { keptId, mergedId, reason })).code).toBe('not-allowed');
});
