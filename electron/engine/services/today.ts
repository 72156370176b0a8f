import type { CaseloadRow } from '../../../shared/contract/caseload.ts';
import type { TaskView } from '../../../shared/contract/task-view.ts';
import type {
  CaseLine,
  today as contract,
  DiaryLine,
  PromptLine,
  TaskLine,
  TransferLine,
} from '../../../shared/contract/today.ts';
import { addDays, formatDate, formatDuration, localDateOf } from '../../../shared/domain/british-date.ts';
import { startOfDay } from '../../../shared/domain/london-time.ts';
import { dueWording } from '../../../shared/domain/next-due.ts';
import { can } from '../../../shared/domain/permissions.ts';
import type { Severity } from '../../../shared/domain/prompt-facts.ts';
import type { QueryContext, Services } from '../context.ts';
import { relationTo } from '../relationship.ts';
import { promptLines } from '../store/prompts.ts';
import { pressingTasks } from '../store/tasks.ts';
import {
  coverEnded,
  declinedOf,
  type OwnCase,
  ownCasesOf,
  type PlannedLine,
  plannedOf,
  type TransferLine as StoredTransfer,
  transfersAskedBy,
  transfersAskedOf,
  unallocatedIn,
  withoutOutcomeOf,
} from '../store/today.ts';
import { caseloadRows, casePersonOf, named } from './caseload-rows.ts';
import { limitsIn, promptsIn } from './prompt-cases.ts';
import { taskRows } from './task-rows.ts';

/** Lines shown of each group; the rest is behind its number. */
const shown = 8;
/** A case counts as newly assigned for so many days, or until its first successful contact. */
const newDays = 14;
const declinedDays = 14;

interface Group<Line> {
  total: number;
  rows: Line[];
}

export const today: Services<typeof contract> = {
  'today.overview': (context) => {
    const { read, session, now, today: date } = context;
    const own = ownCasesOf(read, session.workerId);
    const due = (fits: (on: string) => boolean) =>
      cases(
        context,
        own.filter(({ next_due_on }) => next_due_on !== null && fits(next_due_on)).map(({ case_id }) => case_id),
        (row) => dueReason(row, date),
      );
    // Whoever covers must be able to coordinate.
    const covers = session.roles.some((role) => role === 'coordinator' || role === 'lead');
    const coverable = covers ? session.neighbourhoods : [];
    const since = new Map(own.map(({ case_id, mine_since }) => [case_id, mine_since]));
    return {
      date,
      overdue: due((on) => on < date),
      dueToday: due((on) => on === date),
      dueThisWeek: due((on) => on > date && on <= addDays(date, 7)),
      diary: contacts(context, plannedOf(read, session.workerId, now, startOfDay(addDays(date, 1))), diaryReason),
      withoutOutcome: contacts(
        context,
        withoutOutcomeOf(read, session.workerId, now),
        ({ starts_at }) => `Planned for ${formatDate(localDateOf(starts_at))}. Say how it went.`,
      ),
      toAccept: transfers(context, transfersAskedOf(read, session.workerId, coverable), askedReason),
      waiting: transfers(context, transfersAskedBy(read, session.workerId), waitingReason),
      declined: transfers(
        context,
        declinedOf(read, session.workerId, startOfDay(addDays(date, -declinedDays))),
        ({ to_worker }) => `${to_worker ?? 'The worker who was asked'} declined. Ask somebody else.`,
      ),
      handBack: transfers(
        context,
        coverEnded(read, session.workerId, date),
        ({ from_worker, return_on }) =>
          `${from_worker ?? 'The former coordinator'} was due back on ${formatDate(return_on ?? date)}. Hand the case back.`,
      ),
      tasks: tasks(context, pressingTasks(read, session.workerId, session.neighbourhoods, date)),
      prompts: prompts(
        context,
        own.map(({ case_id }) => case_id),
      ),
      missedTwice: cases(
        context,
        own.filter(({ missed_in_row }) => missed_in_row >= 2).map(({ case_id }) => case_id),
        ({ missedInRow }) => `Missed the last ${missedInRow} contacts.`,
      ),
      newlyMine: cases(
        context,
        own.filter((one) => isNew(one, date)).map(({ case_id }) => case_id),
        ({ caseId }) => `Yours since ${formatDate(localDateOf(since.get(caseId) ?? now))}; no contact since then.`,
      ),
      unallocated: can(session.roles, 'cases.impose')
        ? cases(context, unallocatedIn(read, session.neighbourhoods), unallocatedReason)
        : null,
      openCases: own.length,
    };
  },
};

function isNew({ mine_since, last_contact_at, status }: OwnCase, date: string): boolean {
  const recent = localDateOf(mine_since) >= addDays(date, -newDays);
  return recent && status === 'open' && (last_contact_at === null || last_contact_at < mine_since);
}

function cases(context: QueryContext, ids: string[], reason: (row: CaseloadRow) => string): Group<CaseLine> {
  const rows = caseloadRows(context, ids.slice(0, shown));
  return { total: ids.length, rows: rows.map((row) => ({ row, reason: reason(row) })) };
}

