import { localDateOf } from '../../../shared/domain/british-date.ts';
import { can } from '../../../shared/domain/permissions.ts';
import type { Prompt, PromptCase } from '../../../shared/domain/prompt-facts.ts';
import { limitsOf, type PromptLimits } from '../../../shared/domain/prompt-limits.ts';
import { promptsOf } from '../../../shared/domain/prompts.ts';
import type { QueryContext, Session } from '../context.ts';
import { parseFacts } from '../derived/prompt-facts.ts';
import { findLimits, type PromptLine } from '../store/prompts.ts';
import { maySeeFlag } from './restricted.ts';

const known = new WeakMap<QueryContext, PromptLimits>();

/** The limits in force, read once for each call. */
export function limitsIn(context: QueryContext): PromptLimits {
  const before = known.get(context);
  if (before) return before;
  const limits = limitsOf(findLimits(context.read)?.value ?? null);
  known.set(context, limits);
  return limits;
}

/** A caseload line as the rules see it for one worker; null before its facts were derived. */
export function promptCaseOf(line: PromptLine, session: Session): PromptCase | null {
  if (line.facts === null) return null;
  const flags = JSON.parse(line.flags) as string[];
  return {
    ...parseFacts(line.facts),
    caseId: line.case_id,
    status: line.status,
    openedOn: line.opened_on,
    tier: line.tier,
    coordinatorId: line.coordinator_id,
    lastContactOn: line.last_contact_at && localDateOf(line.last_contact_at),
    missedInRow: line.missed_in_row,
    flags: can(session.roles, 'restricted.read') ? flags : flags.filter((code) => maySeeFlag(session, code)),
  };
}

/** The prompts of a caseload line today, for one worker, the most pressing first. */
export function promptsIn(line: PromptLine, { session, today }: QueryContext, limits: PromptLimits): Prompt[] {
  if (line.status === 'closed') return [];
  const facts = promptCaseOf(line, session);
  return facts === null ? [] : promptsOf(facts, limits, today);
}
