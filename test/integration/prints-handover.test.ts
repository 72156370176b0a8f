import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handoverStatements } from '../../electron/engine/store/handover.ts';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import { type HandoverSheet, handoverParts } from '../../shared/contract/prints.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { addFlag } from './people-fixture.ts';
import { agree, writtenDraft } from './plan-team.ts';

let team: CareTeam;
const linesOf = (sheet: HandoverSheet, part: string) =>
  (sheet.parts.find((each) => each.part === part)?.lines ?? []).map(
    ({ lead, words, when }) => `${lead}: ${words ?? ''} (${when ?? ''})`,
  );
const auditOf = (action: string) =>
  team.store.query<{ object: string | null }>(
    sqlBuilder.selectFrom('audit').select('object').where('action', '=', action).orderBy('seq'),
  );

beforeAll(async () => {
  team = await careTeam();
  addFlag(team, team.joan, 'risk-to-staff', 'Dog loose in the yard');
  addFlag(team, team.joan, 'marac', 'Heard in November');
  addFlag(team, team.joan, 'frail');
  team.write((journal) => {
    journal.update('workers', team.ids.coordinator, { phone: '0151 496 0100' });
    journal.update('people', team.joan, { what_matters: 'My cat Tibbles', interpreter: 1, language: 'ar' });
    const at = 'n01';
    journal.insert(
      'conditions',
      { person_id: team.joan, code: 'copd', diagnosed_on: '2019-03-04', source: 'GP record' },
      at,
    );
    journal.insert('conditions', { person_id: team.joan, code: 'asthma', ended_on: '2020-01-01' }, at);
    journal.insert(
      'relationships',
      {
        person_id: team.joan,
        kind: 'child',
        other_name: 'Sam Example',
        other_phone: '0151 496 0200',
        emergency_contact: 1,
      },
      at,
    );
    const task = (words: string, due: string | null, priority: string) =>
      journal.insert(
        'tasks',
        {
          person_id: team.joan,
          neighbourhood_id: at,
          owner_id: team.ids.coordinator,
          words,
          due_on: due,
          priority,
          origin_kind: 'hand',
          created_at: team.now,
          created_by: team.ids.lead,
          state: JSON.stringify({ status: 'open' }),
        },
        at,
      );
    task('Ring the pharmacy', '2026-11-19', 'routine');
    task('Check the oxygen', null, 'urgent');
    task('Send a birthday card', '2027-01-01', 'routine');
    journal.insert(
      'stays',
      {
        person_id: team.joan,
        kind: 'virtual-ward',
        provider: 'Example Trust',
        emergency: 0,
        mental_health: 0,
        admitted_on: '2026-11-18',
        recorded_by: team.ids.lead,
      },
      at,
    );
    journal.insert(
      'feedback',
      {
        person_id: team.joan,
        kind: 'concern',
        words: 'Nobody rang back',
        said_by: 'family',
        received_on: '2026-11-10',
        recorded_by: team.ids.lead,
        state: JSON.stringify({ status: 'open' }),
      },
      at,
    );
  });
}, 60_000);
afterAll(() => team.dispose());

