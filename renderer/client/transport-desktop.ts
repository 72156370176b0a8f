import type { Answer, EngineEvent } from '../../shared/contract/answer.ts';
import type { Printed } from '../../shared/contract/printed.ts';
import type { Transport } from './transport.ts';

/** What the desktop host's preload script puts on the window. */
export interface DesktopBridge {
  call(name: string, input: unknown, meta?: { commandId?: string }): Promise<Answer>;
  savePdf(): Promise<Printed>;
  onEvent(listener: (event: EngineEvent) => void): () => void;
}

declare global {
  interface Window {
    readonly oneteam?: DesktopBridge;
  }
}

/** Calls through the preload bridge, which lives and dies with the window: its link is never lost. */
export function desktopTransport(bridge: DesktopBridge): Transport {
  return {
    call: (name, input, commandId) => bridge.call(name, input, commandId === undefined ? undefined : { commandId }),
    savePdf: () => bridge.savePdf(),
    onEvent: (listener) => bridge.onEvent(listener),
    onLink: (listener) => {
      listener('connected');
      return () => {};
    },
  };
}
