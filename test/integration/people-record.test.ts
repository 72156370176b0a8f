import { afterAll, beforeAll, expect, test } from 'vitest';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import type { OutputOf } from '../../shared/contract/index.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { addPerson } from './people-fixture.ts';

let team: CareTeam;
let personId: string;
beforeAll(async () => {
  team = await careTeam();
  personId = addPerson(team, { family: 'Record', given: 'Rose' }, 'n01', { birth: { date: '1950-01-01' } });
}, 60_000);
afterAll(() => team.dispose());

type Page = OutputOf<'people.open'>;
const open = (id = personId): Promise<Page> => team.ask('people.open', { personId: id });

test('flags, conditions, segments and numbers begin, are not doubled, and end', async () => {
  const { id: flagId } = await team.ask('people.addFlag', {
    personId,
    code: 'carer',
    startedOn: '2026-10-01',
    reason: 'Mother.',
  });
  const { id: conditionId } = await team.ask('people.addCondition', {
    personId,
    code: 'copd',
    diagnosedOn: '2019-01-01',
  });
  const { id: segmentId } = await team.ask('people.addSegment', { personId, code: 'complex-lives', basis: 'Meeting.' });
  const { id: identifierId } = await team.ask('people.addIdentifier', { personId, system: 'Council', value: 'C-17' });
  const page = await open();
  expect(page.banner.flags).toMatchObject([{ code: 'carer', reason: 'Mother.', recordedBy: 'Cora Coordinator' }]);
  expect(page.conditions).toMatchObject([{ code: 'copd', diagnosedOn: '2019-01-01', endedOn: null }]);
  expect(page.segments).toMatchObject([{ code: 'complex-lives', basis: 'Meeting.', startedOn: '2026-11-20' }]);
  expect(page.identifiers).toMatchObject([{ system: 'Council', value: 'C-17' }]);
  for (const [name, input] of [
    ['people.addFlag', { personId, code: 'carer' }],
    ['people.addCondition', { personId, code: 'copd' }],
    ['people.addSegment', { personId, code: 'complex-lives' }],
    ['people.addIdentifier', { personId, system: 'Council', value: 'C-17' }],
  ] as const)
    expect((await team.refusal(name, input)).code).toBe('rule');
  const early = await team.refusal('people.endFlag', { personId, flagId, endedOn: '2026-09-30' });
  expect(early.details).toEqual([{ path: 'endedOn', message: 'The end is before the beginning' }]);
  expect((await team.refusal('people.endFlag', { personId, flagId, endedOn: '2026-11-21' })).code).toBe('bad-input');
  await team.ask('people.endFlag', { personId, flagId });
  await team.ask('people.endCondition', { personId, conditionId });
  await team.ask('people.endSegment', { personId, segmentId });
  await team.ask('people.endIdentifier', { personId, identifierId });
  expect((await team.refusal('people.endFlag', { personId, flagId })).code).toBe('rule');
  const after = await open();
  expect(after.banner.flags).toEqual([]);
  for (const list of [after.flags, after.conditions, after.segments, after.identifiers])
    expect(list).toMatchObject([{ endedOn: '2026-11-20' }]);
  await team.ask('people.addFlag', { personId, code: 'carer' });
});

test('an entry in error is taken back with a reason and leaves the page, not the history', async () => {
  const { id } = await team.ask('people.addCondition', { personId, code: 'asthma' });
  const entry = { personId, kind: 'condition', entryId: id, reason: 'Read the wrong letter.' } as const;
  await team.ask('people.voidEntry', entry);
  expect((await open()).conditions.map(({ code }) => code)).not.toContain('asthma');
  const { entries } = await team.ask('people.history', { personId, limit: 2 });
  expect(entries[0]?.fields).toMatchObject([{ label: 'Taken back', to: 'Read the wrong letter.' }]);
  expect((await team.refusal('people.voidEntry', entry)).code).toBe('rule');
});

test('an entry of somebody else is not there, even for those who may see both', async () => {
  const { id } = await team.ask('people.addCondition', { personId: team.amir, code: 'asthma' });
  expect((await team.refusal('people.endCondition', { personId, conditionId: id })).code).toBe('not-found');
  const entry = { personId, kind: 'condition', entryId: id, reason: 'Not mine.' };
  expect((await team.refusal('people.voidEntry', entry)).code).toBe('not-found');
});

