import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { Answer } from '../../shared/contract/answer.ts';
import type { Printed } from '../../shared/contract/printed.ts';
import type { EngineHost } from '../engine-host.ts';
import { appOrigin } from './app-protocol.ts';
import { callChannel, eventChannel, pdfChannel } from './channels.ts';
import { savePdf } from './print.ts';

const refused: Answer = {
  ok: false,
  error: { code: 'not-allowed', message: 'This call does not come from the OneTeam window.' },
};
const malformed: Answer = { ok: false, error: { code: 'bad-input', message: 'This is not a call.' } };

/**
 * Saves what the window shows as a PDF when its page asks. Whoever else asks is refused; a page can only save what it
 * shows, and what it shows is on record already. One at a time, so that a page cannot pile up dialogs.
 * @returns a function that stops it
 */
export function connectPdf(window: BrowserWindow): () => void {
  let saving: Promise<Printed> | null = null;
  ipcMain.handle(pdfChannel, async (event): Promise<Printed> => {
    if (!isOurMainFrame(event, window.webContents)) return 'failed';
    saving ??= savePdf(window).finally(() => {
      saving = null;
    });
    return saving;
  });
  return () => ipcMain.removeHandler(pdfChannel);
}

/**
 * Carries calls from one page to the engine, and the engine's events to that page. Only the main frame of that page,
 * showing our own origin, is answered. Nothing is decided here: the engine parses, permits and audits.
 * @returns a function that stops both directions
 */
export function connectPage(page: WebContents, engine: EngineHost): () => void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown, meta: unknown): Promise<Answer> => {
    if (!isOurMainFrame(event, page)) return Promise.resolve(refused);
    if (typeof name !== 'string') return Promise.resolve(malformed);
    return engine.call(name, input, callMeta(meta));
  });
  const stopEvents = engine.onEvent((event) => {
    if (!page.isDestroyed()) page.send(eventChannel, event);
  });
  return () => {
    stopEvents();
    ipcMain.removeHandler(callChannel);
  };
}

function isOurMainFrame(event: IpcMainInvokeEvent, page: WebContents): boolean {
  const frame = event.senderFrame;
  return event.sender === page && frame !== null && frame.parent === null && frame.origin === appOrigin;
}

/** Takes the command id and nothing else; its form is the engine's business. */
function callMeta(meta: unknown): { commandId?: string } {
  if (typeof meta !== 'object' || meta === null || !('commandId' in meta)) return {};
  return typeof meta.commandId === 'string' ? { commandId: meta.commandId } : {};
}
