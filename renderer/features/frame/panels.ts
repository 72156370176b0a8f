import { useLayoutEffect } from 'react';
import { create } from 'zustand';
import type { LogContactRequest, PanelName, PanelRequests } from './plug-types.ts';

export type OpenPanel = {
  [N in PanelName]: { readonly name: N; readonly request: PanelRequests[N]; readonly opening: number };
}[PanelName];

interface PanelState {
  readonly open: OpenPanel | null;
  /** The person whose record is on screen, for panels opened without naming anybody. */
  readonly subject: LogContactRequest;
}

export const usePanelStore = create<PanelState>(() => ({ open: null, subject: {} }));

let openings = 0;

/** Opens a panel over the page; one at a time. Asked again for the one that is open, without naming anybody, it stays. */
export function openPanel<N extends PanelName>(name: N, request: PanelRequests[N]): void {
  const { open, subject } = usePanelStore.getState();
  if (open?.name === name && Object.keys(request).length === 0) return;
  openings += 1;
  usePanelStore.setState({ open: { name, request: { ...subject, ...request }, opening: openings } as OpenPanel });
}

/** Closes the panel that is open. */
export function closePanel(): void {
  usePanelStore.setState({ open: null });
}

/** Says whose record the page shows, so that Ctrl+L opens for that person. */
export function usePanelSubject(personId: string): void {
  // Before the page can be seen: a key pressed at first sight is for this person.
  useLayoutEffect(() => {
    usePanelStore.setState({ subject: { personId } });
    return () => usePanelStore.setState({ subject: {} });
  }, [personId]);
}
