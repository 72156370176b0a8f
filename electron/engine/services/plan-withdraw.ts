import type { z } from 'zod';
import type { plans as contract } from '../../../shared/contract/plans.ts';
import type { CommandContext } from '../context.ts';
import { entryTables } from '../store/person-entries.ts';
import { findAction } from '../store/plan-actions.ts';
import { requirePart } from './plan-checks.ts';

type Input = z.output<(typeof contract)['plans.withdraw']['input']>;

/** Takes back a part of the plan; the task of an action goes with it. Nothing is deleted. */
export function withdrawPart(context: CommandContext, { part, id, reason }: Input): Record<string, never> {
  const { read, journal, session, now } = context;
  requirePart(read, part, id);
  const voided = JSON.stringify({ by: session.workerId, at: now, reason });
  journal.update(entryTables[part], id, { voided });
  const task = part === 'action' ? findAction(read, id)?.task_id : null;
  if (task) journal.update('tasks', task, { voided });
  return {};
}
