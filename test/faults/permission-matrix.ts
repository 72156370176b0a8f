import { entryTables } from '../../electron/engine/store/person-entries.ts';
import { sqlStatement } from '../../electron/engine/store/statements.ts';
import type { Endpoint, Subject } from '../../shared/contract/endpoint.ts';
import { type EndpointName, endpoints } from '../../shared/contract/index.ts';
import { type Permission, permissions, type Role, roles } from '../../shared/domain/permissions.ts';
import { idsOf } from './endpoint-fuzz.ts';
import { engineInProcess, type InProcess } from './engine-in-process.ts';
import { inputSchema, type Pool, sample, validInput } from './sample.ts';
import { result, type Suite, seeded } from './suite.ts';

const excluded = /^(session\.|backups\.(make|restore|rescue)|demo\.)/;
const home = 'n01';
const away = 'n12';

/** Services that refuse more than table and relationship do. A refusal by any other is a fault. */
const finerRules = new Set<string>([
  // Undone, amended or voided by who did it; voided by a team lead as well.
  'contacts.amend',
  'contacts.undo',
  'contacts.void',
  'feedback.undo',
  'feedback.void',
  'instruments.void',
  'stays.undo',
  'stays.void',
  'telehealth.void',
  'telehealth.voidAlert',
  'tasks.undo',
  'prompts.undo',
  // Given, asked for or passed on by whoever has it, answered by who was asked; else by a team lead.
  'cases.accept',
  'cases.answerTransfer',
  'cases.assign',
  'cases.proposeTransfer',
  'cases.withdrawTransfer',
  'tasks.edit',
  // Nobody names or asks for a restricted flag that their role does not see.
  'cases.caseload',
  'cases.exportCaseload',
  'people.addFlag',
  'people.exportList',
  'people.list',
  'prints.handoverList',
  // Lists, diaries, clinics and care homes of the own teams only.
  'careHomes.add',
  'careHomes.edit',
  'careHomes.link',
  'careHomes.open',
  'careHomes.setElement',
  'clinic.open',
  'contacts.diary',
  'review.list',
  // Only an administrator makes administrators and reviewers.
  'staff.add',
  'staff.edit',
] satisfies EndpointName[]);

/** Where somebody stands to the rows of a call. */
const places = ['own neighbourhood', 'other neighbourhood', 'locked'] as const;
type Place = (typeof places)[number];

/**
 * Every endpoint × role × (own neighbourhood, other neighbourhood, locked), with inputs that the endpoint accepts. The
 * answer must be a refusal exactly where the table says so, and every refusal must be on the audit trail. The control
 * gives every role every permission, and must be caught.
 */
export const permissionMatrix: Suite = async ({ seed }) => {
  const inside = engineInProcess(true);
  try {
    await inside.call({ name: 'session.startDemo', input: {} });
    await inside.call({ name: 'session.signInDemo', input: { workerId: 'demo-lead' } });
    const real = await matrix(inside, seed, (role) => [role]);
    const control = await matrix(inside, seed, () => [...roles]);
    const left = await leaverIsRefused(inside);
    return result(
      'permission matrix',
      real.cases + 1,
      left ? [...real.notes, left] : real.notes,
      control.notes.length > 0,
    );
  } finally {
    inside.dispose();
  }
};

async function matrix(
  inside: InProcess,
  seed: number,
  held: (role: Role) => readonly Role[],
): Promise<{ cases: number; notes: string[] }> {
  const notes: string[] = [];
  let cases = 0;
  const own = peopleOf(inside, home);
  const others = peopleOf(inside, away);
  for (const [name, entry] of Object.entries(endpoints)) {
    if (excluded.test(name)) continue;
    const endpoint = entry as unknown as Endpoint;
    for (const place of places)
      for (const role of roles) {
        cases += 1;
        const pool: Pool = {
          random: seeded(seed + cases),
          ids: place === 'other neighbourhood' ? others : own,
          texts: ['text'],
        };
        const input = acceptedInput(endpoint, pool);
        if (input === undefined) {
          notes.push(`${name}: no input that it accepts could be made`);
          continue;
        }
        const wrong = await judge(inside, { name, endpoint, input, role, place }, held(role));
        if (wrong) notes.push(`${name}, ${role}, ${place}: ${wrong}`);
      }
  }
  return { cases, notes };
}

