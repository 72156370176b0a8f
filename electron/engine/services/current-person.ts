import { AppError } from '../../../shared/errors.ts';
import type { ReadHandle } from '../store/handles.ts';
import { findPerson, type StoredPerson } from '../store/people.ts';

/**
 * A person on whom something may be recorded.
 * @throws AppError `not-found`; `rule` for a record that was merged (details: {mergedInto}) or registered in error
 */
export function currentPerson(read: ReadHandle, personId: string): StoredPerson {
  const person = findPerson(read, personId);
  if (!person) throw new AppError('not-found', 'This entry is not on this device. Search again, or exchange first.');
  if (person.merged_into !== null)
    throw new AppError('rule', 'This record was merged into another. Open that one and enter it there.', {
      mergedInto: person.merged_into,
    });
  if (person.voided !== null)
    throw new AppError('rule', 'This record was registered in error. Find the right person and enter it there.');
  return person;
}
