import { localDateOf } from '../../../shared/domain/british-date.ts';
import type { CaseStatus } from '../../../shared/domain/case-status.ts';
import { codesOf, codesWhere } from '../../../shared/domain/code-lists.ts';
import { nameSearchWords } from '../../../shared/domain/name.ts';
import type { NeedContribution } from '../../../shared/domain/need-tier.ts';
import { nextDue } from '../../../shared/domain/next-due.ts';
import type { WriteHandle } from '../store/handles.ts';
import { nameOf } from '../store/person-name.ts';
import { sqlStatement, statement } from '../store/statements.ts';
import { type PersonNeed, personNeed } from './need-facts.ts';
import { promptFactsOf } from './prompt-facts.ts';

const tierOrder = codesOf('need-tier');

const seen = quoted(codesWhere('attendance', 'seen'));
const missed = quoted(codesWhere('attendance', 'missed'));

/**
 * The worker of a role: while the case goes on, the current one; two at once is a finding of the review queue, and until
 * a person settles it the earliest counts, on every device alike. Roles end with the case; who held it last stays with it.
 */
const holder = (role: string) =>
  `CASE c.status WHEN 'closed' THEN
     (SELECT worker_id FROM case_roles WHERE case_id = c.id AND role = '${role}' AND voided IS NULL AND worker_id IS NOT NULL
      ORDER BY ended_at DESC NULLS FIRST, id DESC LIMIT 1)
   ELSE
     (SELECT worker_id FROM case_roles WHERE case_id = c.id AND role = '${role}' AND voided IS NULL AND worker_id IS NOT NULL
      AND ended_at IS NULL ORDER BY started_at, id LIMIT 1)
   END`;
/** One of a case's contacts that are not void. */
const contact = (column: string, which: string, order: string) =>
  `(SELECT ${column} FROM contacts WHERE case_id = c.id AND voided IS NULL AND ${which} ORDER BY ${order} LIMIT 1)`;

interface CaseRow {
  readonly id: string;
  readonly state: string;
  readonly status: string;
  readonly opened_on: string;
  readonly neighbourhood_id: string;
  readonly name: string;
  readonly sort_name: string;
  readonly practice_id: string | null;
  readonly coordinator_id: string | null;
  readonly behaviourist_id: string | null;
  /** Worker to whom a handover is proposed, or `anyone`; null without one. */
  readonly transfer_to: string | null;
  readonly seen_at: string | null;
  /** What was agreed at the latest contact that has happened. */
  readonly agreed_on: string | null;
  readonly planned_at: string | null;
  readonly missed: number;
}
/** A person's cases with what their lines derive from, in one question: every save of a contact asks it. */
const casesOf = sqlStatement<{ person: string }, CaseRow>(
  `SELECT f.*, (SELECT count(*) FROM contacts WHERE case_id = f.id AND starts_at > ifnull(f.seen_at, '')
     AND voided IS NULL AND attendance IN (${missed})) AS missed
   FROM (SELECT c.id, c.state, c.status, c.opened_on, c.neighbourhood_id, p.name, p.sort_name, p.practice_id,
       ${holder('coordinator')} AS coordinator_id, ${holder('behaviourist')} AS behaviourist_id,
       (SELECT ifnull(to_worker_id, 'anyone') FROM transfers WHERE case_id = c.id AND answer IS NULL
        ORDER BY id LIMIT 1) AS transfer_to,
       ${contact('starts_at', `attendance IN (${seen})`, 'starts_at DESC')} AS seen_at,
       ${contact('next_due_on', 'attendance IS NOT NULL', 'starts_at DESC')} AS agreed_on,
       ${contact('starts_at', 'attendance IS NULL', 'starts_at')} AS planned_at
     FROM cases AS c CROSS JOIN people AS p ON p.id = c.person_id WHERE c.person_id = ? LIMIT -1) AS f`,
  'person',
);
const openSegments = statement((q, p: { person: string }) =>
  q
    .selectFrom('segments')
    .select('code')
    .distinct()
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .where('ended_on', 'is', null)
    .orderBy('code'),
);

