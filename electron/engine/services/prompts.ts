import type { prompts as contract } from '../../../shared/contract/prompts.ts';
import type { Prompt } from '../../../shared/domain/prompt-facts.ts';
import { limitsOf } from '../../../shared/domain/prompt-limits.ts';
import { promptsOf, raisedPrompts } from '../../../shared/domain/prompts.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext, QueryContext, Services } from '../context.ts';
import { timeOf } from '../journal/clock.ts';
import { shownHeads } from '../journal/record.ts';
import {
  decisionsOfPerson,
  findDecision,
  findLimits,
  limitsId,
  promptLines,
  unfinishedCasesOf,
} from '../store/prompts.ts';
import { changesOfRow } from '../store/row-changes.ts';
import { findTask } from '../store/tasks.ts';
import { workersOf } from '../store/workers.ts';
import { requireCase } from './case-roles.ts';
import { limitsIn, promptCaseOf } from './prompt-cases.ts';
import { requireOwner, requireSnooze } from './task-checks.ts';
import { insertTask } from './task-steps.ts';

const undoReason = 'Taken back right after it was decided.';
/** After this somebody may have acted upon it. */
const undoWindow = 10 * 60_000;

export const prompts: Services<typeof contract> = {
  'prompts.ofPerson': (context, { personId }) => {
    const { read, session, today } = context;
    const limits = limitsIn(context);
    const decisions = new Map(decisionsOfPerson(read, personId).map((row) => [row.key, row]));
    const open: (Prompt & { caseId: string })[] = [];
    const decided = new Map<string, ReturnType<typeof decidedView>>();
    for (const line of promptLines(read, unfinishedCasesOf(read, personId))) {
      const facts = promptCaseOf(line, session);
      if (!facts) continue;
      const left = promptsOf(facts, limits, today);
      open.push(...left.map((prompt) => ({ ...prompt, caseId: line.case_id })));
      for (const prompt of raisedPrompts(facts, limits, today)) {
        const row = decisions.get(prompt.key);
        if (row && !left.some(({ key }) => key === prompt.key)) decided.set(prompt.key, decidedView(prompt, row));
      }
    }
    // What hangs on the person and not on a case is said once, however many cases there are.
    const once = open.filter(({ key }, index) => open.findIndex((other) => other.key === key) === index);
    return { prompts: once.map(viewOf), decided: [...decided.values()] };
  },
  'prompts.snooze': (context, { until, reason, ...asked }) => {
    requireSnooze(until, context.today);
    return { decisionId: decide(context, asked, { decision: 'snoozed', until, reason }) };
  },
  'prompts.dismiss': (context, { reason, ...asked }) => ({
    decisionId: decide(context, asked, { decision: 'dismissed', reason }),
  }),
  'prompts.makeTask': (context, { ownerId, words, dueOn, priority, ...asked }) => {
    requireOwner(context, ownerId, 'ownerId');
    const { id, person_id, neighbourhood_id, scope } = requireRaised(context, asked);
    const taskId = insertTask(context, {
      ...{ personId: person_id, caseId: id, neighbourhoodId: neighbourhood_id, scope, ownerId, words, dueOn, priority },
      origin: { kind: 'prompt', id: asked.key },
    });
    return { taskId, decisionId: decide(context, asked, { decision: 'task', task_id: taskId }) };
  },
  'prompts.undo': ({ read, journal, session, now }, { decisionId }) => {
    const row = findDecision(read, decisionId);
    if (!row || row.decided_by !== session.workerId)
      throw new AppError('not-allowed', 'Only the worker who decided this can take it back.');
    if (row.voided !== null || Date.parse(now) - Date.parse(row.decided_at) > undoWindow)
      throw new AppError('rule', 'It is too late to undo this. The prompt comes back when its facts change.');
    const voided = JSON.stringify({ by: session.workerId, at: now, reason: undoReason });
    journal.update('prompt_decisions', decisionId, { voided });
    const task = row.task_id === null ? undefined : findTask(read, row.task_id);
    if (task?.status === 'open') journal.update('tasks', task.id, { voided });
    return {};
  },
  'prompts.limits': ({ read }) => {
    const row = findLimits(read);
    if (!row) return { limits: limitsOf(null), heads: {}, history: [] };
    const changes = changesOfRow(read, limitsId);
    const worker = workersOf(
      read,
      changes.map(({ actor }) => actor),
    );
    let before = limitsOf(null);
    const history = changes.map(({ id, patch, actor }) => {
      const after = limitsOf(typeof patch.value === 'string' ? patch.value : null);
      const changed = Object.keys(after).flatMap((limit) => {
        const [from = 0, to = 0] = [before[limit], after[limit]];
        return from === to ? [] : [{ id: limit, from, to }];
      });
      before = after;
      return { at: new Date(timeOf(id)).toISOString(), by: worker(actor)?.name ?? '', changed };
    });
    return { limits: limitsOf(row.value), heads: shownHeads(read, row), history: history.reverse() };
  },
  'prompts.setLimits': ({ read, journal }, { limits, heads }) => {
    const value = JSON.stringify(limits);
    if (!findLimits(read)) {
      journal.insert('settings', { id: limitsId, value }, 'city');
      return { changed: true };
    }
    return { changed: journal.update('settings', limitsId, { value }, heads).length > 0 };
  },
};

interface Asked {
  readonly caseId: string;
  readonly prompt: string;
  readonly key: string;
}

/** The case whose facts raise this prompt now. */
function requireRaised(context: QueryContext, { caseId, prompt, key }: Asked) {
  const found = requireCase(context, caseId);
  const [line] = promptLines(context.read, [caseId]);
  const facts = line && promptCaseOf(line, context.session);
  const raised = facts ? promptsOf(facts, limitsIn(context), context.today) : [];
  if (!raised.some((each) => each.id === prompt && each.key === key))
    throw new AppError('conflict', 'The facts have changed, or somebody has decided about this. Look at it again.');
  return found;
}

function decide(
  context: CommandContext,
  asked: Asked,
  what: { decision: 'snoozed' | 'dismissed' | 'task'; until?: string; reason?: string; task_id?: string },
): string {
  const { journal, session, now } = context;
  const { id, person_id, scope } = requireRaised(context, asked);
  return journal.insert(
    'prompt_decisions',
    {
      person_id,
      case_id: id,
      prompt: asked.prompt,
      key: asked.key,
      ...what,
      decided_at: now,
      decided_by: session.workerId,
    },
    scope,
  );
}

const viewOf = <P extends Prompt>({ facts, ...prompt }: P) => ({ ...prompt, facts: [...facts] });

function decidedView(prompt: Prompt, row: ReturnType<typeof decisionsOfPerson>[number]) {
  return {
    ...viewOf(prompt),
    decision: row.decision,
    until: row.until,
    reason: row.reason,
    by: { id: row.decided_by, name: row.worker ?? '' },
    at: row.decided_at,
  };
}
