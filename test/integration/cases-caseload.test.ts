import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CaseloadQuery, caseloadIds, windowQuery } from '../../electron/engine/store/caseload.ts';
import { nameColumn } from '../../electron/engine/store/person-name.ts';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import { caseloadSorts } from '../../shared/contract/caseload.ts';
import type { InputOf, OutputOf } from '../../shared/contract/index.ts';
import { addDays } from '../../shared/domain/british-date.ts';
import { type CareTeam, careTeam } from './care-team.ts';

type Row = OutputOf<'cases.caseload'>['rows'][number];
const today = '2026-11-20';
const families = ['Abbott', 'Smith-Jones', "O'Brien", 'Zhou', 'Núñez', 'Kaya'];
const statuses = ['proposed', 'open', 'open', 'open', 'on-hold', 'closed'];

let team: CareTeam;
beforeAll(async () => {
  team = await careTeam();
  // A hundred and eighty cases in three neighbourhoods, of every status, with and without each property.
  team.write((journal) => {
    for (let number = 0; number < 180; number++) {
      const at = ['n01', 'n02', 'n03'][number % 3] ?? 'n01';
      const personId = journal.insert(
        'people',
        {
          name: nameColumn({
            family: families[number % 6] ?? '',
            given: `Given${number % 7}`,
            ...(number % 9 === 0 && { preferred: 'Jack' }),
          }),
          neighbourhood_id: at,
          neighbourhood_by_hand: 0,
          birth: '{"date":"1950-04-03"}',
          nhs_number: number === 3 ? '9990000018' : null,
          practice_id: number % 2 ? 'y00001' : 'y00002',
          admissions: JSON.stringify({ emergency12m: number % 5 }),
          frailty: JSON.stringify({ cfs: 1 + (number % 8) }),
        },
        at,
      );
      if (number % 4 === 0)
        journal.insert(
          'flags',
          { person_id: personId, code: 'homeless', started_on: today, recorded_by: team.ids.lead },
          at,
        );
      if (number % 5 === 0)
        journal.insert(
          'flags',
          { person_id: personId, code: 'safeguarding', started_on: today, recorded_by: team.ids.lead },
          at,
        );
      if (number % 3 === 0)
        journal.insert('segments', { person_id: personId, code: 'complex-lives', started_on: today }, at);
      const status = statuses[number % 6] ?? 'open';
      const openedOn = addDays(today, -(number % 60));
      const reviewOn = status === 'on-hold' && number % 2 ? addDays(today, 5) : undefined;
      const caseId = journal.insert(
        'cases',
        {
          person_id: personId,
          neighbourhood_id: at,
          state: JSON.stringify({ status, on: openedOn, reviewOn }),
          opened_on: openedOn,
        },
        at,
      );
      const worker = [team.ids.coordinator, team.ids.colleague, team.ids.lead][number % 5];
      if (worker)
        journal.insert(
          'case_roles',
          { case_id: caseId, role: 'coordinator', worker_id: worker, started_at: team.now },
          at,
        );
      const seen = number % 4 === 1 ? null : `${addDays(today, -(number % 45))}T10:00:00.000Z`;
      const contact = {
        case_id: caseId,
        person_id: personId,
        worker_id: worker ?? team.ids.lead,
        mechanism: '01',
        activities: '[]',
        joint_with: '[]',
        interventions: '[]',
      };
      if (seen) journal.insert('contacts', { ...contact, starts_at: seen, attendance: '5' }, at);
      if (number % 7 === 0)
        for (const day of [-1, 0])
          journal.insert(
            'contacts',
            { ...contact, starts_at: `${addDays(today, day)}T08:00:00.000Z`, attendance: '3' },
            at,
          );
    }
  });
  team.signInAs('lead');
  const lead = team.engine.session;
  if (lead) team.engine.session = { ...lead, neighbourhoods: ['n01', 'n02', 'n03'] };
});
afterAll(() => team.dispose());

const all = async (input: Omit<InputOf<'cases.caseload'>, 'offset' | 'limit'> = {}): Promise<Row[]> => {
  const first = await team.ask('cases.caseload', { ...input, limit: 200 });
  const rows = [...first.rows];
  while (rows.length < first.total)
    rows.push(...(await team.ask('cases.caseload', { ...input, offset: rows.length, limit: 200 })).rows);
  return rows;
};
/** Everything there is, from the lines themselves. */
const lines = () => team.store.query(sqlBuilder.selectFrom('caseload').selectAll());
const idsWhere = (fits: (line: ReturnType<typeof lines>[number]) => boolean) =>
  lines()
    .filter(fits)
    .map(({ case_id }) => case_id)
    .sort();