interface Case {
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly input: unknown;
  readonly role: Role;
  readonly place: Place;
}

async function judge(
  inside: InProcess,
  { name, endpoint, input, role, place }: Case,
  held: readonly Role[],
): Promise<string | null> {
  inside.become({ workerId: `suite-${role}`, roles: held, neighbourhoods: [home] });
  if (place === 'locked') inside.engine.session = null;
  const before = refusals(inside);
  const answer = await inside.call({ name, input });
  const code = answer.ok ? 'ok' : answer.error.code;
  const wanted = wantedCode(endpoint, input, role, place);
  const refused = code === 'not-allowed' || code === 'outside-relationship';
  if (refused && refusals(inside) !== before + 1) return 'refused without a line on the audit trail';
  if (wanted === null && refused && finerRules.has(name)) return null;
  if (wanted === null) return refused || code === 'not-signed-in' ? `refused with ${code}` : null;
  return wanted.includes(code) ? null : `answered ${code}, the table says ${wanted.join(' or ')}`;
}

/** The refusals that the table asks for; null where the call may go on. */
function wantedCode(endpoint: Endpoint, input: unknown, role: Role, place: Place): readonly string[] | null {
  if (endpoint.access === 'anyone') return null;
  if (place === 'locked') return ['not-signed-in'];
  if (endpoint.access !== 'signed-in' && !permissions[endpoint.access as Permission].includes(role))
    return ['not-allowed'];
  if (place === 'own neighbourhood') return null;
  const parsed = endpoint.input.safeParse(input);
  const subjects = parsed.success ? endpoint.about(parsed.data) : [];
  // The id of another kind of row names nobody: then it is not found, which tells nothing either.
  return subjects.length > 0 ? ['outside-relationship', 'not-found'] : null;
}

/** An input that the endpoint accepts and whose ids, where it is about somebody, are of the pool. */
function acceptedInput(endpoint: Endpoint, pool: Pool): unknown {
  const schema = inputSchema(endpoint);
  for (let i = 0; i < 300; i += 1) {
    const made = sample(schema, pool);
    const parsed = endpoint.input.safeParse(made);
    if (!parsed.success) continue;
    const subjects = endpoint.about(parsed.data);
    if (subjects.every((subject) => names(pool, subject))) return made;
  }
  return validInput(endpoint, pool);
}

/** Whether a subject is one of the pool: a place by the place's own id, anything else by any id. */
function names(pool: Pool, subject: Subject): boolean {
  const [[kind, id] = ['', '']] = Object.entries(subject);
  return pool.ids.includes(id) && (kind !== 'neighbourhood' || id === home || id === away);
}

const inPlace = sqlStatement<{ place: string }, { id: string }>(
  `SELECT id FROM people WHERE neighbourhood_id = ? AND id NOT IN (SELECT person_id FROM break_glass) LIMIT 6`,
  'place',
);
/** Entries of every kind that belong to somebody of the place. */
const entriesInPlace = Object.values(entryTables).map((table) =>
  sqlStatement<{ place: string }, { id: string }>(
    `SELECT id FROM "${table}" WHERE scope = ? AND person_id NOT IN (SELECT person_id FROM break_glass) LIMIT 6`,
    'place',
  ),
);
const refusedLines = sqlStatement<Record<string, never>, { n: number }>(
  "SELECT count(*) AS n FROM audit WHERE outcome = 'refused'",
);

function peopleOf(inside: InProcess, place: string): string[] {
  const store = inside.engine.opened?.store;
  if (!store) return idsOf(inside);
  return [place, ...[inPlace, ...entriesInPlace].flatMap((rows) => store.all(rows, { place }).map(({ id }) => id))];
}

const refusals = (inside: InProcess): number => inside.engine.opened?.store.get(refusedLines, {})?.n ?? 0;

/** Somebody whose access has ended cannot sign in. Says what went wrong, or null. */
async function leaverIsRefused(inside: InProcess): Promise<string | null> {
  inside.engine.opened?.store.runSql("UPDATE workers SET ended_on = '2020-01-01' WHERE id = 'demo-behaviourist'", []);
  inside.engine.session = null;
  const answer = await inside.call({ name: 'session.signInDemo', input: { workerId: 'demo-behaviourist' } });
  return !answer.ok && answer.error.code === 'not-allowed' ? null : 'a worker who has left could sign in';
}
