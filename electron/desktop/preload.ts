import { contextBridge, ipcRenderer } from 'electron';
import type { Answer, EngineEvent } from '../../shared/contract/answer.ts';
import type { Printed } from '../../shared/contract/printed.ts';
import { callChannel, eventChannel, pdfChannel } from './channels.ts';

/** All that a page can reach outside itself. Arguments and results are copied, never shared. */
const bridge = {
  /** Calls one endpoint; resolves to the answer's envelope. */
  call(name: string, input: unknown, meta?: { commandId?: string }): Promise<Answer> {
    return ipcRenderer.invoke(callChannel, name, input, meta);
  },
  /** Saves what the window shows as a PDF, where the person at the keyboard says. */
  savePdf(): Promise<Printed> {
    return ipcRenderer.invoke(pdfChannel);
  },
  /** Listens to the engine; the returned function stops listening. */
  onEvent(listener: (event: EngineEvent) => void): () => void {
    const forward = (_event: unknown, engineEvent: EngineEvent) => listener(engineEvent);
    ipcRenderer.on(eventChannel, forward);
    return () => {
      ipcRenderer.off(eventChannel, forward);
    };
  },
};

contextBridge.exposeInMainWorld('oneteam', bridge);
