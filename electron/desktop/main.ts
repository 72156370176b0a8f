import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { AppError } from '../../shared/errors.ts';
import { readStartOptions } from '../start-options.ts';
import { registerAppScheme } from './app-protocol.ts';
import { explainFailedStart, runDesktop } from './lifecycle.ts';
import { secureEveryPage } from './security.ts';

/**
 * Takes the profile for this process. What Chromium keeps on disk goes inside the profile, and the single-instance
 * lock lies there too: one process per profile, and a second start brings the first one's window to the front.
 * @returns false when another process has the profile open
 */
function claimProfile(profile: string): boolean {
  const browserData = join(profile, 'browser');
  try {
    mkdirSync(browserData, { recursive: true, mode: 0o700 });
  } catch {
    throw new AppError('profile-unusable', 'The data folder cannot be created or written. Choose another one.');
  }
  app.setPath('userData', browserData);
  return app.requestSingleInstanceLock();
}

/** An installed copy takes no orders from a debugger. (The fuses shut Node's own inspector.) */
function refuseRemoteDebugging(): void {
  app.commandLine.removeSwitch('remote-debugging-port');
  app.commandLine.removeSwitch('remote-debugging-pipe');
}

registerAppScheme();
secureEveryPage(app);
app.enableSandbox();
if (app.isPackaged) refuseRemoteDebugging();
try {
  const options = readStartOptions(process.argv.slice(1));
  if (claimProfile(options.profile)) void runDesktop(options);
  else app.quit();
} catch (error) {
  explainFailedStart(error);
}