const columns = [
  'case_id',
  'person_id',
  'neighbourhood_id',
  'status',
  'opened_on',
  'sort_name',
  'words',
  'coordinator_id',
  'behaviourist_id',
  'practice_id',
  'tier',
  'tier_rank',
  'points',
  'explanation',
  'last_contact_at',
  'next_planned_at',
  'next_due_on',
  'missed_in_row',
  'flags',
  'segments',
  'transfer_to',
  'fresh_until',
  'facts',
] as const;
type CaseloadLine = Record<(typeof columns)[number], string | number | null>;
// By case: after a merge or its undoing the line still names the person whose case it was.
const linesOf = statement((q, p: { person: string }) =>
  q
    .selectFrom('caseload')
    .select(columns)
    .where('case_id', 'in', q.selectFrom('cases').select('id').where('person_id', '=', p.person)),
);
const stalePeople = statement((q, p: { today: string }) =>
  q
    .selectFrom('caseload')
    .select('person_id')
    .distinct()
    .where('fresh_until', 'is not', null)
    .where('fresh_until', '<=', p.today),
);

/** What a caseload line says about its tier and its next due date, as its `explanation` holds it. */
export interface CaseloadExplanation {
  readonly contributions: readonly NeedContribution[];
  readonly missing: readonly string[];
  /** The tier set by hand, while it holds. */
  readonly override: { readonly reason: string; readonly until: string; readonly computed: string } | null;
  readonly due: { readonly sentence: string; readonly basis: string } | null;
}

/** Writes the caseload line of each of a person's cases anew from the rows that it derives from. */
export function refreshCaseload(write: WriteHandle, personId: string, today: string): void {
  const cases = write.all(casesOf, { person: personId });
  if (cases.length === 0) return;
  const need = personNeed(write, personId, today);
  if (!need) return;
  const facts = promptFactsOf(write, personId);
  const segments = JSON.stringify(write.all(openSegments, { person: personId }).map(({ code }) => code));
  const stored = new Map(write.all(linesOf, { person: personId }).map((line) => [line.case_id, line]));
  for (const found of cases) writeLine(write, stored.get(found.id), lineOf(personId, found, need, { segments, facts }));
}

/** Only what changed is written: each column that is left alone spares the indexes that hold it. */
function writeLine(write: WriteHandle, stored: CaseloadLine | undefined, line: CaseloadLine): void {
  if (!stored) {
    const places = columns.map(() => '?').join(', ');
    write.runSql(
      `INSERT INTO caseload (${columns.join(', ')}) VALUES (${places})`,
      columns.map((column) => line[column]),
    );
    return;
  }
  const changed = columns.filter((column) => stored[column] !== line[column]);
  if (changed.length === 0) return;
  write.runSql(`UPDATE caseload SET ${changed.map((column) => `${column} = ?`).join(', ')} WHERE case_id = ?`, [
    ...changed.map((column) => line[column]),
    line.case_id,
  ]);
}

/** Lines that time alone has made stale (an override that ended, a missed contact that no longer counts). Called at sign-in. */
export function refreshStaleCaseload(write: WriteHandle, today: string): void {
  for (const { person_id } of write.all(stalePeople, { today })) refreshCaseload(write, person_id, today);
}

function lineOf(
  personId: string,
  found: CaseRow,
  need: PersonNeed,
  { segments, facts }: { readonly segments: string; readonly facts: string },
): CaseloadLine {
  const { tier, computed, points, contributions, missing, override } = need.result;
  const due = nextDue({
    status: found.status as CaseStatus,
    tier,
    openedOn: found.opened_on,
    lastSuccessfulOn: found.seen_at && localDateOf(found.seen_at),
    agreedOn: found.agreed_on,
    holdReviewOn: (JSON.parse(found.state) as { reviewOn?: string }).reviewOn ?? null,
  });
  return {
    case_id: found.id,
    person_id: personId,
    neighbourhood_id: found.neighbourhood_id,
    status: found.status,
    opened_on: found.opened_on,
    sort_name: found.sort_name,
    // A space before each, so that one search for ` jon` finds beginnings of words only.
    words: nameSearchWords(nameOf(found.name))
      .map((word) => ` ${word}`)
      .join(''),
    coordinator_id: found.coordinator_id,
    behaviourist_id: found.behaviourist_id,
    practice_id: found.practice_id,
    tier,
    tier_rank: tierOrder.indexOf(tier),
    points,
    explanation: JSON.stringify({
      contributions,
      missing,
      override: override && { reason: override.reason, until: override.until, computed },
      due: due && { sentence: due.sentence, basis: due.basis },
    } satisfies CaseloadExplanation),
    last_contact_at: found.seen_at,
    next_planned_at: found.planned_at,
    next_due_on: due?.on ?? null,
    missed_in_row: found.missed,
    flags: JSON.stringify(need.flags),
    segments,
    transfer_to: found.transfer_to,
    fresh_until: need.freshUntil,
    facts,
  };
}

function quoted(codes: readonly string[]): string {
  return codes.map((code) => `'${code}'`).join(', ');
}