describe('the handover of one person', () => {
  test('says what a stranger must know, each with its date', async () => {
    team.signInAs('coordinator');
    const { sheet, madeAt } = await team.ask('prints.handover', { personId: team.joan });
    expect(madeAt).toBe(team.now);
    expect(sheet.parts.map(({ part }) => part)).toEqual(handoverParts);
    expect(linesOf(sheet, 'risks')).toEqual([
      'Risk to staff: read the reason before visiting: Dog loose in the yard (since 1 Nov 2026)',
      'Discussed at MARAC (multi-agency risk assessment conference): Heard in November (since 1 Nov 2026)',
      'Frail:  (since 1 Nov 2026)',
    ]);
    expect(linesOf(sheet, 'communication')).toEqual(['Interpreter needed: Arabic:  (recorded 20 Nov 2026)']);
    expect(linesOf(sheet, 'conditions')).toEqual([
      'Chronic obstructive pulmonary disease: from GP record (diagnosed 4 Mar 2019)',
    ]);
    expect(linesOf(sheet, 'matters')).toEqual(['In their own words: My cat Tibbles (recorded 20 Nov 2026)']);
    expect(linesOf(sheet, 'people')[0]).toBe('Child, call first: Sam Example, 0151 496 0200 ()');
    expect(linesOf(sheet, 'people')[1]).toMatch(
      /^Care coordinator: Cora Coordinator, Example Trust, 0151 496 0100, .+ team \(since /,
    );
    expect(linesOf(sheet, 'open')).toEqual([
      'Under way: virtual ward at home: Example Trust (since 18 Nov 2026)',
      'Concern without an answer: Nobody rang back (received 10 Nov 2026)',
      'Urgent task: Check the oxygen, Cora Coordinator (since 20 Nov 2026)',
      'Task due: Ring the pharmacy, Cora Coordinator (due 19 Nov 2026)',
      ...linesOf(sheet, 'open').filter((line) => line.startsWith('Next contact due')),
    ]);
    expect(sheet.sharing.state).toBe('not-asked');
  });

  test('has the contingency, the decisions and the pressing needs of the plan, which says whether it is agreed', async () => {
    team.signInAs('coordinator');
    const { planId } = await writtenDraft(team);
    const draft = (await team.ask('prints.handover', { personId: team.joan })).sheet;
    expect(linesOf(draft, 'contingency')).toContain(
      'Early warning signs: More breathless (draft of 20 Nov 2026, not agreed)',
    );
    await agree(team, planId);
    const agreed = (await team.ask('prints.handover', { personId: team.joan })).sheet;
    expect(linesOf(agreed, 'contingency')).toEqual([
      'Early warning signs: More breathless (plan agreed 20 Nov 2026)',
      'When I cannot get up: press the pendant (plan agreed 20 Nov 2026)',
      'Call Nurse line: 0151 496 0001 (plan agreed 20 Nov 2026)',
      'Chronic obstructive pulmonary disease, red zone: Cannot speak – Call 999 (agreed 20 Nov 2026)',
    ]);
    expect(linesOf(agreed, 'decisions')).toHaveLength(1);
    expect(linesOf(agreed, 'decisions')[0]).toMatch(/^Preferred place of care: .+ \(recorded 20 Nov 2026\)$/);
    expect(linesOf(agreed, 'communication')).toContain('In the care plan: Speak slowly (plan agreed 20 Nov 2026)');
    expect(linesOf(agreed, 'matters')).toContain(
      'In the care plan: Being at home with the dog (plan agreed 20 Nov 2026)',
    );
    expect(linesOf(agreed, 'open').at(-1)).toBe(
      'Daily living, high: life is limited by it: Cannot carry the shopping (since 20 Nov 2026)',
    );
  });

  test('leaves out what the reader may not know of, without a trace', async () => {
    team.signInAs('behaviourist');
    const answer = await team.ask('prints.handover', { personId: team.joan });
    expect(linesOf(answer.sheet, 'risks').map((line) => line.split(':')[0])).toEqual(['Risk to staff', 'Frail']);
    expect(JSON.stringify(answer)).not.toMatch(/marac|november/i);
  });

  test('leaves a line before it is shown, and is refused outside the relationship', async () => {
    team.signInAs('coordinator');
    const before = auditOf('handover-printed').length;
    await team.ask('prints.handover', { personId: team.joan });
    await team.ask('prints.handover', { personId: team.joan });
    expect(
      auditOf('handover-printed')
        .slice(before)
        .map(({ object }) => object),
    ).toEqual([team.joan, team.joan]);
    expect(await team.refusal('prints.handover', { personId: team.zoe })).toMatchObject({
      code: 'outside-relationship',
    });
    team.signInAs('reviewer');
    expect(await team.refusal('prints.handover', { personId: team.joan })).toMatchObject({ code: 'not-allowed' });
  });
});

describe('the handover of a list', () => {
  test('has a sheet for each person of the chosen cases, and a line in the trail of each', async () => {
    team.signInAs('coordinator');
    const before = auditOf('handover-list-printed').length;
    const answer = await team.ask('prints.handoverList', { caseIds: [team.amirsCase, team.joansCase], sort: 'name' });
    expect(new Set(answer.sheets.map(({ personId }) => personId))).toEqual(new Set([team.joan, team.amir]));
    expect(answer.left).toBe(0);
    const lines = auditOf('handover-list-printed').slice(before);
    expect(lines.map(({ object }) => object)).toEqual(answer.sheets.map(({ personId }) => personId));
  });

  test('holds nobody outside the own places, even when asked for by id', async () => {
    team.signInAs('elsewhere');
    expect((await team.ask('prints.handoverList', { caseIds: [team.joansCase] })).sheets).toEqual([]);
  });

  test('asks for the passphrase again, as an export does', async () => {
    team.signInAs('lead');
    const at = team.now;
    expect((await team.ask('prints.handoverList', {})).madeBy).toBe('Lee Leader');
    team.now = '2026-11-20T12:00:00.000Z';
    expect(await team.refusal('prints.handoverList', {})).toMatchObject({ code: 'reauthentication-needed' });
    team.now = at;
  });
});

test('each statement walks an index of the person', () => {
  for (const [name, each] of Object.entries(handoverStatements)) {
    const plan = team.store
      .query<{ detail: string }>({ compile: () => ({ ...explain(each.sql()) }) as never })
      .map(({ detail }) => detail);
    expect(
      plan.some((detail) => /^SCAN (?!json_each)/.test(detail)),
      name,
    ).toBe(false);
  }
});

const explain = (sql: string) => ({
  sql: `EXPLAIN QUERY PLAN ${sql}`,
  parameters: Array.from({ length: (sql.match(/\?/g) ?? []).length }, () => 'x'),
});
