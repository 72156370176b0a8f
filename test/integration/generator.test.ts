import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoWorkers } from '../../electron/engine/demo/staff.ts';
import { timeOf } from '../../electron/engine/journal/clock.ts';
import { syncedColumns } from '../../electron/engine/journal/columns.ts';
import { type VerifyResult, verifyJournal } from '../../electron/engine/journal/verify.ts';
import { readKeyring, unlockSlot } from '../../electron/engine/keys/keyring.ts';
import { openStore, type Store } from '../../electron/engine/store/database.ts';
import { readFact } from '../../electron/engine/store/facts.ts';
import { sqlStatement } from '../../electron/engine/store/statements.ts';
import { behaviourSchema, contactFields } from '../../shared/contract/contact-entry.ts';
import { localDateOf } from '../../shared/domain/british-date.ts';
import { type ContactDraft, checkContact } from '../../shared/domain/contact-rules.ts';
import { demoPassphrase } from '../../shared/domain/demonstration.ts';
import { nameSchema } from '../../shared/domain/name.ts';
import { isTestNhsNumber, parseNhsNumber } from '../../shared/domain/nhs-number.ts';
import { personFields, tierOverrideSchema } from '../../shared/domain/person-fields.ts';
import { emptyEngine, type TestEngine } from './engine-fixture.ts';

type Row = Record<string, string | number | null>;

interface Made {
  readonly engine: TestEngine;
  readonly store: Store;
  readonly verified: VerifyResult;
  rows(sql: string): Row[];
  value(sql: string): string | number | null;
}

/** A demonstration profile from a seed, closed again and opened for reading. */
async function makeProfile(seed: number): Promise<Made> {
  const engine = await emptyEngine(true);
  await engine.ask('demo.seed', { size: 'demo', seed });
  await engine.host.close();
  const key = unlockSlot(readKeyring(engine.profile), demoWorkers[0].id, demoPassphrase, null);
  const store = openStore({ file: `${engine.profile}/oneteam.db`, key, readonly: true });
  const rows = (sql: string) => store.all(sqlStatement<Record<string, never>, Row>(sql), {});
  return {
    engine,
    store,
    verified: verifyJournal(store, syncedColumns(store)),
    rows,
    value: (sql) => Object.values(rows(sql)[0] ?? {})[0] ?? null,
  };
}

const made: Made[] = [];
let demo: Made;
let again: Made;
let other: Made;

beforeAll(async () => {
  for (const seed of [4711, 4711, 4712]) made.push(await makeProfile(seed));
  [demo, again, other] = made as [Made, Made, Made];
}, 240_000);

afterAll(async () => {
  for (const { store, engine } of made) {
    store.close();
    await engine.dispose();
  }
});

