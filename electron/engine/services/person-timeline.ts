import type { TimelineEntry } from '../../../shared/contract/person-page.ts';
import { formatDate, formatDuration } from '../../../shared/domain/british-date.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import type { QueryContext } from '../context.ts';
import { timeOf } from '../journal/clock.ts';
import { parseJson } from '../store/person-columns.ts';
import type { PersonSets } from '../store/person-page.ts';
import { contactsBefore, type StoredContactEntry } from '../store/person-timeline.ts';
import { assessmentEntries, scoreEntry } from './assessment-entries.ts';
import { feedbackEntries } from './feedback-entries.ts';
import { pathwayAndCheckEntries } from './pathway-and-check-entries.ts';
import { planEntry } from './plan-entries.ts';
import { visibleFlags } from './restricted.ts';
import type { TaskState } from './task-rows.ts';

/** An entry before its worker is looked up. */
export type Entry = Omit<TimelineEntry, 'worker' | 'organisation'> & {
  readonly workerId: string | null;
  readonly organisation?: string;
};
export type WorkerById = (id: string | null) => TimelineEntry['worker'];

interface Page {
  readonly before?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly limit: number;
}

/** One page of what happened with a person, with the ids of the workers that it names still to be looked up. */
export interface OpenTimeline {
  readonly entries: readonly Entry[];
  readonly next: string | null;
}

/** Sorts after every instant. */
const end = '~';

/**
 * The entries before `before` (as an earlier page gave it), newest first. Contacts come from their index a page at a
 * time; everything else of a person is few rows. An entry that only has a date stands after that day's instants.
 */
export function timelinePage(context: QueryContext, personId: string, sets: PersonSets, page: Page): OpenTimeline {
  const [at = end, id = end] = (page.before ?? '').split('|', 2).map((part) => part || end);
  const wanted = (kind: string) => page.kinds === undefined || page.kinds.includes(kind);
  // Planned contacts that lie ahead are not part of what happened.
  const upTo = at > context.now ? { at: context.now, id: end } : { at, id };
  const contacts = wanted('contact')
    ? contactsBefore(context.read, personId, upTo, page.limit + 1).map(contactEntry)
    : [];
  const others = [
    ...stepEntries(sets),
    ...roleEntries(sets),
    ...transferEntries(sets),
    ...visibleFlags(context.session, sets.flags).flatMap(flagEntries),
    ...sets.conditions.flatMap(conditionEntries),
    ...sets.segments.flatMap(segmentEntries),
    ...sets.sharing.map(sharingEntry),
    ...sets.planEvents.map(planEntry),
    ...pathwayAndCheckEntries(context.read, personId),
    ...assessmentEntries(sets),
    ...sets.scored.map(scoreEntry),
    ...sets.tasks.map(taskEntry),
    ...sets.care.flatMap(careEntries),
    ...sets.feedback.flatMap(feedbackEntries),
  ].filter((entry) => wanted(entry.kind) && (entry.at < at || (entry.at === at && entry.id < id)));
  const all = [...contacts, ...others].sort((a, b) => compare(b.at, a.at) || compare(b.id, a.id));
  const entries = all.slice(0, page.limit);
  const last = entries.at(-1);
  return { entries, next: all.length > page.limit && last ? `${last.at}|${last.id}` : null };
}

/** Ids of the workers that a page names. */
export const workersIn = ({ entries }: OpenTimeline): (string | null)[] => entries.map(({ workerId }) => workerId);

