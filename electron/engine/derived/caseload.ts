import { localDateOf } from '../../../shared/domain/british-date.ts';
import type { CaseStatus } from '../../../shared/domain/case-status.ts';
import { codesOf, codesWhere } from '../../../shared/domain/code-lists.ts';
import { nameSearchWords } from '../../../shared/domain/name.ts';
import type { NeedContribution } from '../../../shared/domain/need-tier.ts';
import { nextDue } from '../../../shared/domain/next-due.ts';
import type { ReadHandle, WriteHandle } from '../store/handles.ts';
import { nameOf } from '../store/person-name.ts';
import { sqlStatement, statement } from '../store/statements.ts';
import { type PersonNeed, personNeed } from './need-facts.ts';

const seenCodes = codesWhere('attendance', 'seen');
const missedCodes = codesWhere('attendance', 'missed');
const tierOrder = codesOf('need-tier');

const casesOf = statement((q, p: { person: string }) =>
  q
    .selectFrom('cases')
    .innerJoin('people', 'people.id', 'cases.person_id')
    .select([
      'cases.id',
      'cases.state',
      'cases.status',
      'cases.opened_on',
      'cases.neighbourhood_id',
      'people.name',
      'people.sort_name',
      'people.practice_id',
    ])
    .where('cases.person_id', '=', p.person),
);
const currentRole = statement((q, p: { case: string; role: string }) =>
  q
    .selectFrom('case_roles')
    .select('worker_id')
    .where('case_id', '=', p.case)
    .where('role', '=', p.role)
    .where('voided', 'is', null)
    .where('ended_at', 'is', null)
    .where('worker_id', 'is not', null)
    // Two at once is a finding of the review queue; until a person settles it, the earliest counts, on every device alike.
    .orderBy('started_at')
    .orderBy('id')
    .limit(1),
);
const lastRole = statement((q, p: { case: string; role: string }) =>
  q
    .selectFrom('case_roles')
    .select('worker_id')
    .where('case_id', '=', p.case)
    .where('role', '=', p.role)
    .where('voided', 'is', null)
    .where('worker_id', 'is not', null)
    .orderBy('ended_at', (order) => order.desc().nullsFirst())
    .orderBy('id', 'desc')
    .limit(1),
);
const openTransfer = statement((q, p: { case: string }) =>
  q
    .selectFrom('transfers')
    .select('to_worker_id')
    .where('case_id', '=', p.case)
    .where('answer', 'is', null)
    .orderBy('id')
    .limit(1),
);
const lastSeen = statement((q, p: { case: string }) =>
  q
    .selectFrom('contacts')
    .select('starts_at')
    .where('case_id', '=', p.case)
    .where('voided', 'is', null)
    .where('attendance', 'in', seenCodes)
    .orderBy('starts_at', 'desc')
    .limit(1),
);
const lastHappened = statement((q, p: { case: string }) =>
  q
    .selectFrom('contacts')
    .select('next_due_on')
    .where('case_id', '=', p.case)
    .where('voided', 'is', null)
    .where('attendance', 'is not', null)
    .orderBy('starts_at', 'desc')
    .limit(1),
);
const firstPlanned = statement((q, p: { case: string }) =>
  q
    .selectFrom('contacts')
    .select('starts_at')
    .where('case_id', '=', p.case)
    .where('attendance', 'is', null)
    .where('voided', 'is', null)
    .orderBy('starts_at')
    .limit(1),
);
const missedAfter = statement((q, p: { case: string; after: string }) =>
  q
    .selectFrom('contacts')
    .select((select) => select.fn.countAll<number>().as('missed'))
    .where('case_id', '=', p.case)
    .where('starts_at', '>', p.after)
    .where('voided', 'is', null)
    .where('attendance', 'in', missedCodes),
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
] as const;
type CaseloadLine = Record<(typeof columns)[number], string | number | null>;
const replace = sqlStatement<CaseloadLine, never>(
  `INSERT OR REPLACE INTO caseload (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  ...columns,
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
  const segments = JSON.stringify(write.all(openSegments, { person: personId }).map(({ code }) => code));
  for (const found of cases) write.run(replace, lineOf(write, personId, found, need, segments));
}

/** Lines that time alone has made stale (an override that ended, a missed contact that no longer counts). Called at sign-in. */
export function refreshStaleCaseload(write: WriteHandle, today: string): void {
  for (const { person_id } of write.all(stalePeople, { today })) refreshCaseload(write, person_id, today);
}

interface CaseRow {
  readonly id: string;
  readonly state: string;
  readonly status: string;
  readonly opened_on: string;
  readonly neighbourhood_id: string;
  readonly name: string;
  readonly sort_name: string;
  readonly practice_id: string | null;
}

function lineOf(read: ReadHandle, personId: string, found: CaseRow, need: PersonNeed, segments: string): CaseloadLine {
  const of = { case: found.id };
  // Roles end with the case; who held them last stays with it.
  const holder = found.status === 'closed' ? lastRole : currentRole;
  const role = (name: string) => read.get(holder, { ...of, role: name })?.worker_id ?? null;
  const seen = read.get(lastSeen, of)?.starts_at ?? null;
  const transfer = read.get(openTransfer, of);
  const { tier, computed, points, contributions, missing, override } = need.result;
  const due = nextDue({
    status: found.status as CaseStatus,
    tier,
    openedOn: found.opened_on,
    lastSuccessfulOn: seen && localDateOf(seen),
    agreedOn: read.get(lastHappened, of)?.next_due_on ?? null,
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
    coordinator_id: role('coordinator'),
    behaviourist_id: role('behaviourist'),
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
    last_contact_at: seen,
    next_planned_at: read.get(firstPlanned, of)?.starts_at ?? null,
    next_due_on: due?.on ?? null,
    missed_in_row: read.get(missedAfter, { ...of, after: seen ?? '' })?.missed ?? 0,
    flags: JSON.stringify(need.flags),
    segments,
    transfer_to: transfer ? (transfer.to_worker_id ?? 'anyone') : null,
    fresh_until: need.freshUntil,
  };
}
