import { randomBytes } from 'node:crypto';
import type { Failure } from '../../shared/contract/answer.ts';
import { AppError } from '../../shared/errors.ts';
import { storageError } from './store/storage-error.ts';

/** Turns anything thrown into a failure of the closed list. What is not expected becomes `internal` with a log reference. */
export function failureOf(thrown: unknown): Failure {
  const error = storageError(thrown);
  if (error instanceof AppError)
    return error.details === undefined
      ? { code: error.code, message: error.message }
      : { code: error.code, message: error.message, details: error.details };
  const reference = randomBytes(4).toString('hex');
  logDefect(reference, error);
  return {
    code: 'internal',
    message: `Something went wrong that should not have. Nothing was lost. Tell your administrator this reference: ${reference}.`,
    reference,
  };
}

/** Logs where a defect happened. Messages may carry values of the record, so only the error's name and the code's own positions are written. */
function logDefect(reference: string, error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at ')) : [];
  console.error(`defect ${reference}: ${name}${code}\n${frames.slice(0, 8).join('\n')}`);
}
