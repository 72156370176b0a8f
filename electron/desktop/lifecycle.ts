import { type App, app, type BrowserWindow, dialog, type PowerMonitor, powerMonitor, session } from 'electron';
import { AppError } from '../../shared/errors.ts';
import { rendererFolder } from '../built-files.ts';
import { type EngineHost, startEngine } from '../engine-host.ts';
import type { StartOptions } from '../start-options.ts';
import { serveApp } from './app-protocol.ts';
import { connectPage, connectPdf } from './ipc.ts';
import { addEditMenu, setApplicationMenu } from './menu.ts';
import { readDeviceSecret } from './secrets.ts';
import { secureSession } from './security.ts';
import { createWindow, showApp } from './window.ts';

/**
 * Runs the desktop host for one profile: engine, then window; resolves when the interface is on screen.
 * A start that fails is explained in a dialog and ends the application with exit code 1.
 */
export async function runDesktop(options: StartOptions): Promise<void> {
  await app.whenReady();
  try {
    const deviceSecret = await deviceSecretFor(options);
    if (deviceSecret === 'quit') return app.quit();
    const engine = await startEngine({ profile: options.profile, demo: options.demo, deviceSecret });
    deviceSecret?.fill(0); // the engine's thread has its own copy now
    await openDesktop(engine);
  } catch (error) {
    explainFailedStart(error);
  }
}

/** Says in a dialog why the application cannot start, without technical detail, and ends it. */
export function explainFailedStart(error: unknown): void {
  const message = error instanceof AppError ? error.message : 'An unexpected error stopped OneTeam while it started.';
  dialog.showErrorBox('OneTeam cannot start', message);
  app.exit(1);
}

async function openDesktop(engine: EngineHost): Promise<void> {
  closeEngineBeforeQuit(app, engine);
  lockWithMachine(powerMonitor, engine);
  // Without `persist:` the browser session lives in memory: no page, cookie or cache of ours reaches the disk.
  const browserSession = session.fromPartition('oneteam', { cache: false });
  secureSession(browserSession);
  serveApp(browserSession, rendererFolder);
  const devTools = !app.isPackaged;
  const window = createWindow(browserSession, { devTools });
  window.on('closed', connectPage(window.webContents, engine));
  window.on('closed', connectPdf(window));
  addEditMenu(window.webContents);
  setApplicationMenu({ lock: () => void lock(engine), devTools, platform: process.platform });
  app.on('second-instance', () => bringToFront(window));
  app.on('window-all-closed', () => app.quit());
  await showApp(window);
}

/** The demonstration has published sign-ins and opens on any host, so it has no device secret. */
async function deviceSecretFor(options: StartOptions): Promise<Buffer | null | 'quit'> {
  if (options.demo) return null;
  const found = await readDeviceSecret(options.profile);
  if (found.state === 'ready') return found.secret;
  if (found.state === 'none') return null;
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'OneTeam',
    message: 'This computer’s keystore cannot open the device secret of this profile.',
    detail:
      'Passphrases will not work until the keystore is available again. Unlock it and start OneTeam again, or go on and use your printed recovery code.',
    buttons: ['Quit', 'Go on with a recovery code'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1 ? null : 'quit';
}

/** Windows close first; then the engine finishes what it has and closes the store; only then the process ends. */
function closeEngineBeforeQuit(application: App, engine: EngineHost): void {
  let closing = false;
  application.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    engine.close().then(
      () => application.exit(0),
      () => application.exit(1),
    );
  });
}

/** Locks the session when the machine locks its screen or goes to sleep, and quits in order when it shuts down. */
function lockWithMachine(monitor: PowerMonitor, engine: EngineHost): void {
  monitor.on('lock-screen', () => void lock(engine));
  monitor.on('suspend', () => void lock(engine));
  monitor.on('shutdown', () => app.quit());
}

async function lock(engine: EngineHost): Promise<void> {
  await engine.call('session.lock', {});
}

function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