const idsOf = (rows: readonly Row[]) => rows.map(({ caseId }) => caseId).sort();
const unfinished = ({ status }: { status: string }) => status !== 'closed';

describe('order', () => {
  const tiers = ['low', 'rising', 'high', 'very-high'];
  const keys: Record<(typeof caseloadSorts)[number], (row: Row) => (string | number)[]> = {
    due: ({ due }) => [due?.on ?? '9999-12-31'],
    tier: ({ need }) => [tiers.indexOf(need.tier), need.points],
    name: ({ person }) => [lines().find(({ person_id }) => person_id === person.id)?.sort_name ?? ''],
    last: ({ lastContactAt }) => [lastContactAt ?? ''],
    opened: ({ openedOn }) => [openedOn],
  };
  for (const sort of caseloadSorts)
    for (const down of [false, true])
      test(`by ${sort}, ${down ? 'largest' : 'smallest'} first; windows of it meet without gap or repeat`, async () => {
        const rows = await all({ sort, down });
        expect(idsOf(rows)).toEqual(idsWhere(unfinished));
        const values = rows.map((row) =>
          JSON.stringify(keys[sort](row).map((key) => (typeof key === 'number' ? String(key).padStart(6, '0') : key))),
        );
        const expected = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect(values).toEqual(down ? expected.reverse() : expected);
        const windows: Row[] = [];
        for (let offset = 0; offset < rows.length; offset += 37)
          windows.push(...(await team.ask('cases.caseload', { sort, down, offset, limit: 37 })).rows);
        expect(windows.map(({ caseId }) => caseId)).toEqual(rows.map(({ caseId }) => caseId));
      });
});

describe('filters', () => {
  const cases: [string, () => InputOf<'cases.caseload'>, (line: ReturnType<typeof lines>[number]) => boolean][] = [
    ['nothing asked: all but closed', () => ({}), unfinished],
    [
      'statuses',
      () => ({ statuses: ['closed', 'on-hold'] }),
      ({ status }) => status === 'closed' || status === 'on-hold',
    ],
    [
      'neighbourhoods',
      () => ({ neighbourhoodIds: ['n02'] }),
      (line) => unfinished(line) && line.neighbourhood_id === 'n02',
    ],
    ['tiers', () => ({ tiers: ['high', 'very-high'] }), (line) => unfinished(line) && line.tier_rank >= 2],
    [
      'coordinators',
      () => ({ coordinatorIds: [team.ids.colleague] }),
      (line) => unfinished(line) && line.coordinator_id === team.ids.colleague,
    ],
    ['nobody coordinates', () => ({ noCoordinator: true }), (line) => unfinished(line) && line.coordinator_id === null],
    [
      'one worker or nobody',
      () => ({ coordinatorIds: [team.ids.colleague], noCoordinator: true }),
      (line) => unfinished(line) && (line.coordinator_id === null || line.coordinator_id === team.ids.colleague),
    ],
    [
      'behaviourist',
      () => ({ behaviouristId: team.ids.behaviourist }),
      (line) => unfinished(line) && line.behaviourist_id === team.ids.behaviourist,
    ],
    [
      'one of several flags',
      () => ({ flags: ['homeless', 'safeguarding'] }),
      (line) => unfinished(line) && /homeless|safeguarding/.test(line.flags),
    ],
    [
      'segments',
      () => ({ segments: ['complex-lives'] }),
      (line) => unfinished(line) && line.segments.includes('complex-lives'),
    ],
    ['practices', () => ({ practiceIds: ['y00001'] }), (line) => unfinished(line) && line.practice_id === 'y00001'],
    [
      'not seen',
      () => ({ notSeenDays: 30 }),
      (line) => unfinished(line) && (line.last_contact_at ?? '').slice(0, 10) <= addDays(today, -30),
    ],
    ['overdue', () => ({ due: 'overdue' }), (line) => line.next_due_on !== null && line.next_due_on < today],
    ['due today', () => ({ due: 'today' }), (line) => line.next_due_on === today],
    [
      'due this week',
      () => ({ due: 'week' }),
      (line) => line.next_due_on !== null && line.next_due_on > today && line.next_due_on <= addDays(today, 7),
    ],
    ['missed twice', () => ({ missedTwice: true }), (line) => unfinished(line) && line.missed_in_row >= 2],
    [
      'part of a double name',
      () => ({ search: 'jones giv' }),
      (line) => unfinished(line) && line.sort_name.startsWith('smithjones'),
    ],
    ['preferred name', () => ({ search: 'jack' }), (line) => unfinished(line) && line.words.includes(' jack')],
    ['accents aside', () => ({ search: 'NUNEZ' }), (line) => unfinished(line) && line.sort_name.startsWith('nunez')],
    [
      'several parts together',
      () => ({ tiers: ['high'], flags: ['homeless'], search: 'ab' }),
      (line) =>
        unfinished(line) &&
        line.tier === 'high' &&
        line.flags.includes('homeless') &&
        line.sort_name.startsWith('abbott'),
    ],
  ];
  for (const [name, input, fits] of cases)
    test(name, async () => {
      const expected = idsWhere(fits);
      expect(expected.length).toBeGreaterThan(0);
      expect(expected.length).toBeLessThan(lines().length);
      expect(idsOf(await all(input()))).toEqual(expected);
    });

  test('an NHS number finds its one case', async () => {
    const [row, ...others] = await all({ search: '999 000 0018' });
    expect(row?.person.nhsNumber).toBe('9990000018');
    expect(others).toEqual([]);
  });

  test('a handover that waits', async () => {
    const { transfers } = await team.ask('cases.proposeTransfer', {
      caseIds: [team.amirsCase],
      toWorkerId: null,
      reason: 'Leave',
    });
    const [row, ...others] = await all({ transferPending: true });
    expect(row).toMatchObject({ caseId: team.amirsCase, transfer: { to: null } });
    expect(others).toEqual([]);
    await team.ask('cases.withdrawTransfer', { transferIds: transfers.map(({ transferId }) => transferId) });
  });
});

