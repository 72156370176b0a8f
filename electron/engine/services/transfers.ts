import type { transfers as contract } from '../../../shared/contract/transfers.ts';
import { can } from '../../../shared/domain/permissions.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext, Services } from '../context.ts';
import { findTransfer, openTransfersOf, type StoredCase, type StoredTransfer } from '../store/cases.ts';
import { coordinatorOf, requireCase, requireFit } from './case-roles.ts';
import { answer, handOver, requireTransferable } from './transfer-steps.ts';

export const transfers: Services<typeof contract> = {
  'cases.proposeTransfer': (context, { caseIds, toWorkerId, reason, returnOn }) => {
    requireReturnLater(context, returnOn);
    if (toWorkerId !== null) requireFit(context, toWorkerId, 'coordinator');
    const made = [...new Set(caseIds)].map((caseId) => {
      const found = requireCase(context, caseId);
      requireTransferable(context, found, toWorkerId);
      requireMayPropose(context, found);
      if (openTransfersOf(context.read, caseId).length > 0)
        throw new AppError('rule', 'A handover of this case waits for an answer. Withdraw it first.', { caseId });
      return { caseId, transferId: record(context, found, toWorkerId, reason, returnOn) };
    });
    return { transfers: made };
  },
  'cases.answerTransfer': (context, { transferIds, answer: given, reason }) => {
    const handed = [...new Set(transferIds)].map((id) => {
      const transfer = requireWaiting(context, id);
      const found = requireCase(context, transfer.case_id);
      requireAsked(context, transfer, given);
      if (given === 'decline') {
        answer(context, id, 'declined', reason);
        return null;
      }
      const { workerId } = context.session;
      requireFit(context, workerId, 'coordinator');
      requireTransferable(context, found, workerId);
      answer(context, id, 'accepted');
      return handOver(context, found, workerId, id);
    });
    return { cases: handed.filter((one) => one !== null) };
  },
  'cases.withdrawTransfer': (context, { transferIds }) => {
    for (const id of new Set(transferIds)) {
      const transfer = requireWaiting(context, id);
      requireMayWithdraw(context, transfer);
      answer(context, id, 'withdrawn');
    }
    return {};
  },
  'cases.imposeTransfer': (context, { caseIds, toWorkerId, reason, returnOn }) => {
    requireReturnLater(context, returnOn);
    requireFit(context, toWorkerId, 'coordinator');
    const handed = [...new Set(caseIds)].map((caseId) => {
      const found = requireCase(context, caseId);
      requireTransferable(context, found, toWorkerId);
      const transferId = record(context, found, toWorkerId, reason, returnOn);
      answer(context, transferId, 'imposed');
      return handOver(context, found, toWorkerId, transferId);
    });
    return { cases: handed };
  },
};

function record(
  context: CommandContext,
  found: StoredCase,
  to: string | null,
  reason: string,
  returnOn: string | null,
): string {
  return context.journal.insert(
    'transfers',
    {
      case_id: found.id,
      from_worker_id: coordinatorOf(context, found.id),
      to_worker_id: to,
      proposed_by: context.session.workerId,
      proposed_at: context.now,
      reason,
      return_on: returnOn,
    },
    found.scope,
  );
}

function requireReturnLater({ today }: CommandContext, returnOn: string | null): void {
  if (returnOn !== null && returnOn <= today)
    throw new AppError('rule', 'The day of return must be after today. Choose a later day or leave it out.');
}

/** The coordinator or a lead; anybody of the team for a case that nobody coordinates. */
function requireMayPropose(context: CommandContext, found: StoredCase): void {
  const coordinator = coordinatorOf(context, found.id);
  const { session } = context;
  if (coordinator !== null && coordinator !== session.workerId && !can(session.roles, 'cases.impose'))
    throw new AppError('not-allowed', 'Only its coordinator or a team lead hands a case over.', { caseId: found.id });
}

function requireWaiting({ read }: CommandContext, id: string): StoredTransfer {
  const transfer = findTransfer(read, id);
  if (!transfer) throw new AppError('not-found', 'This handover is not on this device. Exchange, then look again.');
  if (transfer.answer !== null) throw new AppError('conflict', 'This handover was answered or withdrawn meanwhile.');
  return transfer;
}

/** Who was asked answers. A question to whoever covers is accepted by the one who does; nobody declines it for the others. */
function requireAsked({ session }: CommandContext, transfer: StoredTransfer, given: 'accept' | 'decline'): void {
  if (transfer.to_worker_id === session.workerId) return;
  if (transfer.to_worker_id !== null)
    throw new AppError('not-allowed', 'Somebody else was asked. A team lead can impose the handover.');
  if (given === 'decline')
    throw new AppError('rule', 'Whoever covers was asked. Leave it to the others, or withdraw it if it is yours.');
}

function requireMayWithdraw(context: CommandContext, transfer: StoredTransfer): void {
  const { session } = context;
  const own = [transfer.proposed_by, transfer.from_worker_id, coordinatorOf(context, transfer.case_id)];
  if (!own.includes(session.workerId) && !can(session.roles, 'cases.impose'))
    throw new AppError('not-allowed', 'Only who proposed it, the coordinator or a team lead takes a handover back.');
}
