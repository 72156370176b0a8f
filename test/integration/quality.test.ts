import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonPatch } from '../../shared/domain/person-fields.ts';
import type { QualityGap } from '../../shared/domain/quality-gaps.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { addCase, addPerson } from './people-fixture.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

const summary = (whose: 'mine' | 'team' = 'mine', neighbourhoodId?: string) =>
  team.ask('quality.summary', { whose, ...(neighbourhoodId && { neighbourhoodId }) });
const figure = async (gap: QualityGap) => {
  const found = (await summary()).gaps.find((each) => each.gap === gap);
  return found && [found.count, found.of];
};
const behind = async (gap: QualityGap) => {
  const { rows, total } = await team.ask('quality.rows', { gap });
  expect(rows).toHaveLength(total);
  return rows.map(({ person }) => person.name.given);
};
const complete: Omit<PersonPatch, 'name' | 'neighbourhoodId'> = {
  birth: { date: '1950-01-02' },
  nhsNumber: '9990000018',
  nhsNumberStatus: '01',
  ethnicCategory: 'A',
  mobile: '07700 900123',
  whatMatters: 'My garden.',
};
/** Somebody on the coordinator's caseload of whom everything is recorded but for what is given. */
function person(given: string, fields: Omit<PersonPatch, 'name' | 'neighbourhoodId'> = {}): string {
  const id = addPerson(team, { family: 'Tester', given }, 'n01', { ...complete, ...fields });
  addCase(team, id, 'n01', team.ids.coordinator);
  return id;
}
/** Of Joan and Amir nothing is recorded; each list has them before the testers. */
const fixtures = ['Joan', 'Amir'];

describe('each gap is counted by itself, with the people behind it', () => {
  test.each<
    [QualityGap, string, Omit<PersonPatch, 'name' | 'neighbourhoodId'>, Omit<PersonPatch, 'name' | 'neighbourhoodId'>]
  >([
    ['nhs-number', 'a number that was not traced', { nhsNumberStatus: '02' }, { nhsNumberStatus: '01' }],
    ['ethnic-category', 'not known', { ethnicCategory: '99' }, { ethnicCategory: 'Z' }],
    ['contact-way', 'no number, no address', { mobile: null }, { mobile: null, email: 'kim@example.org' }],
    ['birth-date', 'only the year', { birth: { year: 1950 } }, { birth: { date: '1950-01-02' } }],
    ['what-matters', 'nothing written', { whatMatters: null }, { whatMatters: 'My dog.' }],
  ])('%s: %s', async (gap, _, lacking, having) => {
    person('Lacking', lacking);
    person('Having', having);
    const given = await behind(gap);
    expect(given).toContain('Lacking');
    expect(given).not.toContain('Having');
    expect((await figure(gap))?.[1]).toBe(4);
    expect((await figure(gap))?.[0]).toBe(given.length);
  });

  test('language, of those who need an interpreter', async () => {
    person('Lacking', { interpreter: true });
    person('Having', { interpreter: true, language: 'ar' });
    person('Without');
    expect(await figure('language')).toEqual([1, 2]);
    expect(await behind('language')).toEqual(['Lacking']);
  });

  test('sharing: a refusal is a decision, a voided one is none', async () => {
    const refused = person('Refused');
    const voided = person('Voided');
    team.write((journal) => {
      const decision = {
        purpose: 'direct-care',
        decision: 'refused',
        decided_on: '2026-11-03',
        recorded_by: team.ids.lead,
      };
      journal.insert('sharing_decisions', { ...decision, person_id: refused }, 'n01');
      const taken = journal.insert('sharing_decisions', { ...decision, person_id: voided }, 'n01');
      journal.update('sharing_decisions', taken, {
        voided: JSON.stringify({ by: team.ids.lead, at: team.now, reason: 'x' }),
      });
    });
    const given = await behind('sharing');
    expect(given).toContain('Voided');
    expect(given).not.toContain('Refused');
  });

  test('outcome: an appointment of yesterday, neither one of today nor one that was recorded', async () => {
    const planned = (day: string, attendance: string | null = null) => ({
      worker_id: team.ids.coordinator,
      starts_at: `2026-11-${day}T09:00:00.000Z`,
      mechanism: '01',
      activities: '[]',
      joint_with: '[]',
      interventions: '[]',
      attendance,
    });
    team.write((journal) => {
      journal.insert('contacts', { ...planned('19'), person_id: team.joan, case_id: team.joansCase }, 'n01');
      journal.insert('contacts', { ...planned('20'), person_id: team.amir, case_id: team.amirsCase }, 'n01');
      journal.insert('contacts', { ...planned('18', '5'), person_id: team.amir, case_id: team.amirsCase }, 'n01');
    });
    expect(await figure('outcome')).toEqual([1, 2]);
    expect(await behind('outcome')).toEqual(['Joan']);
  });

  test('plan and assessment: only once a case has been open for more than 20 working days', async () => {
    expect(await figure('plan')).toEqual([0, 0]);
    // Opened on Monday 2 November: the 21st working day after it is Tuesday 1 December.
    team.now = '2026-11-30T10:00:00.000Z';
    expect(await figure('plan')).toEqual([0, 0]);
    team.now = '2026-12-01T10:00:00.000Z';
    expect(await figure('plan')).toEqual([2, 2]);
    expect((await behind('assessment')).sort()).toEqual([...fixtures].sort());
    const plan = (status: string) => ({
      version: 1,
      state: JSON.stringify({ status, on: '2026-11-28', by: team.ids.coordinator }),
      started_on: '2026-11-28',
      started_by: team.ids.coordinator,
    });
    const answer = { domain: 'home', asked_by: team.ids.coordinator };
    team.write((journal) => {
      journal.insert('care_plans', { ...plan('agreed'), person_id: team.joan }, 'n01');
      journal.insert('care_plans', { ...plan('draft'), person_id: team.amir }, 'n01');
      journal.insert('assessment_answers', { ...answer, person_id: team.joan, asked_on: '2025-11-30' }, 'n01');
      journal.insert('assessment_answers', { ...answer, person_id: team.amir, asked_on: '2025-12-01' }, 'n01');
    });
    expect(await behind('plan')).toEqual(['Amir']);
    expect(await behind('assessment')).toEqual(['Joan']);
    expect(await figure('assessment')).toEqual([1, 2]);
  });
});