/** The page with its workers. */
export const withWorkers = ({ entries, next }: OpenTimeline, workerById: WorkerById) => ({
  entries: entries.map(({ workerId, organisation, ...entry }) => {
    const worker = workerById(workerId);
    return { ...entry, worker, organisation: organisation ?? worker?.organisation ?? null };
  }),
  next,
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const plain = { detail: null, workerId: null, caseId: null, contact: null } as const;

function contactEntry(row: StoredContactEntry): Entry {
  const how = wordOf('consultation-mechanism', row.mechanism);
  const title =
    row.attendance === null
      ? `${how}: planned, no outcome recorded`
      : `${how}: ${wordOf('attendance', row.attendance)}`;
  const about = [
    row.purpose === null ? '' : wordOf('contact-purpose', row.purpose),
    row.minutes === null ? '' : formatDuration(row.minutes),
  ];
  const detail = [about.filter(Boolean).join(', '), row.note ?? ''].filter(Boolean).join('\n');
  return {
    id: row.id,
    kind: 'contact',
    at: row.starts_at,
    title: row.voided === null ? title : `Entered in error: ${title}`,
    detail: row.voided === null && detail !== '' ? detail : null,
    workerId: row.worker_id,
    caseId: row.case_id,
    contact: {
      id: row.id,
      mechanism: row.mechanism,
      attendance: row.attendance,
      minutes: row.minutes,
      group: row.title,
      voided: row.voided !== null,
    },
  };
}

interface CaseState {
  readonly status: string;
  readonly on?: string;
  readonly reason?: string;
  readonly note?: string;
  readonly reviewOn?: string;
}

function stepEntries({ steps }: PersonSets): Entry[] {
  const before = new Map<string, string>();
  return steps.map((step) => {
    const state = parseJson<CaseState>(step.state) ?? { status: '' };
    const earlier = before.get(step.case_id);
    before.set(step.case_id, state.status);
    return {
      ...plain,
      id: `step-${step.id}`,
      kind: 'case',
      at: state.on ?? new Date(timeOf(step.id)).toISOString(),
      title: stepTitle(state.status, earlier),
      detail: stepDetail(state),
      workerId: step.actor,
      caseId: step.case_id,
    };
  });
}

function stepTitle(status: string, earlier: string | undefined): string {
  if (status === 'proposed') return 'Case proposed';
  if (status === 'on-hold') return 'Case put on hold';
  if (status === 'closed') return 'Case closed';
  return earlier === 'on-hold' ? 'Case taken up again' : 'Case opened';
}

function stepDetail({ status, reason, note, reviewOn }: CaseState): string | null {
  const list = status === 'closed' ? 'case-closure-reason' : 'hold-reason';
  const parts = [
    reason ? wordOf(list, reason) : '',
    reviewOn ? `To be looked at again on ${formatDate(reviewOn)}` : '',
    note ?? '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('. ') : null;
}

/** What a role on a case is called. */
export const roleWords: Readonly<Record<string, string>> = {
  coordinator: 'Care coordinator',
  behaviourist: 'Behaviourist',
  'lead-professional': 'Lead professional',
  involved: 'Involved',
};

export interface ExternalPerson {
  readonly name?: string;
  readonly organisation?: string;
  readonly phone?: string;
}

function roleEntries({ roles }: PersonSets): Entry[] {
  return roles.flatMap((role) => {
    const external = parseJson<ExternalPerson>(role.external);
    const word = roleWords[role.role] ?? role.role;
    const base = {
      ...plain,
      kind: 'role' as const,
      workerId: role.worker_id,
      caseId: role.case_id,
      detail: external?.name ?? null,
      ...(external?.organisation && { organisation: external.organisation }),
    };
    const began = { ...base, id: `role-${role.id}`, at: role.started_at, title: `${word} from here on` };
    if (role.ended_at === null) return [began];
    return [began, { ...base, id: `role-${role.id}-end`, at: role.ended_at, title: `No longer ${word.toLowerCase()}` }];
  });
}

/** How a handover was answered. */
export interface TransferAnswer {
  readonly state: string;
  readonly by: string;
  readonly at: string;
  readonly reason?: string;
}

function taskEntry(task: PersonSets['tasks'][number]): Entry {
  const { on, by, outcome } = JSON.parse(task.state) as TaskState;
  return {
    ...plain,
    id: `task-${task.id}`,
    kind: 'task',
    at: on,
    title: `Task done: ${task.words}`,
    detail: outcome ?? null,
    workerId: by,
    caseId: task.case_id,
  };
}

const answered: Readonly<Record<string, string>> = {
  accepted: 'Handover accepted',
  declined: 'Handover declined',
  withdrawn: 'Handover withdrawn',
  imposed: 'Handover decided by the team lead',
};

function transferEntries({ transfers }: PersonSets): Entry[] {
  return transfers.flatMap((transfer) => {
    const answer = parseJson<TransferAnswer>(transfer.answer);
    const base = { ...plain, kind: 'transfer' as const, caseId: transfer.case_id };
    const asked = {
      ...base,
      id: `transfer-${transfer.id}`,
      at: transfer.proposed_at,
      title: 'Handover proposed',
      detail: transfer.reason,
      workerId: transfer.proposed_by,
    };
    if (!answer) return [asked];
    return [
      ...(answer.state === 'imposed' ? [] : [asked]),
      {
        ...base,
        id: `transfer-${transfer.id}-answer`,
        at: answer.at,
        title: answered[answer.state] ?? answer.state,
        detail: answer.reason ?? null,
        workerId: answer.by,
      },
    ];
  });
}

function spanEntries(
  kind: TimelineEntry['kind'],
  span: { readonly id: string; readonly from: string | null; readonly to: string | null },
  words: { readonly from: string; readonly to: string; readonly detail: string | null },
  workerId: string | null = null,
): Entry[] {
  const base = { ...plain, kind };
  const began = { ...base, id: `${kind}-${span.id}`, title: words.from, detail: words.detail, workerId };
  return [
    ...(span.from === null ? [] : [{ ...began, at: span.from }]),
    ...(span.to === null ? [] : [{ ...base, id: `${kind}-${span.id}-end`, at: span.to, title: words.to }]),
  ];
}

function flagEntries(flag: PersonSets['flags'][number]): Entry[] {
  const word = wordOf('flag', flag.code);
  return spanEntries(
    'flag',
    { id: flag.id, from: flag.started_on, to: flag.ended_on },
    { from: `Flag raised: ${word}`, to: `Flag ended: ${word}`, detail: flag.reason },
    flag.recorded_by,
  );
}

function conditionEntries(condition: PersonSets['conditions'][number]): Entry[] {
  const word = wordOf('condition', condition.code);
  return spanEntries(
    'condition',
    { id: condition.id, from: condition.diagnosed_on, to: condition.ended_on },
    { from: `Diagnosed: ${word}`, to: `No longer: ${word}`, detail: condition.source },
  );
}

function segmentEntries(segment: PersonSets['segments'][number]): Entry[] {
  const word = wordOf('segment', segment.code);
  return spanEntries(
    'segment',
    { id: segment.id, from: segment.started_on, to: segment.ended_on },
    { from: `Segment: ${word}`, to: `No longer in segment: ${word}`, detail: segment.basis },
  );
}

function sharingEntry(decision: PersonSets['sharing'][number]): Entry {
  const whom =
    decision.organisation ?? (decision.organisation_kind && wordOf('organisation-kind', decision.organisation_kind));
  return {
    ...plain,
    id: `sharing-${decision.id}`,
    kind: 'sharing',
    at: decision.decided_on,
    title: `Sharing, ${wordOf('sharing-purpose', decision.purpose).toLowerCase()}: ${wordOf('sharing-decision', decision.decision)}`,
    detail: [whom ?? '', decision.note ?? ''].filter(Boolean).join('. ') || null,
    workerId: decision.recorded_by,
  };
}

/** A stay or telehealth from its beginning to its end, and alerts. */
function careEntries(row: PersonSets['care'][number]): Entry[] {
  const kind = row.what === 'stay' ? ('stay' as const) : ('telehealth' as const);
  const base = { ...plain, kind, workerId: row.recorded_by };
  const began = { ...base, id: `${row.what}-${row.id}`, at: row.started_at, title: careTitle(row), detail: row.detail };
  if (row.ended_at === null) return [began];
  const list = row.what === 'stay' ? 'discharge-destination' : 'telehealth-end-reason';
  const ended = `${row.what === 'stay' ? `Left: ${wordOf('stay-kind', row.code)}` : `Telehealth ended: ${wordOf('telehealth-kit', row.code)}`}`;
  const detail = row.how === null ? null : wordOf(list, row.how);
  return [began, { ...base, id: `${row.what}-${row.id}-end`, at: row.ended_at, title: ended, detail, workerId: null }];
}

function careTitle({ what, code, words }: PersonSets['care'][number]): string {
  if (what === 'alert') return `Telehealth alert: ${words ?? ''}`;
  if (what === 'enrolment') return `Enrolled in telehealth: ${wordOf('telehealth-kit', code)}`;
  const begins = code === 'reablement' || code === 'virtual-ward' ? 'Began' : 'Admitted';
  return `${begins}: ${[wordOf('stay-kind', code), words].filter(Boolean).join(', ')}`;
}
