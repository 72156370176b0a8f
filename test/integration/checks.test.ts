import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CareTeam, careTeam } from './care-team.ts';
import { addFlag } from './people-fixture.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

const ofJoan = () => team.ask('checks.ofPerson', { personId: team.joan });
const checkOf = async (kind: string) => {
  const found = (await ofJoan()).checks.find((check) => check.kind === kind);
  if (!found) throw new Error('no such check');
  return found;
};
const ld = 'learning-disability-check' as const;
const smi = 'smi-physical-check' as const;

test('a person sees what is for them and why, at 76', async () => {
  addFlag(team, team.joan, 'learning-disability');
  const { checks } = await ofJoan();
  expect(checks.filter(({ eligible }) => eligible).map(({ kind, because }) => [kind, because])).toEqual([
    [ld, 'Learning disability'],
    ['flu', 'Learning disability'],
    ['covid-19', 'Aged 76 (from 75)'],
    ['pneumococcal', 'Aged 76 (from 65)'],
    ['shingles', 'Aged 76 (70 to 79)'],
    ['rsv', 'Aged 76 (75 to 79)'],
  ]);
});

describe('recording', () => {
  test('an offer, its answer and the check are one round; each can be taken back', async () => {
    const offered = await team.ask('checks.record', { personId: team.joan, kind: ld, offeredOn: '2026-11-10' });
    expect((await checkOf(ld)).state).toBe('offered');
    const { round } = await checkOf(ld);
    expect(round?.id).toBe(offered.checkId);
    await team.ask('checks.record', {
      personId: team.joan,
      kind: ld,
      round: { checkId: offered.checkId, heads: offered.heads },
      offeredOn: '2026-11-10',
      response: 'accepted',
    });
    const accepted = (await checkOf(ld)).round;
    const done = await team.ask('checks.record', {
      personId: team.joan,
      kind: ld,
      round: { checkId: offered.checkId, heads: accepted?.heads ?? {} },
      offeredOn: '2026-11-10',
      response: 'accepted',
      doneOn: '2026-11-20',
    });
    expect(await checkOf(ld)).toMatchObject({ state: 'done', dueOn: '2027-11-20', round: null });
    expect((await checkOf(ld)).entries).toHaveLength(1);
    await team.ask('checks.record', {
      personId: team.joan,
      kind: ld,
      round: { checkId: done.checkId, heads: done.heads },
      offeredOn: '2026-11-10',
      response: 'accepted',
    });
    expect((await checkOf(ld)).state).toBe('accepted');
    await team.ask('checks.void', { checkId: done.checkId, reason: 'Wrong person.' });
    expect(await checkOf(ld)).toMatchObject({ state: 'due', entries: [] });
  });

  test('the six parts of the SMI check are done one by one; with the last the check is done', async () => {
    const parts = Object.fromEntries(
      ['alcohol', 'glucose', 'lipids', 'blood-pressure', 'weight'].map((part) => [part, { on: '2026-11-12' }]),
    );
    const first = await team.ask('checks.record', { personId: team.joan, kind: smi, parts });
    expect(await checkOf(smi)).toMatchObject({ state: 'due', missing: ['smoking'], round: { id: first.checkId } });
    const early = { personId: team.joan, kind: smi, parts, doneOn: '2026-11-15' };
    expect(await team.refusal('checks.record', early)).toMatchObject({
      code: 'bad-input',
      details: [{ path: 'doneOn', message: 'These parts are missing: smoking status' }],
    });
    await team.ask('checks.record', {
      personId: team.joan,
      kind: smi,
      round: { checkId: first.checkId, heads: first.heads },
      parts: { ...parts, smoking: { on: '2026-11-18', result: 'Ten a day' } },
    });
    expect(await checkOf(smi)).toMatchObject({ state: 'done', lastDoneOn: '2026-11-18', dueOn: '2027-11-18' });
  });

  test.each([
    ['nothing', {}, 'doneOn'],
    ['an offer in the future', { offeredOn: '2026-11-21' }, 'offeredOn'],
    ['a check in the future', { doneOn: '2026-11-21' }, 'doneOn'],
    ['done before it was offered', { offeredOn: '2026-11-10', doneOn: '2026-11-09' }, 'doneOn'],
    ['an answer without an offer', { response: 'accepted', doneOn: '2026-11-10' }, 'response'],
    ['declined, but done', { offeredOn: '2026-11-10', response: 'declined', doneOn: '2026-11-10' }, 'response'],
    ['a part of another check', { doneOn: '2026-11-10', parts: { weight: { on: '2026-11-10' } } }, 'parts.weight'],
  ])('not %s', async (_, entry, path) => {
    const refused = await team.refusal('checks.record', { personId: team.joan, kind: ld, ...entry });
    expect(refused).toMatchObject({ code: 'bad-input', details: [{ path }] });
  });

  test('an entry of somebody else, or of another check, is not carried on', async () => {
    const { checkId, heads } = await team.ask('checks.record', {
      personId: team.joan,
      kind: ld,
      offeredOn: '2026-11-10',
    });
    const round = { checkId, heads };
    const of = (personId: string, kind: string) =>
      team.refusal('checks.record', { personId, kind, round, doneOn: '2026-11-10' });
    expect((await of(team.amir, ld)).code).toBe('rule');
    expect((await of(team.joan, 'flu')).code).toBe('rule');
  });
});

