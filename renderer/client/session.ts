import { createContext, use } from 'react';
import type { OutputOf } from '../../shared/contract/index.ts';
import type { SessionView } from '../../shared/contract/session.ts';
import { can, type Permission } from '../../shared/domain/permissions.ts';
import { type Asked, useAsk } from './queries.ts';

export type SessionState = OutputOf<'session.state'>;

/** Where the profile stands and who is signed in. */
export function useSessionState(): Asked<SessionState> {
  return useAsk('session.state', {});
}

export const SessionContext = createContext<SessionView | null>(null);

/** Who is signed in. Only inside the frame, which is shown to nobody else. */
export function useSession(): SessionView {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession outside of an open session');
  return session;
}

/** Whether to show what needs this permission. The engine decides again on each call. */
export function useMay(permission: Permission): boolean {
  return can(useSession().roles, permission);
}
