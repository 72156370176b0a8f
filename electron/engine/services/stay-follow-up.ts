import { followUpDue, type StayDraft } from '../../../shared/domain/stay-rules.ts';
import type { CommandContext } from '../context.ts';
import { parseJson } from '../store/person-columns.ts';
import { type StayRow, stayTarget, tasksByOrigin } from '../store/stays.ts';
import { storedDraft } from './stay-columns.ts';

/** The follow-up of a stay as its column holds it. */
export interface FollowUp {
  readonly due_on: string;
  readonly done_on?: string;
  readonly by?: string;
  readonly contact_id?: string;
}

export const followUpOf = (stay: StayRow): FollowUp | null => parseJson<FollowUp>(stay.follow_up);

/**
 * Brings the follow-up and its task in line with what a stay now says. One that was done stays as it is. The owner of a new
 * task: the worker named, else the coordinator of the person's case, else the worker at the keyboard; never nobody.
 * @returns the day it is due and the task, or null where nothing is to follow
 */
export function settleFollowUp(
  context: CommandContext,
  stay: StayRow,
  after: StayDraft & { readonly mentalHealth: boolean },
  owner: string | null = null,
): { dueOn: string; taskId: string; ownerId: string } | null {
  const { read, journal, session, now } = context;
  const kept = followUpOf(stay);
  const task = tasksByOrigin(read, [stay.id]).get(stay.id);
  const { dischargedOn } = after;
  const due = dischargedOn === null ? null : followUpDue({ ...after, dischargedOn });
  if (kept?.done_on !== undefined || task?.status === 'done') return null;
  if (due === null) {
    if (kept) journal.update('stays', stay.id, { follow_up: null });
    if (task) voidTask(context, task.id, 'The stay asks for no follow-up.');
    return null;
  }
  if (kept?.due_on !== due) journal.update('stays', stay.id, { follow_up: JSON.stringify({ due_on: due }) });
  if (task?.status === 'open') {
    journal.update('tasks', task.id, { due_on: due, ...(owner && { owner_id: owner }) });
    return { dueOn: due, taskId: task.id, ownerId: owner ?? task.owner_id ?? session.workerId };
  }
  const target = stayTarget(read, stay.person_id);
  const ownerId = owner ?? target?.coordinator_id ?? session.workerId;
  const taskId = journal.insert(
    'tasks',
    {
      person_id: stay.person_id,
      case_id: target?.case_id ?? null,
      neighbourhood_id: target?.case_neighbourhood ?? target?.neighbourhood_id ?? stay.scope,
      owner_id: ownerId,
      words: taskWords(after),
      due_on: due,
      priority: after.mentalHealth ? 'urgent' : 'soon',
      origin_kind: 'stay',
      origin_id: stay.id,
      created_at: now,
      created_by: session.workerId,
      state: JSON.stringify({ status: 'open', on: now, by: session.workerId }),
    },
    stay.scope,
  );
  return { dueOn: due, taskId, ownerId };
}

/** What the stay says already, after an entry without a change of its own (an import, an undo). */
export const settleStored = (context: CommandContext, stay: StayRow) =>
  settleFollowUp(context, stay, { ...storedDraft(stay), mentalHealth: stay.mental_health === 1 });

function taskWords({ kind, mentalHealth }: { readonly kind: string; readonly mentalHealth: boolean }): string {
  if (mentalHealth) return 'See the person within 3 days of leaving mental health care';
  if (kind === 'virtual-ward') return 'See the person after the virtual ward';
  return kind === 'hospital'
    ? 'See the person after leaving hospital'
    : 'See the person after leaving intermediate care';
}

/** Takes a task out of everybody's list; it stays in the history. */
export function voidTask({ journal, session, now }: CommandContext, id: string, reason: string): void {
  journal.update('tasks', id, { voided: JSON.stringify({ by: session.workerId, at: now, reason }) });
}
