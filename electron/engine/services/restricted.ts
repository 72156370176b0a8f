import { codeEntry, codesOf, isCode } from '../../../shared/domain/code-lists.ts';
import { can, type Role } from '../../../shared/domain/permissions.ts';

/**
 * Who may know of a restricted flag (R36): the one place that decides. A code that no list knows comes from a newer
 * version and may be restricted there, so it counts as restricted here.
 */
export function isRestricted(code: string): boolean {
  return !isCode('flag', code) || codeEntry('flag', code).restricted === true;
}

/** Whether a worker may know that somebody has this flag. */
export function maySeeFlag(worker: { readonly roles: readonly Role[] }, code: string): boolean {
  return !isRestricted(code) || can(worker.roles, 'restricted.read');
}

/** The flags that a worker may know of; whatever lists, exports or shows flags sends them through here. */
export function visibleFlags<F extends { readonly code: string }>(
  worker: { readonly roles: readonly Role[] },
  flags: readonly F[],
): F[] {
  return flags.filter(({ code }) => maySeeFlag(worker, code));
}

const rank = new Map<string, number>(codesOf('flag').map((code, place) => [code, place]));

/** Codes of flags without repeats, most pressing first, as the flag list orders them. */
export function orderedFlagCodes(flags: readonly { readonly code: string }[]): string[] {
  const place = (code: string) => rank.get(code) ?? rank.size;
  return [...new Set(flags.map(({ code }) => code))].sort((a, b) => place(a) - place(b));
}