test('a person with two cases is one person, and a closed case is not counted', async () => {
  addCase(team, team.joan, 'n01', team.ids.coordinator);
  const gone = person('Gone');
  team.write((journal) => {
    const id = journal.insert(
      'cases',
      {
        person_id: team.zoe,
        neighbourhood_id: 'n01',
        state: JSON.stringify({ status: 'closed', on: '2026-11-10' }),
        opened_on: '2026-01-05',
      },
      'n01',
    );
    journal.insert(
      'case_roles',
      { case_id: id, role: 'coordinator', worker_id: team.ids.coordinator, started_at: team.now },
      'n01',
    );
    journal.update('people', gone, { voided: JSON.stringify({ by: team.ids.lead, at: team.now, reason: 'x' }) });
  });
  expect((await summary()).people).toBe(2);
});

test('a coordinator sees their own caseload, a lead the neighbourhoods of their team, and nobody another’s', async () => {
  const nobodys = addPerson(team, { family: 'Tester', given: 'Nobody' }, 'n01', complete);
  addCase(team, nobodys, 'n01', null);
  addCase(team, team.zoe, 'n02', team.ids.elsewhere);
  expect((await summary('mine')).people).toBe(2);
  team.signInAs('behaviourist');
  expect((await summary('mine')).people).toBe(2);
  team.signInAs('lead');
  expect((await summary('mine')).people).toBe(0);
  expect(await summary('team')).toMatchObject({ people: 3, neighbourhoods: [{ id: 'n01' }] });
  expect((await summary('team', 'n02')).people).toBe(0);
  team.signInAs('elsewhere');
  expect((await summary('team')).people).toBe(1);
  team.signInAs('reviewer');
  expect(await team.refusal('quality.summary', {})).toMatchObject({ code: 'not-allowed' });
});

test('the people behind a figure come by name, in windows that all tell the total', async () => {
  for (const given of ['Cid', 'Ann', 'Bob']) person(given, { whatMatters: null });
  const rows = (offset: number, limit: number) => team.ask('quality.rows', { gap: 'what-matters', offset, limit });
  const all = await rows(0, 50);
  expect(all.rows.map(({ person: { name } }) => `${name.family} ${name.given}`)).toEqual([
    'Example Joan',
    'Sample Amir',
    'Tester Ann',
    'Tester Bob',
    'Tester Cid',
  ]);
  expect(all.rows[0]).toMatchObject({ coordinator: { name: 'Cora Coordinator' }, openedOn: '2026-11-02' });
  const second = await rows(2, 2);
  expect(second.total).toBe(5);
  expect(second.rows.map(({ person: { name } }) => name.given)).toEqual(['Ann', 'Bob']);
  expect(await rows(10, 5)).toMatchObject({ total: 5, rows: [] });
});
