import { useEffect } from 'react';
import { create } from 'zustand';
import type { LogContactRequest, PanelName, PanelRequests } from './plug-types.ts';

export type OpenPanel = { [N in PanelName]: { readonly name: N; readonly request: PanelRequests[N] } }[PanelName];

interface PanelState {
  readonly open: OpenPanel | null;
  /** The person whose record is on screen, for panels opened without naming anybody. */
  readonly subject: LogContactRequest;
}

export const usePanelStore = create<PanelState>(() => ({ open: null, subject: {} }));

/** Opens a panel over the page; one at a time. */
export function openPanel<N extends PanelName>(name: N, request: PanelRequests[N]): void {
  usePanelStore.setState(({ subject }) => ({ open: { name, request: { ...subject, ...request } } }));
}

/** Closes the panel that is open. */
export function closePanel(): void {
  usePanelStore.setState({ open: null });
}

/** Says whose record the page shows, so that Ctrl+L opens for that person. */
export function usePanelSubject(personId: string): void {
  useEffect(() => {
    usePanelStore.setState({ subject: { personId } });
    return () => usePanelStore.setState({ subject: {} });
  }, [personId]);
}
