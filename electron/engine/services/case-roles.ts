import { can } from '../../../shared/domain/permissions.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { currentRoles, findCase, rolesOfWorker, type StoredCase } from '../store/cases.ts';

export type CaseRole = 'coordinator' | 'behaviourist' | 'lead-professional' | 'involved';

/** Roles that one person at a time has on a case. */
const single: ReadonlySet<CaseRole> = new Set<CaseRole>(['coordinator', 'behaviourist', 'lead-professional']);
/** Application roles of the workers who may coordinate a case. */
const coordinating = ['coordinator', 'lead'];

/** The case, which the dispatcher has found already. */
export function requireCase({ read }: QueryContext, id: string): StoredCase {
  const found = findCase(read, id);
  if (!found) throw new AppError('not-found', 'This case is not on this device. Go back and open it again.');
  return found;
}

/** The coordinator of a case now: the earliest where two were named apart, as everywhere. */
export function coordinatorOf({ read }: QueryContext, caseId: string): string | null {
  return (
    currentRoles(read, caseId).find(({ role, worker_id }) => role === 'coordinator' && worker_id)?.worker_id ?? null
  );
}

/** Refuses a worker who cannot have this role on a case: left, unknown, or not in the application in such a role. */
export function requireFit({ read, today }: QueryContext, worker: string, role: CaseRole): void {
  const held = rolesOfWorker(read, worker, today);
  if (role === 'coordinator' && !held.some((one) => coordinating.includes(one)))
    throw new AppError('rule', 'This worker does not coordinate cases. Choose a care coordinator or a team lead.');
  if (role === 'behaviourist' && !held.includes('behaviourist'))
    throw new AppError('rule', 'This worker is not a behaviourist. Choose one of the behaviourists.');
}

/** Whether the worker at the keyboard may name this coordinator without asking: a lead may name anybody, others themselves. */
export function mayName({ session }: QueryContext, coordinator: string): boolean {
  return coordinator === session.workerId || can(session.roles, 'cases.impose');
}

/** Begins a role; whoever had a role that only one can have gives it up in the same moment. Returns the role's id. */
export function beginRole(
  context: CommandContext,
  found: Pick<StoredCase, 'id' | 'scope'>,
  role: CaseRole,
  who: { readonly worker: string } | { readonly external: string },
): string {
  if (single.has(role)) endRoles(context, found.id, role);
  return context.journal.insert(
    'case_roles',
    {
      case_id: found.id,
      role,
      worker_id: 'worker' in who ? who.worker : null,
      external: 'external' in who ? who.external : null,
      started_at: context.now,
    },
    found.scope,
  );
}

/** Ends the current holders of a role, or of every role. */
export function endRoles({ read, journal, now }: CommandContext, caseId: string, role?: CaseRole): void {
  for (const current of currentRoles(read, caseId))
    if (role === undefined || current.role === role) journal.update('case_roles', current.id, { ended_at: now });
}
