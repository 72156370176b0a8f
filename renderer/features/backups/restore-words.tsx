import { formatInstant } from '../../../shared/domain/british-date.ts';
import type { Backup } from './backup-words.ts';

/** What putting a backup back does, to whom; the same wherever it is offered. */
export function RestoreWords({ backup }: { readonly backup: Backup }) {
  return (
    <ul>
      <li>
        The record goes back to {formatInstant(backup.madeAt)}.{' '}
        <strong>What anybody entered on this device since then is no longer in it.</strong>
      </li>
      <li>Everybody who uses this device is signed out, and signs in with the passphrase that held on that day.</li>
      <li>What is there now is set aside in a folder of its own, not deleted.</li>
      <li>The backup is checked first. If it does not hold, nothing is changed.</li>
    </ul>
  );
}