/** `4 days overdue. At this need tier, within 14 days of the last successful contact. Planned for 24 Nov 2026.` */
function dueReason({ due, nextPlannedAt }: CaseloadRow, date: string): string {
  const when = due ? `${capital(dueWording(due.on, date))}. ${due.sentence}` : '';
  if (nextPlannedAt === null) return when;
  const planned = localDateOf(nextPlannedAt);
  return `${when} Planned for ${planned === date ? 'today' : formatDate(planned)}.`;
}

function unallocatedReason({ openedOn, status, transfer }: CaseloadRow): string {
  const began = `${status === 'proposed' ? 'Proposed' : 'Opened'} on ${formatDate(openedOn)}`;
  if (transfer === null) return `${began}; nobody coordinates it.`;
  return `${began}; ${transfer.to?.name ?? 'whoever covers'} was asked and has not answered.`;
}

/** Contacts of one group session are one line. */
function contacts(
  context: QueryContext,
  planned: PlannedLine[],
  reason: (line: PlannedLine) => string,
): Group<DiaryLine> {
  const sessions = Map.groupBy(planned, ({ id, group_id }) => group_id ?? id);
  const rows = [...sessions.values()].slice(0, shown).flatMap(([line, ...others]): DiaryLine[] => {
    if (!line) return [];
    const group =
      line.group_id === null ? null : { id: line.group_id, title: line.title ?? '', people: others.length + 1 };
    const related = relationTo(context.read, context.session, line.person_id, context.now) ?? null;
    return [
      {
        contactId: line.id,
        caseId: line.case_id,
        startsAt: line.starts_at,
        minutes: line.minutes,
        mechanism: line.mechanism,
        location: line.location,
        purpose: line.purpose,
        person: related === null || group ? null : casePersonOf(line),
        group,
        reason: reason(line),
      },
    ];
  });
  return { total: sessions.size, rows };
}

const diaryReason = ({ minutes }: PlannedLine): string =>
  minutes === null ? 'Planned for today.' : `Planned for today, ${formatDuration(minutes)}.`;

/** Prompts that other groups of the page show with a reason of their own. */
const shownElsewhere: ReadonlySet<string> = new Set(['P1', 'P2', 'P5', 'P17']);

function prompts(context: QueryContext, ids: string[]): Group<PromptLine> {
  const limits = limitsIn(context);
  const all = promptLines(context.read, ids).flatMap((line) =>
    promptsIn(line, context, limits)
      .filter(({ id }) => !shownElsewhere.has(id))
      .map((prompt) => ({ prompt, caseId: line.case_id })),
  );
  const first = all.sort((a, b) => pressing(a.prompt.severity) - pressing(b.prompt.severity)).slice(0, shown);
  const rows = new Map(
    caseloadRows(context, [...new Set(first.map(({ caseId }) => caseId))]).map((row) => [row.caseId, row]),
  );
  return {
    total: all.length,
    rows: first.flatMap(({ prompt, caseId }) => {
      const row = rows.get(caseId);
      return row ? [{ row, prompt: { ...prompt, facts: [...prompt.facts] } }] : [];
    }),
  };
}

const pressing = (severity: Severity): number => ['urgent', 'warning', 'notice'].indexOf(severity);

function tasks(context: QueryContext, ids: string[]): Group<TaskLine> {
  const rows = taskRows(context, ids.slice(0, shown));
  return { total: ids.length, rows: rows.map((task) => ({ task, reason: taskReason(task) })) };
}

/** `Action of the care plan. The team’s: nobody has taken it.` */
function taskReason({ origin, owner }: TaskView): string {
  return owner === null ? `${origin.words}. The team’s: nobody has taken it.` : `${origin.words}.`;
}

function transfers(
  context: QueryContext,
  found: StoredTransfer[],
  reason: (line: StoredTransfer, context: QueryContext) => string,
): Group<TransferLine> {
  const first = found.slice(0, shown);
  const rows = new Map(
    caseloadRows(
      context,
      first.map(({ case_id }) => case_id),
    ).map((row) => [row.caseId, row]),
  );
  return {
    total: found.length,
    rows: first.flatMap((line) => {
      const row = rows.get(line.case_id);
      return row ? [{ ...transferLine(line, row), reason: reason(line, context) }] : [];
    }),
  };
}

function transferLine(line: StoredTransfer, row: CaseloadRow): Omit<TransferLine, 'reason'> {
  const given = line.answer === null ? null : (JSON.parse(line.answer) as { state: string; reason?: string });
  return {
    transferId: line.id,
    case: row,
    from: named(line.from_worker_id, line.from_worker),
    to: named(line.to_worker_id, line.to_worker),
    proposedBy: { id: line.proposed_by, name: line.proposer ?? '' },
    proposedAt: line.proposed_at,
    why: line.reason,
    returnOn: line.return_on,
    declined: given?.state === 'declined' ? (given.reason ?? '') : null,
  };
}

function askedReason({ proposer, proposed_at, to_worker_id, return_on }: StoredTransfer): string {
  const asked = to_worker_id === null ? 'asked whoever covers' : 'asked you';
  const until = return_on === null ? '' : ` Cover until ${formatDate(return_on)}.`;
  return `${proposer ?? 'Somebody'} ${asked} on ${formatDate(localDateOf(proposed_at))} to take over.${until}`;
}

function waitingReason({ to_worker, proposed_at }: StoredTransfer): string {
  return `${to_worker ?? 'Whoever covers'} was asked on ${formatDate(localDateOf(proposed_at))} and has not answered.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