describe('who sees what', () => {
  test('mine: every case on which the worker has a role, wherever it is', async () => {
    const before = team.engine.session;
    team.signInAs('coordinator');
    const mine = await all({ mine: true });
    expect(idsOf(mine)).toEqual(idsWhere((line) => unfinished(line) && line.coordinator_id === team.ids.coordinator));
    expect(new Set(mine.map(({ neighbourhood }) => neighbourhood.id)).size).toBe(3);
    team.engine.session = before;
  });

  test('everybody else’s: only of the worker’s neighbourhoods and practices', async () => {
    const before = team.engine.session;
    team.signInAs('coordinator');
    expect(idsOf(await all())).toEqual(idsWhere((line) => unfinished(line) && line.neighbourhood_id === 'n01'));
    expect(await all({ neighbourhoodIds: ['n02'] })).toEqual([]);
    team.signInAs('behaviourist');
    const bea = team.engine.session;
    if (bea) team.engine.session = { ...bea, practices: ['y00001'] };
    expect(idsOf(await all())).toEqual(
      idsWhere((line) => unfinished(line) && (line.neighbourhood_id === 'n01' || line.practice_id === 'y00001')),
    );
    if (bea) team.engine.session = { ...bea, neighbourhoods: [], practices: [] };
    expect(await all()).toEqual([]);
    team.engine.session = before;
  });

  test('restricted flags reach no worker without the permission, nor can they be asked for', async () => {
    expect((await all()).some(({ flags }) => flags.includes('safeguarding'))).toBe(true);
    const before = team.engine.session;
    team.signInAs('behaviourist');
    const { rows } = await team.ask('cases.caseload', { limit: 200 });
    expect(rows.some(({ flags }) => flags.includes('homeless'))).toBe(true);
    expect(JSON.stringify(rows)).not.toContain('safeguarding');
    expect(await team.refusal('cases.caseload', { flags: ['safeguarding'] })).toMatchObject({ code: 'not-allowed' });
    expect(await team.refusal('cases.exportCaseload', { flags: ['safeguarding'] })).toMatchObject({
      code: 'not-allowed',
    });
    const { file } = await team.ask('cases.exportCaseload', {});
    expect(new TextDecoder().decode(file.bytes)).not.toContain('Safeguarding');
    team.engine.session = before;
  });

  test('the contributions of a row add up to its points, and a tier set by hand says so', async () => {
    for (const { need } of await all())
      expect(need.contributions.reduce((sum, { points }) => sum + points, 0)).toBe(need.points);
    team.write((journal) => {
      journal.update('people', team.joan, {
        tier_override: JSON.stringify({ tier: 'very-high', reason: 'Carer in hospital', until: '2026-12-01' }),
      });
    });
    const joan = (await all({ tiers: ['very-high'] })).find(({ caseId }) => caseId === team.joansCase);
    expect(joan?.need).toMatchObject({
      override: { reason: 'Carer in hospital', until: '2026-12-01', computed: 'low' },
    });
  });
});

