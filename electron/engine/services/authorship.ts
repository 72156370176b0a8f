import { AppError } from '../../../shared/errors.ts';
import type { Session } from '../context.ts';

/** Whether a worker may take an entry back: whoever recorded it, and a team lead. */
export const mayTakeBack = ({ workerId, roles }: Session, author: string): boolean =>
  author === workerId || roles.includes('lead');

/** @throws AppError `not-allowed` */
export function requireAuthor(session: Session, author: string): void {
  if (!mayTakeBack(session, author))
    throw new AppError('not-allowed', 'Only the worker who recorded this or a team lead can take it back.');
}