test('a relationship is seen from both sides, each with its own word, and ended from either', async () => {
  const { id } = await team.ask('people.addRelationship', {
    personId,
    otherPersonId: team.joan,
    kind: 'carer',
    emergencyContact: true,
    startedOn: '2020-01-01',
  });
  expect((await open()).relationships).toMatchObject([
    { id, kind: 'carer', person: { id: team.joan, open: true }, emergencyContact: true, recordedHere: true },
  ]);
  expect((await open(team.joan)).relationships).toMatchObject([
    { id, kind: 'cared-for', person: { id: personId }, emergencyContact: false, recordedHere: false },
  ]);
  await team.ask('people.endRelationship', { personId: team.joan, relationshipId: id });
  expect((await open()).relationships).toMatchObject([{ endedOn: '2026-11-20' }]);
  const self = { personId, otherPersonId: personId, kind: 'friend' };
  expect((await team.refusal('people.addRelationship', self)).code).toBe('rule');
  const elsewhere = { personId, otherPersonId: team.zoe, kind: 'friend' };
  expect((await team.refusal('people.addRelationship', elsewhere)).code).toBe('outside-relationship');
  for (const both of [{ otherPersonId: team.joan, otherName: 'Joan' }, {}])
    expect((await team.refusal('people.addRelationship', { personId, kind: 'friend', ...both })).code).toBe(
      'bad-input',
    );
  await team.ask('people.addRelationship', {
    personId,
    kind: 'advocate',
    otherName: 'Ann Advocate',
    otherPhone: '0151 496 0002',
  });
  expect((await open()).relationships.find(({ name }) => name === 'Ann Advocate')).toMatchObject({ person: null });
});

test('a household is made with another person, joined, changed and left', async () => {
  const { householdId } = await team.ask('people.setHousehold', {
    personId,
    household: { withPersonId: team.joan },
    startedOn: '2026-01-01',
  });
  const page = await open();
  expect(page.household).toMatchObject({ id: householdId, label: 'Household of Example', since: '2026-01-01' });
  expect(new Set(page.household?.members.map(({ id }) => id))).toEqual(new Set([personId, team.joan]));
  const again = { personId, household: { householdId } };
  expect((await team.refusal('people.setHousehold', again)).code).toBe('rule');
  await team.ask('people.setHousehold', { personId: team.amir, household: { householdId } });
  expect((await open(team.joan)).household?.members).toHaveLength(3);
  const made = await team.ask('people.setHousehold', { personId, household: { label: 'Flat 9' } });
  expect((await open()).household).toMatchObject({ label: 'Flat 9', members: [{ id: personId }] });
  expect((await open(team.joan)).household?.members).toHaveLength(2);
  await team.ask('people.leaveHousehold', { personId, membershipId: made.membershipId });
  expect((await open()).household).toBeNull();
});

test('sharing decisions: the newest for each addressee holds, the rest is history, the banner says it', async () => {
  const record = (input: object) =>
    team.ask('people.recordSharing', { personId, decision: 'agreed', decidedOn: '2026-11-01', ...input });
  await record({});
  expect((await open()).banner.sharing).toEqual({ state: 'agreed', sentence: 'Sharing: agreed, 1 Nov 2026' });
  await record({ organisationKind: 'police', decision: 'refused' });
  expect((await open()).banner.sharing.state).toBe('mixed');
  await record({ organisationKind: 'police', decision: 'agreed', decidedOn: '2026-11-10' });
  await record({ purpose: 'research', decision: 'refused' });
  const page = await open();
  expect(page.banner.sharing.state).toBe('agreed');
  expect(
    page.sharing.map(({ purpose, organisationKind, decision, current }) => [
      purpose,
      organisationKind,
      decision,
      current,
    ]),
  ).toEqual([
    ['direct-care', 'police', 'agreed', true],
    ['research', null, 'refused', true],
    ['direct-care', 'police', 'refused', false],
    ['direct-care', null, 'agreed', true],
  ]);
  await record({ decision: 'withdrawn', decidedOn: '2026-11-15' });
  expect((await open()).banner.sharing.state).toBe('mixed');
  expect(
    (await team.refusal('people.recordSharing', { personId, decision: 'agreed', organisationId: 'nobody' })).code,
  ).toBe('bad-input');
});

test('every row of a record carries the neighbourhood of the person, and its audit line names no value', async () => {
  for (const table of [
    'flags',
    'conditions',
    'segments',
    'person_identifiers',
    'relationships',
    'sharing_decisions',
  ] as const) {
    const scopes = team.store.query(sqlBuilder.selectFrom(table).select('scope').where('person_id', '=', personId));
    expect(new Set(scopes.map(({ scope }) => scope))).toEqual(new Set(['n01']));
  }
  const lines = team.store.query(sqlBuilder.selectFrom('audit').selectAll().where('object', '=', personId));
  expect(lines.find(({ action }) => action === 'flag-added')).toMatchObject({ fields: 'flags', reason: null });
  expect(JSON.stringify(lines)).not.toMatch(/carer|copd|Mother|C-17|Flat 9/);
});

test.each([
  ['people.addFlag', { code: 'carer' }],
  ['people.addCondition', { code: 'copd' }],
  ['people.recordSharing', { decision: 'agreed' }],
  ['people.setHousehold', { household: { label: 'X' } }],
  ['people.void', { reason: 'X' }],
  ['people.overrideTier', { tier: 'high', reason: 'X', until: '2026-12-01' }],
] as const)('%s about somebody of another team is refused', async (name, input) => {
  expect((await team.refusal(name, { personId: team.zoe, ...input })).code).toBe('outside-relationship');
});
