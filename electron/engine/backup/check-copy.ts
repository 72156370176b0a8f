import { createHash } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';
import { syncedColumns } from '../journal/columns.ts';
import { verifyJournal } from '../journal/verify.ts';
import { openStore } from '../store/database.ts';

/** What a copy of the store holds, once it has proved to be whole. */
export interface CheckedCopy {
  readonly changes: number;
  readonly stateHash: string;
}

/**
 * Opens a copy with its key, checks every page and index, and compares the record with the journal.
 * @throws AppError `corrupted` when anything does not hold
 */
export function checkCopy(file: string, key: Buffer): CheckedCopy {
  const store = openStore({ file, key, readonly: true });
  try {
    store.checkIntegrity(false);
    const { changes, mismatches, hashes } = verifyJournal(store, syncedColumns(store));
    if (mismatches.length > 0)
      throw new AppError(
        'corrupted',
        'The copy does not hold what its journal says. Try again; if it happens again, ask for support.',
      );
    return { changes, stateHash: createHash('sha256').update(JSON.stringify(hashes)).digest('hex') };
  } finally {
    store.close();
  }
}
