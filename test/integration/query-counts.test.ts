import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requireOpen } from '../../electron/engine/engine.ts';
import type { Store } from '../../electron/engine/store/database.ts';
import { qualityStatements } from '../../electron/engine/store/quality.ts';
import type { Bindable } from '../../electron/engine/store/statements.ts';
import type { EndpointName, InputOf } from '../../shared/contract/index.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { addCase, addFlag, addPerson } from './people-fixture.ts';

/** Performance by what can be counted: statements, plans and bytes are the same on a busy machine as on an idle one. */

/** Tables that grow with the city or with the years: walking one from end to end is never the way to a page. */
const large = [
  'people',
  'contacts',
  'changes',
  'caseload',
  'cases',
  'case_roles',
  'heads',
  'match_keys',
  'care_plans',
  'assessment_answers',
  'sharing_decisions',
];

let team: CareTeam;
let ran: { sql: string; values: readonly Bindable[] }[] = [];
const contactsOfJoan = 200;

beforeAll(async () => {
  team = await careTeam();
  for (let number = 0; number < 120; number++) {
    const id = addPerson(team, { family: `Smith${'abcdefgh'[number % 8]}`, given: 'Joan' }, 'n01', {
      birth: { date: `${1930 + (number % 80)}-05-06` },
      address: { lines: [`${number} Example Street`, 'Liverpool'], postcode: 'L4 0XH' },
    });
    addCase(team, id, 'n01', team.ids.coordinator);
    addFlag(team, id, 'lives-alone');
  }
  team.write((journal) => {
    for (let number = 0; number < contactsOfJoan; number++)
      journal.insert(
        'contacts',
        {
          case_id: team.joansCase,
          person_id: team.joan,
          worker_id: team.ids.coordinator,
          starts_at: new Date(Date.parse('2025-01-06T09:00:00.000Z') + number * 86_400_000).toISOString(),
          minutes: 30,
          mechanism: '01',
          attendance: number % 5 === 0 ? '3' : '5',
          activities: '["04"]',
          joint_with: '[]',
          interventions: '[]',
          note: 'Seen at home, in good spirits. '.repeat(6),
        },
        'n01',
      );
  });
  team.signInAs('coordinator');
  const opened = requireOpen(team.engine);
  team.engine.opened = { ...opened, store: recording(opened.store) };
}, 60_000);
afterAll(() => team.dispose());

/** The same store, which notes each statement that it runs. */
function recording(store: Store): Store {
  const note = (sql: string, values: readonly Bindable[]) => ran.push({ sql, values });
  return {
    ...store,
    all: (statement, parameters) => {
      note(statement.sql(), statement.bind(parameters));
      return store.all(statement, parameters);
    },
    get: (statement, parameters) => {
      note(statement.sql(), statement.bind(parameters));
      return store.get(statement, parameters);
    },
    query: (query) => {
      const { sql, parameters } = query.compile();
      note(sql, parameters as Bindable[]);
      return store.query(query);
    },
    run: (statement, parameters) => {
      note(statement.sql(), statement.bind(parameters));
      return store.run(statement, parameters);
    },
    execute: (query) => {
      const { sql, parameters } = query.compile();
      note(sql, parameters as Bindable[]);
      return store.execute(query);
    },
    runSql: (sql, values) => {
      note(sql, values);
      return store.runSql(sql, values);
    },
  };
}

/** Large tables that a statement's plan walks from end to end. */
function scansOf({ sql, values }: { sql: string; values: readonly Bindable[] }): string[] {
  const tables = new Map<string, string>();
  for (const [, table = '', alias] of sql.matchAll(/(?:from|join)\s+"?(\w+)"?(?:\s+as\s+"?(\w+)"?)?/gi))
    tables.set(alias ?? table, table);
  const plan = team.store.explain({ compile: () => ({ sql, parameters: values }) as never });
  return plan.filter((step) => {
    const name = /^SCAN (\w+)/.exec(step)?.[1];
    return name !== undefined && !step.includes('VIRTUAL TABLE') && large.includes(tables.get(name) ?? '');
  });
}

async function hot<N extends EndpointName>(name: N, input: InputOf<N>) {
  // The first call may also leave the line that stands for a burst of reads.
  await team.ask(name, input);
  ran = [];
  const answer = await team.ask(name, input);
  return { statements: ran.length, scans: ran.flatMap(scansOf), bytes: JSON.stringify(answer).length };
}

const logged = () => ({
  personId: team.joan,
  caseId: team.joansCase,
  startsAt: team.now,
  attendance: '5' as const,
  mechanism: '01' as const,
  minutes: 45,
  subject: '01' as const,
  location: 'A01' as const,
  note: 'Seen at home.',
});

/** Most statements and most bytes of the answer; both were a little less when this was written. */
const listed: readonly [string, () => ReturnType<typeof hot>, { statements: number; bytes: number }][] = [
  ['a search by two names', () => hot('people.search', { text: 'smi jo' }), { statements: 6, bytes: 20_000 }],
  ['a search by NHS number', () => hot('people.search', { text: '9990000018' }), { statements: 6, bytes: 2_000 }],
  ['a caseload page', () => hot('cases.caseload', { tiers: ['low', 'rising'] }), { statements: 4, bytes: 80_000 }],
  [
    'a person with years of contacts',
    () => hot('people.open', { personId: team.joan }),
    { statements: 35, bytes: 60_000 },
  ],
  ['a list of feedback', () => hot('feedback.list', { whose: 'team' }), { statements: 5, bytes: 20_000 }],
  ['whom a person met', () => hot('people.continuity', { personId: team.joan }), { statements: 4, bytes: 4_000 }],
  ['a logged contact', () => hot('contacts.log', logged()), { statements: 26, bytes: 200 }],
];

describe.each(listed)('%s', (_, call, most) => {
  test('runs few statements, walks no large table, and answers with few bytes', async () => {
    const { statements, scans, bytes } = await call();
    expect(scans).toEqual([]);
    expect(statements).toBeGreaterThan(0);
    expect(statements).toBeLessThanOrEqual(most.statements);
    expect(bytes).toBeLessThanOrEqual(most.bytes);
  });
});

test.each(Object.entries(qualityStatements))('data quality, %s: walks no large table', (_, statement) => {
  const values = { worker: null, neighbourhoods: '["n01"]', practices: '["p01"]', one: null, limit: 100, offset: 0 };
  const days = { todayAt: '2026-11-20T00:00:00.000Z', settledBy: '2026-10-20', assessedSince: '2025-11-20' };
  for (const worker of [null, team.ids.coordinator])
    expect(scansOf({ sql: statement.sql(), values: statement.bind({ ...values, ...days, worker }) })).toEqual([]);
});

test('a walk over a large table would be noticed', () => {
  expect(scansOf({ sql: "SELECT c.id FROM contacts AS c WHERE c.note LIKE '%x%'", values: [] })).toHaveLength(1);
});

test('the number of statements does not grow with what there is', async () => {
  const before = await hot('people.open', { personId: team.amir });
  const long = await hot('people.open', { personId: team.joan });
  expect(long.statements).toBe(before.statements);
});
