import type { Session } from './context.ts';

/** When each session last left a line for reads that repeat while somebody types or scrolls. Gone with the session. */
const lastLines = new WeakMap<Session, Map<string, number>>();

/**
 * Whether a repeated read still belongs to the burst that is on record already: the same action on the same object in
 * the same session, less than `seconds` ago. Without a burst rule every read leaves its line.
 */
export function inAuditedBurst(
  session: Session,
  read: { readonly action: string; readonly object: string | null },
  seconds: number | undefined,
  now: string,
): boolean {
  const last = lastLines.get(session)?.get(keyOf(read));
  return seconds !== undefined && last !== undefined && Date.parse(now) - last < seconds * 1000;
}

/** Begins a burst: to be called when its line is durable. */
export function beginBurst(
  session: Session,
  read: { readonly action: string; readonly object: string | null },
  now: string,
): void {
  const lines = lastLines.get(session) ?? new Map<string, number>();
  lastLines.set(session, lines.set(keyOf(read), Date.parse(now)));
}

const keyOf = (read: { readonly action: string; readonly object: string | null }): string =>
  `${read.action} ${read.object ?? ''}`;
