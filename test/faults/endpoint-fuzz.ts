import { syncedColumns } from '../../electron/engine/journal/columns.ts';
import { verifyJournal } from '../../electron/engine/journal/verify.ts';
import { auditHead, auditKeyOf, verifyAudit } from '../../electron/engine/store/audit.ts';
import { sqlStatement } from '../../electron/engine/store/statements.ts';
import type { Endpoint } from '../../shared/contract/endpoint.ts';
import { endpoints } from '../../shared/contract/index.ts';
import { engineInProcess, type InProcess } from './engine-in-process.ts';
import { inputSchema, type Pool, sample } from './sample.ts';
import { result, type Suite, seeded } from './suite.ts';

/** Endpoints that open, close or replace the store: called by their own suites, since here they would end the run. */
const excluded = /^(session\.(?!state|shippedPlaces)|backups\.(make|restore|rescue)|demo\.)/;
const hostile = [
  '',
  ' ',
  "'; DROP TABLE people; --",
  '=1+1',
  '<img src=x onerror=alert(1)>',
  '\u202eevil',
  'a\u0000b',
  '🧑‍⚕️',
  'x'.repeat(5_000),
  '__proto__',
  'NaN',
  '-1',
];
const counted = sqlStatement<Record<string, never>, { n: number }>('SELECT count(*) AS n FROM changes');

/**
 * Calls generated from every endpoint's JSON Schema, then mutated. Whatever comes in: an answer from the closed list and
 * never `internal`; refused calls leave no change; at the end journal, state and audit chain agree. The control is a
 * dispatcher without parsing: the same calls must break it.
 */
export const endpointFuzz: Suite = async ({ seed, cases }) => {
  const random = seeded(seed);
  const notes: string[] = [];
  const inside = engineInProcess(true);
  const complaints = console.error;
  try {
    await inside.call({ name: 'session.startDemo', input: {} });
    await inside.call({ name: 'session.signInDemo', input: { workerId: 'demo-lead' } });
    const store = inside.engine.opened?.store;
    if (!store) throw new Error('the demonstration did not open');
    const pool: Pool = { random, ids: idsOf(inside), texts: hostile };
    const names = Object.keys(endpoints).filter((name) => !excluded.test(name));
    const schemas = new Map(
      names.map((name) => [name, inputSchema(endpoints[name as keyof typeof endpoints] as unknown as Endpoint)]),
    );
    console.error = () => {};
    for (let i = 0; i < cases; i += 1) {
      const name = names[i % names.length] ?? '';
      const made = sample(schemas.get(name) ?? {}, pool);
      const input = random() < 0.5 ? made : mutate(made, random);
      const before = store.get(counted, {})?.n;
      const answer = await inside.call({ name, input });
      if (!answer.ok && answer.error.code === 'internal') notes.push(`${name} ${JSON.stringify(input)?.slice(0, 300)}`);
      if (!answer.ok && store.get(counted, {})?.n !== before)
        notes.push(`${name}: refused with ${answer.error.code}, yet it wrote`);
    }
    if (verifyJournal(store, syncedColumns(store)).mismatches.length > 0) notes.push('journal and state differ');
    if (verifyAudit(store, auditKeyOf(store)).brokenAt !== null || auditHead(store).seq === 0)
      notes.push('audit chain broken');
    return result('endpoint fuzz', cases, notes, await controlBreaks(inside, pool, names, schemas));
  } finally {
    console.error = complaints;
    inside.dispose();
  }
};

/** Without the contract's parsing, the same inputs must crash some service. */
async function controlBreaks(
  inside: InProcess,
  pool: Pool,
  names: readonly string[],
  schemas: ReadonlyMap<string, object>,
): Promise<boolean> {
  const parsers = names.map(
    (name) => [endpoints[name as keyof typeof endpoints] as unknown as Endpoint, name] as const,
  );
  for (const [endpoint, name] of parsers) {
    const { safeParse } = endpoint.input;
    Object.defineProperty(endpoint.input, 'safeParse', {
      configurable: true,
      writable: true,
      value: (data: unknown) => ({ success: true, data }),
    });
    try {
      const answer = await inside.call({ name, input: mutate(sample(schemas.get(name) ?? {}, pool), pool.random) });
      if (!answer.ok && answer.error.code === 'internal') return true;
    } finally {
      Object.defineProperty(endpoint.input, 'safeParse', { configurable: true, writable: true, value: safeParse });
    }
  }
  return false;
}

/** Ids of rows that exist, a few of every kind. */
export function idsOf(inside: InProcess): string[] {
  const store = inside.engine.opened?.store;
  if (!store) return [];
  return [...syncedColumns(store).keys()].flatMap((table) =>
    store
      .all(sqlStatement<Record<string, never>, { id: string }>(`SELECT id FROM "${table}" ORDER BY id LIMIT 12`), {})
      .map(({ id }) => id),
  );
}

/** Changes one place of a value: another type, a hostile text, a huge number, a missing or an unexpected field. */
function mutate(value: unknown, random: () => number): unknown {
  const strange: unknown[] = [
    null,
    undefined,
    -1,
    1e308,
    Number.NaN,
    true,
    [],
    {},
    '\u0000',
    'x'.repeat(100_000),
    { toString: 1 },
    [[[[]]]],
    ...hostile,
  ];
  const one = () => strange[Math.floor(random() * strange.length)];
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array || random() < 0.05) return one();
  const keys = Object.keys(value);
  const at = keys[Math.floor(random() * keys.length)];
  if (at === undefined) return { unexpected: one() };
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  if (random() < 0.15) delete copy[at];
  else copy[at] = random() < 0.5 ? mutate(copy[at], random) : one();
  return copy;
}
