import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { watchIdle } from '../../client/idle.ts';
import { onJobEnd } from '../../client/jobs.ts';
import { leaveSession } from '../../client/live.ts';
import { useMay, useSession, useSessionState } from '../../client/session.ts';
import { type Command, CommandPalette } from '../../components/command-palette.tsx';
import { Toaster } from '../../components/toaster.tsx';
import { plugs } from '../../plugs.ts';
import { useFindCommands } from './find-commands.ts';
import { reportJobEnd } from './job-report.ts';
import { usePageFocus } from './page-focus.ts';
import { PanelOutlet } from './panel-outlet.tsx';
import { openPanel } from './panels.ts';
import { useShortcuts } from './shortcuts.ts';
import { SideNav } from './side-nav.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';

/** The frame around every page of an open session. */
export function AppShell({ children }: { readonly children: ReactNode }) {
  const { lockAfterMinutes } = useSession();
  const demo = useSessionState().data?.demo === true;
  const [searching, setSearching] = useState(false);
  const logs = useMay('contacts.write') && plugs.panels.logContact !== undefined;

  const deeds = useMemo(
    () => ({
      search: () => setSearching(true),
      lock: () => void leaveSession('session.lock'),
      signOut: () => void leaveSession('session.signOut'),
      logContact: logs ? () => openPanel('logContact', {}) : undefined,
    }),
    [logs],
  );
  const actions = useMemo(
    (): readonly Command[] => [
      ...(deeds.logContact ? [{ id: 'log', label: 'Log contact', icon: 'plus', run: deeds.logContact } as const] : []),
      { id: 'lock', label: 'Lock', icon: 'lock', run: deeds.lock },
      { id: 'sign-out', label: 'Sign out', icon: 'leave', run: deeds.signOut },
    ],
    [deeds],
  );
  useShortcuts(
    useMemo(
      () => ({ k: deeds.search, 'shift+l': deeds.lock, ...(deeds.logContact && { l: deeds.logContact }) }),
      [deeds],
    ),
  );
  useEffect(() => watchIdle(lockAfterMinutes, deeds.lock), [lockAfterMinutes, deeds]);
  useEffect(() => onJobEnd(reportJobEnd), []);
  usePageFocus();

  return (
    <div className="ot-app">
      <a className="ot-skip" href="#content">
        Skip to the content
      </a>
      <TopBar
        demo={demo}
        onSearch={deeds.search}
        onLogContact={deeds.logContact}
        onLock={deeds.lock}
        onSignOut={deeds.signOut}
      />
      <SideNav />
      <main className="ot-main" id="content" tabIndex={-1}>
        {children}
      </main>
      <StatusBar />
      <CommandPalette
        open={searching}
        onClose={() => setSearching(false)}
        placeholder="Name, birth date, postcode, NHS number, page"
        look={useFindCommands(actions)}
      />
      <PanelOutlet />
      <Toaster />
    </div>
  );
}
