import { BrowserWindow, dialog, type Session } from 'electron';
import { preloadScript } from '../built-files.ts';
import { appOrigin } from './app-protocol.ts';

/**
 * The one window. Its page is sandboxed and isolated, and sees nothing of Node or Electron but the preload's bridge.
 * Spelling is not checked: Chromium fetches its dictionaries from the network.
 */
export function createWindow(session: Session, options: { readonly devTools: boolean }): BrowserWindow {
  const window = new BrowserWindow({
    title: 'OneTeam',
    width: 1360,
    height: 900,
    minWidth: 720,
    minHeight: 520,
    show: false,
    backgroundColor: '#f0f4f5',
    webPreferences: {
      session,
      preload: preloadScript,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.devTools,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') void offerReopening(window);
  });
  return window;
}

/** Loads the interface into the window; resolves when it is there. */
export function showApp(window: BrowserWindow): Promise<void> {
  return window.loadURL(`${appOrigin}/`);
}

/** A page that crashed has lost nothing (drafts are in the store), so the offer is to show it again. */
async function offerReopening(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'OneTeam',
    message: 'The OneTeam window stopped working.',
    detail: 'What you saved is safe, and so are your drafts.',
    buttons: ['Show it again', 'Close OneTeam'],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) window.webContents.reload();
  else window.close();
}
