import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../../shared/errors.ts';

/** What the disk's answer means to the person at the keyboard; never carries a path. */
function asAppError(problem: unknown): unknown {
  const code = problem instanceof Error && 'code' in problem ? problem.code : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('disk-full', 'The disk is full. Free some space and try again; nothing was changed.');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EISDIR':
      return new AppError(
        'profile-unusable',
        'The data folder cannot be read or written. Check that it exists and that you may write to it.',
      );
    default:
      return code === undefined
        ? problem
        : new AppError('storage-failed', 'The disk answered with an error. Nothing was changed; try again or ask IT.');
  }
}

function onDisk<T>(work: () => T): T {
  try {
    return work();
  } catch (problem) {
    throw asAppError(problem);
  }
}

/** Makes a rename or removal in this folder survive a power cut. Windows cannot open folders and needs no such step. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Replaces a file as a whole: after a crash at any point it holds either the old or the new text, never a part.
 * Readable by its owner only. Throws `disk-full`, `profile-unusable` or `storage-failed`.
 */
export function writeDurably(path: string, text: string): void {
  onDisk(() => {
    const temporary = `${path}.tmp`;
    // A leftover of a crash may have other permissions, or be a link: never write through it.
    rmSync(temporary, { force: true });
    try {
      const handle = openSync(temporary, 'wx', 0o600);
      try {
        const bytes = Buffer.from(text, 'utf8');
        for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(temporary, path);
    } catch (problem) {
      // Half a file on a full disk only takes up space.
      rmSync(temporary, { force: true });
      throw problem;
    }
    syncFolder(dirname(path));
  });
}

/** Renames over whatever is there, durably. Same errors as `writeDurably`. */
export function renameDurably(from: string, to: string): void {
  onDisk(() => {
    renameSync(from, to);
    syncFolder(dirname(to));
  });
}

/** Removes a file, durably; fine when it is not there. Same errors as `writeDurably`. */
export function removeDurably(path: string): void {
  onDisk(() => {
    rmSync(path, { force: true });
    syncFolder(dirname(path));
  });
}

/** The text of a file, or null when there is none. Throws `profile-unusable` or `storage-failed`. */
export function readIfPresent(path: string): string | null {
  return onDisk(() => (existsSync(path) ? readFileSync(path, 'utf8') : null));
}