describe('what a demonstration profile holds', () => {
  test('nothing recorded is dated after the moment of its recording', () => {
    const dated = {
      conditions: ['diagnosed_on', 'ended_on'],
      flags: ['started_on', 'ended_on'],
      segments: ['started_on', 'ended_on'],
      sharing_decisions: ['decided_on'],
      relationships: ['started_on', 'ended_on'],
      case_roles: ['started_on'],
      people: ['born_on', 'died_on'],
    } as const;
    for (const [table, columns] of Object.entries(dated)) {
      const present = new Set(demo.rows(`SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => name));
      for (const column of columns.filter((name) => present.has(name))) {
        const rows = demo.rows(`SELECT origin, ${column} AS date FROM ${table} WHERE ${column} IS NOT NULL`);
        const late = rows.filter(
          ({ origin, date }) => String(date).slice(0, 10) > localDateOf(new Date(timeOf(String(origin))).toISOString()),
        );
        // A date that a later change set, such as an end, is later than the row: it may not be later than today.
        const today = localDateOf(new Date().toISOString());
        const wrong =
          column.startsWith('ended') || column.startsWith('died')
            ? late.filter(({ date }) => String(date) > today)
            : late;
        expect(wrong, `${table}.${column}`).toEqual([]);
      }
    }
    expect(demo.value('SELECT count(*) FROM conditions WHERE diagnosed_on IS NOT NULL')).toBeGreaterThan(1000);
  });

  test('twelve neighbourhoods, some 2,400 people, some 600 open cases and a team', () => {
    expect(demo.value('SELECT count(*) FROM neighbourhoods')).toBe(12);
    const people = Number(demo.value('SELECT count(*) FROM people'));
    expect(people).toBeGreaterThanOrEqual(2400);
    expect(people).toBeLessThan(2440);
    // The one more is the second open case of one person, planted for the review queue.
    expect(demo.value("SELECT count(*) FROM cases WHERE status = 'open'")).toBe(601);
    const workers = Number(demo.value('SELECT count(*) FROM workers'));
    expect(workers).toBeGreaterThan(40);
    expect(workers).toBeLessThan(60);
    expect(Number(demo.value('SELECT count(DISTINCT organisation_id) FROM workers'))).toBeGreaterThan(8);
  });

  test('every search word, match key and caseload line that its rows ask for', () => {
    expect(demo.value('SELECT count(*) FROM people_search')).toBe(demo.value('SELECT count(*) FROM people'));
    expect(demo.value('SELECT count(DISTINCT person_id) FROM match_keys')).toBe(
      demo.value('SELECT count(*) FROM people'),
    );
    expect(demo.value('SELECT count(*) FROM caseload')).toBe(demo.value('SELECT count(*) FROM cases'));
  });

  test('a full day for each of the three workers', () => {
    const today = localDateOf(
      new Date(Number(timeOf(String(demo.value('SELECT max(id) FROM changes')))) + 86_400_000).toISOString(),
    );
    const mine = "FROM caseload WHERE coordinator_id = 'demo-coordinator' AND status = 'open'";
    const caseload = Number(demo.value(`SELECT count(*) ${mine}`));
    expect(caseload).toBeGreaterThanOrEqual(45);
    expect(caseload).toBeLessThanOrEqual(55);
    expect(Number(demo.value(`SELECT count(*) ${mine} AND next_due_on < '${today}'`))).toBeGreaterThan(3);
    expect(Number(demo.value(`SELECT count(*) ${mine} AND missed_in_row >= 2`))).toBeGreaterThan(0);
    const planned = (worker: string) =>
      demo.rows(
        `SELECT date(starts_at) AS day, count(*) AS n FROM contacts WHERE worker_id = '${worker}' AND attendance IS NULL GROUP BY 1 ORDER BY 2 DESC`,
      )[0]?.n;
    expect(planned('demo-coordinator')).toBe(6);
    expect(planned('demo-behaviourist')).toBe(8);
    expect(
      demo.value("SELECT count(*) FROM transfers WHERE to_worker_id = 'demo-coordinator' AND answer IS NULL"),
    ).toBe(1);
    expect(
      demo.value("SELECT count(*) FROM worker_memberships WHERE worker_id = 'demo-behaviourist' AND kind = 'practice'"),
    ).toBe(3);
    expect(
      demo.value("SELECT count(*) FROM worker_memberships WHERE worker_id = 'demo-lead' AND kind = 'neighbourhood'"),
    ).toBe(12);
  });

  test('open cases with exactly one coordinator each, but for the one that is planted', () => {
    const odd = demo.rows(
      `SELECT cases.id, count(case_roles.id) AS coordinators FROM cases LEFT JOIN case_roles
       ON case_roles.case_id = cases.id AND role = 'coordinator' AND ended_at IS NULL
       WHERE status IN ('open', 'on-hold') GROUP BY cases.id HAVING coordinators <> 1`,
    );
    expect(odd.map(({ coordinators }) => coordinators)).toEqual([2]);
    const twice = demo.rows(
      "SELECT person_id FROM cases WHERE status <> 'closed' GROUP BY person_id, neighbourhood_id HAVING count(*) > 1",
    );
    expect(twice).toHaveLength(1);
  });

  test('children and very old people, carers, care homes, and every part of the record', () => {
    const age = "strftime('%Y', 'now') - substr(birth_date, 1, 4)";
    expect(Number(demo.value(`SELECT count(*) FROM people WHERE ${age} < 10`))).toBeGreaterThan(50);
    expect(Number(demo.value(`SELECT count(*) FROM people WHERE ${age} > 90`))).toBeGreaterThan(10);
    for (const table of [
      'households',
      'relationships',
      'sharing_decisions',
      'segments',
      'group_sessions',
      'worker_leave',
      'break_glass',
      'person_identifiers',
    ])
      expect(Number(demo.value(`SELECT count(*) FROM ${table}`)), table).toBeGreaterThan(0);
    for (const code of ['safeguarding', 'homeless', 'carer', 'end-of-life', 'learning-disability'])
      expect(Number(demo.value(`SELECT count(*) FROM flags WHERE code = '${code}'`)), code).toBeGreaterThan(0);
    expect(
      Number(demo.value("SELECT count(*) FROM people WHERE residence ->> 'careHome' IS NOT NULL")),
    ).toBeGreaterThan(0);
    expect(Number(demo.value('SELECT count(*) FROM contacts WHERE voided IS NOT NULL'))).toBeGreaterThan(0);
    expect(Number(demo.value('SELECT count(*) FROM contacts WHERE behaviour IS NOT NULL'))).toBeGreaterThan(100);
  });
});

describe('synthetic data that cannot be taken for real', () => {
  test('NHS numbers are valid, of the range that is never issued, and unique but for planted pairs', () => {
    const numbers = demo.rows('SELECT nhs_number, count(*) AS n FROM people WHERE nhs_number IS NOT NULL GROUP BY 1');
    expect(numbers.filter(({ nhs_number }) => !parseNhsNumber(String(nhs_number)).ok)).toEqual([]);
    expect(numbers.filter(({ nhs_number }) => !isTestNhsNumber(String(nhs_number)))).toEqual([]);
    const repeated = numbers.filter(({ n }) => n !== 1);
    expect(repeated.every(({ n }) => n === 2)).toBe(true);
    expect(repeated.length).toBeGreaterThan(2);
    expect(repeated.length).toBeLessThan(20);
    expect(Number(demo.value('SELECT count(*) FROM people WHERE nhs_number IS NULL'))).toBeGreaterThan(0);
  });

  test('telephone numbers are of the ranges kept for drama, e-mail addresses of nobody', () => {
    const drama = /^(0151 496 0\d{3}|07700 900\d{3})$/;
    const texts = demo.rows(
      `SELECT phone AS text FROM people UNION ALL SELECT mobile FROM people UNION ALL SELECT phone FROM workers
       UNION ALL SELECT other_phone FROM relationships UNION ALL SELECT external ->> 'phone' FROM case_roles`,
    );
    const numbers = texts.flatMap(({ text }) => (text === null ? [] : [String(text)]));
    expect(numbers.length).toBeGreaterThan(1000);
    expect(numbers.filter((number) => !drama.test(number))).toEqual([]);
    const written = demo.rows("SELECT note FROM contacts WHERE note GLOB '*[0-9][0-9][0-9][0-9][0-9]*'");
    expect(written).toEqual([]);
    const mails = demo.rows('SELECT email FROM people WHERE email IS NOT NULL UNION ALL SELECT email FROM workers');
    expect(mails.filter(({ email }) => !/^[a-z.0-9]+@example\.org$/.test(String(email)))).toEqual([]);
  });
});

describe('the rules of the product', () => {
  test('every person as an edit form would accept them', () => {
    const json = [
      'birth',
      'address',
      'residence',
      'deprivation',
      'contact_ways',
      'information_needs',
      'adjustments',
      'death',
      'frailty',
      'admissions',
    ];
    const fields = Object.entries(personFields).filter(
      ([field]) => !['name', 'practiceId', 'neighbourhoodId', 'residenceNeighbourhoodId'].includes(field),
    );
    for (const row of demo.rows('SELECT * FROM people')) {
      expect(nameSchema.safeParse(JSON.parse(String(row.name))).success).toBe(true);
      if (row.tier_override)
        expect(tierOverrideSchema.safeParse(JSON.parse(String(row.tier_override))).success).toBe(true);
      for (const [field, schema] of fields) {
        const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
        const stored = row[column] ?? null;
        const value =
          field === 'interpreter' && stored !== null
            ? stored === 1
            : json.includes(column) && stored !== null
              ? JSON.parse(String(stored))
              : stored;
        const parsed = schema.safeParse(value);
        expect(parsed.success, `${column}: ${JSON.stringify(value)}`).toBe(true);
        // Stored as the schema writes it, so that equal values are equal text.
        if (json.includes(column) && stored !== null) expect(JSON.stringify(parsed.data)).toBe(stored);
      }
    }
  });

  test('every contact as the log would accept it at the time', () => {
    const list = (text: string | number | null | undefined) => JSON.parse(String(text ?? '[]'));
    for (const row of demo.rows(
      'SELECT contacts.*, (SELECT max(id) FROM changes WHERE row = contacts.id) AS change FROM contacts',
    )) {
      const behaviour = row.behaviour ? JSON.parse(String(row.behaviour)) : null;
      if (behaviour) expect(behaviourSchema.parse(behaviour)).toEqual(behaviour);
      const draft = {
        startsAt: row.starts_at,
        attendance: row.attendance,
        mechanism: row.mechanism,
        minutes: row.minutes,
        subject: row.subject,
        location: row.location,
        cancellation: row.cancellation ? JSON.parse(String(row.cancellation)) : null,
        activities: list(row.activities),
        nextDueOn: row.next_due_on,
        workRecorded: behaviour !== null || list(row.interventions).length > 0,
      };
      for (const field of ['mechanism', 'subject', 'location', 'cancellation', 'activities', 'minutes'] as const)
        expect(contactFields[field].safeParse(draft[field]).success, `${field}: ${JSON.stringify(draft[field])}`).toBe(
          true,
        );
      expect(contactFields.purpose.safeParse(row.purpose).success).toBe(true);
      if (row.attendance === null) continue;
      const problems = checkContact(draft as ContactDraft, new Date(timeOf(String(row.change))).toISOString());
      expect(problems, JSON.stringify(draft)).toEqual([]);
    }
  });
});

describe('a history that could have happened', () => {
  test('the journal folds to the rows', () => {
    expect(demo.verified.mismatches).toEqual([]);
    expect(demo.verified.changes).toBeGreaterThan(25_000);
  });

  test('changes follow one another for a year and end before today', () => {
    expect(
      demo.value(
        'SELECT count(*) FROM changes AS a JOIN changes AS b ON b.position = a.position + 1 WHERE b.id <= a.id',
      ),
    ).toBe(0);
    const [first, last] = ['min', 'max'].map((end) => timeOf(String(demo.value(`SELECT ${end}(id) FROM changes`))));
    expect((Number(last) - Number(first)) / 86_400_000).toBeGreaterThan(355);
    const midnight = localDateOf(new Date().toISOString());
    expect(localDateOf(new Date(Number(last)).toISOString()) < midnight).toBe(true);
    expect(Number(readFact(demo.store, 'seq'))).toBe(demo.value('SELECT max(seq) FROM changes'));
    expect(demo.value('SELECT count(*) FROM changes')).toBe(demo.value('SELECT max(seq) FROM changes'));
  });
});

describe('seeds', () => {
  test('the same seed gives the same content, ids and change ids included', () => {
    expect(again.verified.hashes).toEqual(demo.verified.hashes);
    const everything = 'SELECT id, device, seq, row, patch, base, actor, command FROM changes ORDER BY position';
    expect(again.rows(everything)).toEqual(demo.rows(everything));
  });

  test('another seed gives other content', () => {
    expect(other.verified.hashes.people).not.toBe(demo.verified.hashes.people);
    expect(other.verified.hashes.contacts).not.toBe(demo.verified.hashes.contacts);
    expect(readFact(other.store, 'device')).not.toBe(readFact(demo.store, 'device'));
  });
});
