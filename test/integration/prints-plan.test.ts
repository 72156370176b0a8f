import { afterAll, beforeAll, expect, test } from 'vitest';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { addFlag } from './people-fixture.ts';
import { agree, writtenDraft } from './plan-team.ts';

let team: CareTeam;
const print = () => team.ask('prints.plan', { personId: team.joan });

beforeAll(async () => {
  team = await careTeam();
  addFlag(team, team.joan, 'marac', 'Heard in November');
  addFlag(team, team.joan, 'risk-to-staff', 'Dog loose in the yard');
  team.write((journal) => {
    journal.update('workers', team.ids.coordinator, { phone: '0151 496 0100' });
    journal.update('people', team.joan, { information_needs: JSON.stringify({ contact: [], format: ['11'] }) });
    journal.insert('conditions', { person_id: team.joan, code: 'copd' }, 'n01');
  });
  team.signInAs('coordinator');
}, 60_000);
afterAll(() => team.dispose());

test('without a plan there is still whom to ask, and nothing that looks agreed', async () => {
  const record = await print();
  expect(record).toMatchObject({ version: null, plan: null, layout: 'large', formats: ['11'] });
  expect(record.facts).toMatchObject({
    conditions: ['Chronic obstructive pulmonary disease'],
    coordinator: { name: 'Cora Coordinator', organisation: 'Example Trust', phone: '0151 496 0100' },
  });
});

test('a draft is printed as a draft; once agreed, what was frozen is printed whatever is written afterwards', async () => {
  const { planId, needId } = await writtenDraft(team);
  expect(await print()).toMatchObject({
    version: { status: 'draft', agreement: null },
    plan: { strengths: 'A good neighbour' },
  });
  await agree(team, planId);
  await team.ask('plans.withdraw', { part: 'need', id: needId, reason: 'Entered twice' });
  const agreed = await print();
  expect(agreed.version).toMatchObject({ id: planId, status: 'agreed', agreement: { on: '2026-11-20' } });
  expect(agreed.plan?.needs.map(({ words }) => words)).toEqual(['Cannot carry the shopping']);
});

test('holds no flag for anybody, for it is left in the person’s home', async () => {
  for (const who of ['coordinator', 'lead', 'behaviourist'] as const) {
    team.signInAs(who);
    expect(JSON.stringify(await print()), who).not.toMatch(/marac|risk|dog loose/i);
  }
});

test('leaves a line with the person, and is refused to those outside', async () => {
  team.signInAs('coordinator');
  const lines = () =>
    team.store.query<{ object: string | null }>(
      sqlBuilder
        .selectFrom('audit')
        .select('object')
        .where('action', '=', 'plan-printed')
        .where('outcome', '=', 'done'),
    );
  const before = lines().length;
  await print();
  expect(lines().slice(before)).toEqual([{ object: team.joan }]);
  team.signInAs('elsewhere');
  expect(await team.refusal('prints.plan', { personId: team.joan })).toMatchObject({ code: 'outside-relationship' });
  team.signInAs('reviewer');
  expect(await team.refusal('prints.plan', { personId: team.joan })).toMatchObject({ code: 'not-allowed' });
});
