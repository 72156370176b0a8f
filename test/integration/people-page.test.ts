import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchStatements } from '../../electron/engine/store/people-search.ts';
import { historyStatements } from '../../electron/engine/store/person-history.ts';
import { pageStatements } from '../../electron/engine/store/person-page.ts';
import { timelineStatements } from '../../electron/engine/store/person-timeline.ts';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import type { OutputOf } from '../../shared/contract/index.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { addFlag, addPerson } from './people-fixture.ts';

let team: CareTeam;
const open = (personId = team.joan) => team.ask('people.open', { personId });
const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T09:00:00.000Z`;

beforeAll(async () => {
  team = await careTeam();
  team.write((journal) => {
    const contact = (on: string, worker: string, attendance: string | null, more: object = {}) =>
      journal.insert(
        'contacts',
        {
          case_id: team.joansCase,
          person_id: team.joan,
          worker_id: worker,
          starts_at: on,
          mechanism: '01',
          attendance,
          activities: '[]',
          joint_with: '[]',
          interventions: '[]',
          minutes: attendance === '5' ? 45 : null,
          ...more,
        },
        'n01',
      );
    for (let number = 1; number <= 18; number++)
      contact(day(number), number % 2 ? team.ids.coordinator : team.ids.behaviourist, '5', { note: `Note ${number}` });
    contact(day(19), team.ids.colleague, '3');
    contact('2026-11-25T09:00:00.000Z', team.ids.coordinator, null);
    contact(day(3), team.ids.lead, '5', { voided: JSON.stringify({ by: 'x', at: day(4), reason: 'Wrong person.' }) });
    journal.insert(
      'case_roles',
      {
        case_id: team.joansCase,
        role: 'involved',
        external: JSON.stringify({ name: 'Pat Plumber', organisation: 'Housing Example', phone: '0151 496 0999' }),
        started_at: day(5),
      },
      'n01',
    );
  });
}, 60_000);
afterAll(() => team.dispose());

describe('the page of a person', () => {
  let page: OutputOf<'people.open'>;
  beforeAll(async () => {
    page = await open();
  });

  test('banner, case and need tier', () => {
    expect(page.banner).toMatchObject({
      name: { family: 'Example', given: 'Joan' },
      age: '76 years',
      coordinator: { name: 'Cora Coordinator', organisation: 'Example Trust' },
      sharing: { state: 'not-asked' },
      mergedInto: null,
      voided: null,
    });
    expect(page.cases).toHaveLength(1);
    expect(page.need.missing.length).toBeGreaterThan(0);
    expect(page.need.notice).toMatch(/not a clinical prediction/);
    expect(page.relation).toEqual({ kind: 'team', until: null });
  });

  test('last and next contact, and who is involved with organisation and last activity', () => {
    expect(page.lastContact).toMatchObject({ at: day(18), worker: { name: 'Bea Behaviourist' } });
    expect(page.nextContact).toMatchObject({ at: '2026-11-25T09:00:00.000Z' });
    const of = (name: string) => page.involved.find((row) => row.name === name);
    expect(of('Cora Coordinator')).toMatchObject({ contacts: 9, current: true, roles: ['Care coordinator'] });
    expect(of('Pat Plumber')).toMatchObject({ organisation: 'Housing Example', phone: '0151 496 0999', worker: null });
    // Neither a missed nor a voided contact is one of having seen the person.
    expect(of('Lee Leader')).toBeUndefined();
    expect(of('Colin Colleague')).toBeUndefined();
  });

  test('timeline pages put together are everything that happened, newest first, each once', async () => {
    const all = (await team.ask('people.timeline', { personId: team.joan, limit: 100 })).entries;
    const paged = [...page.timeline.entries];
    const small: typeof paged = [];
    for (let before: string | undefined; ; ) {
      const next = await team.ask('people.timeline', { personId: team.joan, limit: 4, ...(before && { before }) });
      small.push(...next.entries);
      if (next.next === null) break;
      before = next.next;
    }
    expect(small).toEqual(all);
    expect(all.slice(0, paged.length)).toEqual(paged);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    expect(all.filter(({ kind }) => kind === 'contact')).toHaveLength(20);
    expect(all[0]).toMatchObject({ kind: 'role' });
    const missed = all.find(({ at }) => at === day(19));
    expect(missed).toMatchObject({
      title: 'Face to face: Did not attend, no warning given',
      organisation: 'Example Trust',
    });
    expect(all.some(({ at }) => at > team.now)).toBe(false);
    const voided = all.find(({ contact }) => contact?.voided);
    expect(voided).toMatchObject({ title: expect.stringMatching(/^Entered in error: /), detail: null });
  });

  test('a timeline of one kind has only that', async () => {
    const { entries } = await team.ask('people.timeline', { personId: team.joan, kinds: ['case', 'role'], limit: 100 });
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['case', 'role']));
  });
});

describe('restricted flags', () => {
  const secret = 'Disclosed on the phone.';
  let personId: string;
  beforeAll(async () => {
    personId = addPerson(team, { family: 'Secret', given: 'Sam' }, 'n01', {});
    addFlag(team, personId, 'marac', secret);
    addFlag(team, personId, 'code-of-a-newer-version', secret);
    addFlag(team, personId, 'carer', 'Looks after a brother.');
    const [marac] = (await open(personId)).flags;
    await team.ask('people.endFlag', { personId, flagId: marac?.id ?? '', endedOn: '2026-11-20' });
  });

  const everything = async () =>
    JSON.stringify([
      await open(personId),
      await team.ask('people.timeline', { personId, limit: 100 }),
      await team.ask('people.history', { personId, limit: 100 }),
      await team.ask('people.brief', { personId }),
      await team.ask('people.search', { text: 'secret' }),
      await team.ask('people.list', { search: 'secret' }),
    ]);

  test('are on the page of a coordinator, with the reason', async () => {
    const text = await everything();
    expect(text).toContain('MARAC');
    expect(text).toContain(secret);
    expect(text).toContain('code-of-a-newer-version');
  });

  test('never reach a worker without the permission, by no way that people have', async () => {
    team.signInAs('behaviourist');
    const text = await everything();
    expect(text).toContain('Carer');
    expect(text).not.toMatch(/MARAC|marac|newer-version/);
    expect(text).not.toContain(secret);
    team.signInAs('coordinator');
  });

  test('can be neither raised, ended nor voided by such a worker', async () => {
    const flag = (await open(personId)).flags.find(({ code }) => code === 'marac');
    team.signInAs('behaviourist');
    const add = await team.refusal('people.addFlag', { personId, code: 'safeguarding' });
    expect(add.code).toBe('not-allowed');
    const end = await team.refusal('people.endFlag', { personId, flagId: flag?.id });
    expect(end.code).toBe('not-found');
    const entry = { personId, kind: 'flag', entryId: flag?.id, reason: 'Wrong.' };
    expect((await team.refusal('people.voidEntry', entry)).code).toBe('not-found');
    team.signInAs('coordinator');
  });
});

describe('history', () => {
  test('says who changed what to what on which device, earlier addresses included', async () => {
    const personId = addPerson(team, { family: 'Past', given: 'Pia' }, 'n01', {
      address: { lines: ['1 Old Road'], postcode: 'L1 1AA' },
    });
    const { heads } = (await open(personId)).details;
    const address = { lines: ['2 New Road'], postcode: 'L2 2BB', since: '2026-11-01' };
    await team.ask('people.edit', { personId, patch: { address }, heads });
    await team.ask('people.addCondition', { personId, code: 'copd' });
    const { entries } = await team.ask('people.history', { personId });
    expect(entries.map(({ subject, created }) => [subject, created])).toEqual([
      ['Condition', true],
      ['Person', false],
      ['Person', true],
    ]);
    expect(entries[1]).toMatchObject({
      by: { name: 'Cora Coordinator' },
      fields: [
        { field: 'address', label: 'Address', from: '1 Old Road, L1 1AA', to: '2 New Road, L2 2BB, since 1 Nov 2026' },
      ],
    });
    expect(entries[0]?.fields).toContainEqual({
      field: 'code',
      label: 'Condition',
      from: null,
      to: 'Chronic obstructive pulmonary disease',
    });
    const first = await team.ask('people.history', { personId, limit: 1 });
    const second = await team.ask('people.history', { personId, limit: 5, before: first.next ?? '' });
    expect([...first.entries, ...second.entries]).toEqual(entries);
    expect(second.next).toBeNull();
  });

  test('viewers are shown to the lead of the person and to the reviewer, to nobody else', async () => {
    await open(team.amir);
    expect((await team.refusal('people.viewers', { personId: team.amir })).code).toBe('not-allowed');
    for (const who of ['lead', 'reviewer'] as const) {
      team.signInAs(who);
      const { entries } = await team.ask('people.viewers', { personId: team.amir, limit: 10 });
      expect(
        entries.some(({ action, worker }) => action === 'person-opened' && worker?.name === 'Cora Coordinator'),
      ).toBe(true);
    }
    team.signInAs('lead');
    expect((await team.refusal('people.viewers', { personId: team.zoe })).code).toBe('outside-relationship');
    team.signInAs('coordinator');
  });
});

describe('cost', () => {
  test('opening a person runs no more statements for a long record than for a short one, and at most 34 with its audit line', async () => {
    const count = async (personId: string) => {
      await open(personId);
      const before = team.store.counters.statements;
      await open(personId);
      return team.store.counters.statements - before;
    };
    const long = await count(team.joan);
    expect(long).toBeLessThanOrEqual(34);
    expect(await count(team.amir)).toBe(long);
  });

  test.each(Object.entries({ ...pageStatements, ...timelineStatements, ...historyStatements, ...searchStatements }))(
    '%s is answered from indexes',
    (_, found) => {
      const sql = found.sql();
      const plan = team.store.explain({
        compile: () => ({
          ...sqlBuilder.selectFrom('facts').selectAll().compile(),
          sql,
          parameters: Array(sql.split('?').length - 1).fill(null),
        }),
      });
      expect(plan.join('\n')).not.toMatch(
        /SCAN (p|c|people|contacts|changes|cases|flags|conditions|segments|relationships|heads|audit|transfers|case_roles|break_glass)\b/,
      );
    },
  );
});