describe('carers', () => {
  test('whom they care for comes from both records, with breaks taken and arranged', async () => {
    addFlag(team, team.joan, 'carer');
    const scope = 'n01';
    team.write((journal) => {
      const common = { emergency_contact: 0 };
      journal.insert(
        'relationships',
        { ...common, person_id: team.amir, other_person_id: team.joan, kind: 'carer' },
        scope,
      );
      journal.insert(
        'relationships',
        { ...common, person_id: team.joan, other_name: 'Her mother', kind: 'cared-for' },
        scope,
      );
    });
    const { breakId } = await team.ask('checks.addBreak', {
      personId: team.joan,
      kind: 'sitting',
      startsOn: '2026-12-01',
      hours: 3,
    });
    const { carer } = await ofJoan();
    expect(carer.flagged).toBe(true);
    expect(carer.caresFor.map(({ words }) => words).sort()).toEqual(['Amir Sample', 'Her mother']);
    expect(carer.breaks).toMatchObject([{ kind: 'sitting', startsOn: '2026-12-01', hours: 3 }]);
    await team.ask('checks.voidBreak', { breakId, reason: 'Called off.' });
    expect((await ofJoan()).carer.breaks).toEqual([]);
  });

  test.each([
    ['that ends before it begins', { startsOn: '2026-12-01', endsOn: '2026-11-30' }, 'endsOn'],
    ['years ahead', { startsOn: '2029-01-01' }, 'startsOn'],
  ])('not a break %s', async (_, dates, path) => {
    const refused = await team.refusal('checks.addBreak', { personId: team.joan, kind: 'respite', ...dates });
    expect(refused).toMatchObject({ code: 'bad-input', details: [{ path }] });
  });
});

test('another team sees and records nothing', async () => {
  const { checkId } = await team.ask('checks.record', { personId: team.joan, kind: ld, offeredOn: '2026-11-10' });
  team.signInAs('elsewhere');
  expect((await team.refusal('checks.ofPerson', { personId: team.joan })).code).toBe('outside-relationship');
  expect((await team.refusal('checks.void', { checkId, reason: 'No.' })).code).toBe('outside-relationship');
  expect((await team.refusal('checks.record', { personId: team.joan, kind: ld, doneOn: '2026-11-10' })).code).toBe(
    'outside-relationship',
  );
});

test('a break is taken back by whoever recorded it or a team lead, and by nobody else', async () => {
  const given = { personId: team.joan, kind: 'day-centre' as const, startsOn: '2026-10-01' };
  const { breakId } = await team.ask('checks.addBreak', given);
  const reason = 'Another carer.';
  team.signInAs('colleague');
  expect((await team.ask('checks.ofPerson', { personId: team.joan })).carer.breaks).toMatchObject([
    { id: breakId, mayTakeBack: false },
  ]);
  expect((await team.refusal('checks.voidBreak', { breakId, reason })).code).toBe('not-allowed');
  team.signInAs('lead');
  expect((await team.ask('checks.ofPerson', { personId: team.joan })).carer.breaks).toMatchObject([
    { mayTakeBack: true },
  ]);
  await team.ask('checks.voidBreak', { breakId, reason });
  expect((await team.ask('checks.ofPerson', { personId: team.joan })).carer.breaks).toEqual([]);
});
