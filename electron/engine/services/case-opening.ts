import type { NewCase } from '../../../shared/contract/cases.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../context.ts';
import { findPersonForCase, unfinishedCase } from '../store/cases.ts';
import { beginRole, mayName, requireFit } from './case-roles.ts';

export interface CaseBegun {
  readonly caseId: string;
  readonly status: 'proposed' | 'open';
  /** The question to the named coordinator, when one was asked. */
  readonly transferId: string | null;
}

/**
 * Opens or proposes a case for somebody on record. A lead may name any coordinator, others only themselves: whoever else
 * they name is asked, and the case stays proposed until the answer.
 * @throws AppError `not-found`, or `rule`: no coordinator, a second unfinished case there, a record that is void or merged
 */
export function openCase(
  context: CommandContext,
  asked: NewCase & { personId: string; neighbourhoodId?: string | undefined; followsCaseId?: string | undefined },
): CaseBegun {
  const { read, journal, session, now, today } = context;
  const person = findPersonForCase(read, asked.personId);
  if (!person) throw new AppError('not-found', 'This person is not on this device. Search again.');
  if (person.merged_into !== null || person.voided !== null)
    throw new AppError('rule', 'This record was merged or voided. Open the case for the record that is in use.');
  const neighbourhood = asked.neighbourhoodId ?? person.neighbourhood_id;
  if (neighbourhood !== person.neighbourhood_id && !session.neighbourhoods.includes(neighbourhood))
    throw new AppError('rule', 'Open the case in the neighbourhood of the person or in one of yours.');
  if (unfinishedCase(read, person.id, neighbourhood))
    throw new AppError('rule', 'There is an unfinished case for this person in this neighbourhood. Open that one.');
  const coordinator = asked.coordinatorId;
  if (coordinator !== null) requireFit(context, coordinator, 'coordinator');
  else if (asked.status === 'open')
    throw new AppError('rule', 'An open case has exactly one care coordinator. Choose one, or propose the case.');
  const named = coordinator !== null && asked.status === 'open' && mayName(context, coordinator);
  const status = named ? 'open' : 'proposed';
  const scope = person.neighbourhood_id;

  const caseId = journal.insert(
    'cases',
    {
      person_id: person.id,
      neighbourhood_id: neighbourhood,
      state: JSON.stringify({ status, on: today }),
      opened_on: today,
      source: asked.source,
      purpose: asked.purpose === '' ? null : asked.purpose,
      follows_case_id: asked.followsCaseId ?? null,
    },
    scope,
  );
  if (named) beginRole(context, { id: caseId, scope }, 'coordinator', { worker: coordinator });
  if (named || coordinator === null || coordinator === session.workerId) return { caseId, status, transferId: null };
  const question = {
    case_id: caseId,
    to_worker_id: coordinator,
    proposed_by: session.workerId,
    proposed_at: now,
    reason: 'Asked to coordinate a new case.',
  };
  return { caseId, status, transferId: journal.insert('transfers', question, scope) };
}
