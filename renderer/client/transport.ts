import type { Answer, EngineEvent } from '../../shared/contract/answer.ts';
import type { Printed } from '../../shared/contract/printed.ts';
import { browserTransport } from './transport-browser.ts';
import { desktopTransport } from './transport-desktop.ts';
/** Whether the engine can be reached at this moment. */
export type Link = 'connecting' | 'connected' | 'lost';

/** What a host offers to the renderer. `call` never rejects: a lost connection is an answer too. */
export interface Transport {
  call(name: string, input: unknown, commandId?: string): Promise<Answer>;
  /** Saves what the window shows as a PDF; null where the host leaves that to the browser's print dialog. */
  readonly savePdf: (() => Promise<Printed>) | null;
  onEvent(listener: (event: EngineEvent) => void): () => void;
  /** Told at once with the present state, then at each change. Coming back to `connected` means events may be missing. */
  onLink(listener: (link: Link) => void): () => void;
}

/** The host that this page was loaded by: the preload bridge of the desktop, otherwise the loopback server. */
export const transport: Transport =
  window.oneteam === undefined ? browserTransport() : desktopTransport(window.oneteam);
