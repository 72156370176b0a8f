import { localDateOf } from '../../../shared/domain/british-date.ts';
import { type ContactDraft, checkContact } from '../../../shared/domain/contact-rules.ts';
import { AppError } from '../../../shared/errors.ts';
import { workersById } from '../store/colleagues.ts';
import type { ContactFields } from '../store/contact-columns.ts';
import { type ContactRow, contactTarget, findContact } from '../store/contacts.ts';
import type { ReadHandle } from '../store/handles.ts';

/** One thing to put right, at a field of the call's input. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** Refuses a call for what is wrong with its fields. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0)
    throw new AppError(
      'bad-input',
      'Some of this cannot be accepted. Check the marked fields and try again.',
      problems,
    );
}

/** What the rules say of a contact. @param attendance null for a planned one */
export function contactProblems(
  fields: Omit<ContactFields, 'attendance'> & { attendance: ContactFields['attendance'] | null },
  now: string,
): Problem[] {
  const { behaviour, interventions } = fields;
  const draft: ContactDraft = { ...fields, workRecorded: behaviour !== null || interventions.length > 0 };
  return checkContact(draft, now).map(({ path, message }) => ({
    path: fieldFor(path, fields.behaviour !== null),
    message,
  }));
}

function fieldFor(path: keyof ContactDraft, behaviour: boolean): string {
  if (path === 'cancellation') return 'cancellation.reason';
  if (path === 'workRecorded') return behaviour ? 'behaviour' : 'interventions';
  return path;
}

/**
 * Where a contact with a person belongs: the scope of its row. The record must be in use, the case theirs and not closed
 * before that day.
 */
export function requireTarget(read: ReadHandle, personId: string, caseId: string | null, startsAt: string): string {
  const target = contactTarget(read, personId, caseId);
  if (!target) throw new AppError('not-found', 'This entry is not on this device. Search again, or exchange first.');
  if (target.merged_into)
    throw new AppError('rule', 'This record was merged into another. Open that one and log the contact there.');
  if (target.voided) throw new AppError('rule', 'This record was registered in error. Nothing can be added to it.');
  if (caseId === null) return target.scope;
  if (target.case_id === null) refuse([{ path: 'caseId', message: 'Choose a case of this person' }]);
  if (target.case_status === 'closed') {
    const { on } = JSON.parse(target.case_state ?? '{}') as { on?: string };
    if (on && localDateOf(startsAt) > on.slice(0, 10))
      refuse([{ path: 'caseId', message: 'This case was closed before that day. Log the contact without a case' }]);
  }
  return target.scope;
}

/** Refuses workers who are not known or have left. @returns the list without doubles and without `self` */
export function requireWorkers(read: ReadHandle, ids: readonly string[], self: string, path: string): string[] {
  const others = [...new Set(ids)].filter((id) => id !== self);
  const known = workersById(read, others);
  if (others.some((id) => known.get(id)?.left !== false))
    refuse([{ path, message: 'Choose a worker who is in a team now' }]);
  return others;
}

/** A contact that is not void. */
export function requireContact(read: ReadHandle, id: string): ContactRow {
  const row = findContact(read, id);
  if (!row) throw new AppError('not-found', 'This entry is no longer there. Go back and open it again.');
  if (row.voided)
    throw new AppError('rule', 'This entry is void. It stays in the history, and nothing more can be changed.');
  return row;
}

/** A contact that has no outcome yet. */
export function requirePlanned(read: ReadHandle, id: string): ContactRow {
  const row = requireContact(read, id);
  if (row.attendance !== null)
    throw new AppError('conflict', 'Somebody has already recorded how this contact went. Open it to see the entry.');
  return row;
}
