import { spawn } from 'node:child_process';

/**
 * Opens an address in the machine's own browser. Other people of this machine may be able to read command lines;
 * what they could take from it, the start token, ends with its first use and has no passphrase with it.
 * @param failed told, at most once, when nothing could be started
 */
export function openBrowser(url: string, failed: () => void, platform: NodeJS.Platform = process.platform): void {
  const [command, args] = openCommand(url, platform);
  const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsHide: true });
  child.once('error', failed);
  child.once('exit', (code) => {
    if (code !== null && code !== 0) failed();
  });
  child.unref();
}

/** The command that hands an address to the default browser, and its arguments. */
export function openCommand(url: string, platform: NodeJS.Platform): [command: string, args: string[]] {
  if (platform === 'darwin') return ['open', [url]];
  // Not `start` of cmd.exe, which would read characters of the address as commands.
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]];
  return ['xdg-open', [url]];
}