describe('export', () => {
  test('the rows of the view in its order, the same bytes each time, and one line in the audit trail', async () => {
    const input = { sort: 'name' as const, tiers: ['high' as const] };
    const first = await team.ask('cases.exportCaseload', input);
    const again = await team.ask('cases.exportCaseload', input);
    expect(first.file).toMatchObject({ name: 'caseload-2026-11-20.csv', mime: 'text/csv' });
    expect(Buffer.from(first.file.bytes).equals(Buffer.from(again.file.bytes))).toBe(true);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(first.file.bytes);
    expect(text.startsWith('\ufeffFamily name,Given name,NHS number')).toBe(true);
    const rows = await all(input);
    expect(
      text
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[0]),
    ).toEqual(rows.map(({ person }) => person.name.family.replace(/^'/, "''")));
    expect(first.rows).toBe(rows.length);
    const audited = team.store.query(
      sqlBuilder.selectFrom('audit').select('action').where('action', '=', 'caseload-exported'),
    );
    expect(audited.length).toBeGreaterThanOrEqual(2);
  });

  test('of a selection only those, and nothing beyond what the worker may see', async () => {
    const [far] = idsWhere(
      ({ neighbourhood_id, coordinator_id }) => neighbourhood_id === 'n02' && coordinator_id === null,
    );
    const before = team.engine.session;
    team.signInAs('coordinator');
    const { rows } = await team.ask('cases.exportCaseload', { caseIds: [team.joansCase, far ?? ''] });
    expect(rows).toBe(1);
    team.engine.session = before;
  });
});

describe('work', () => {
  const query = (more: Partial<CaseloadQuery> = {}): CaseloadQuery => ({
    filter: {},
    sort: 'due',
    down: false,
    worker: team.ids.lead,
    neighbourhoods: Array.from({ length: 12 }, (_, place) => `n${String(place + 1).padStart(2, '0')}`),
    practices: ['y00009'],
    today,
    ...more,
  });
  for (const sort of caseloadSorts)
    for (const down of [false, true])
      test(`by ${sort} ${down ? 'down' : 'up'}: only walks of an index in their order, merged`, () => {
        const window = windowQuery(query({ sort, down }), 0, 50);
        const plan = window ? team.store.explain(window) : [];
        const steps = plan.filter((step) => /caseload|B-TREE/.test(step));
        expect(plan.some((step) => step.startsWith('MERGE'))).toBe(true);
        // The one practice outside is sorted: it has few cases. Every neighbourhood is a walk.
        expect(steps.filter((step) => step.includes('caseload_practice')).length).toBe(3);
        expect(steps.filter((step) => step.includes('B-TREE')).length).toBe(3);
        expect(
          steps.filter((step) => step.startsWith(`SEARCH caseload USING`) && !step.includes('caseload_practice'))
            .length,
        ).toBe(36);
        expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
      });

  test('narrow filters go through their own index', () => {
    for (const filter of [
      { mine: true },
      { coordinatorIds: ['a', 'b'] },
      { noCoordinator: true },
      { behaviouristId: 'a' },
      { transferPending: true },
    ]) {
      const window = windowQuery(query({ filter, practices: [] }), 0, 50);
      const plan = window ? team.store.explain(window) : [];
      expect(plan.filter((step) => step.startsWith('SCAN caseload') && !step.includes('caseload_transfer'))).toEqual(
        [],
      );
    }
  });

  test('a page costs the same few statements however long the list is', async () => {
    const count = async (limit: number) => {
      const before = team.store.counters.statements;
      await team.ask('cases.caseload', { limit });
      return team.store.counters.statements - before;
    };
    await count(1);
    expect(await count(1)).toBe(await count(200));
    expect(await count(50)).toBeLessThanOrEqual(6);
    expect(caseloadIds(team.store, query({ filter: { neighbourhoodIds: [] } }), 0, 50)).toEqual([]);
  });
});
