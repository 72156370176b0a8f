import { AppError } from '../../../shared/errors.ts';

export const damagedSentence =
  'The database is damaged. Its files are kept as they are; restore the newest backup, then exchange again.';

/** Turns what SQLite or the file system throws into a typed failure; anything unknown comes back as it was. */
export function storageError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError(
      'disk-full',
      'The disk is full. Nothing of this step was kept, everything before it is safe. Free some space, then try again.',
    );
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return new AppError('corrupted', damagedSentence);
  if (code.startsWith('SQLITE_IOERR'))
    return new AppError(
      'storage-failed',
      'The disk answered with an error. Nothing of this step was kept. Check the disk, then try again.',
    );
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new AppError(
      'profile-in-use',
      'Another OneTeam window or command has this profile open. Close it, then try again.',
    );
  if (
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_READONLY') ||
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS' ||
    code === 'ENOTDIR' ||
    code === 'ENOENT'
  )
    return new AppError(
      'profile-unusable',
      'The profile folder cannot be read or written. Check that it exists and that you may write to it.',
    );
  return error;
}
