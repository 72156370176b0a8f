import { type App, type Session, shell, type WebContents } from 'electron';
import { appOrigin } from './app-protocol.ts';

/**
 * Websites that the interface may hand to the machine's own browser: guidance and public services only.
 * Exact host names; a subdomain must be listed by itself.
 */
const listedHosts: ReadonlySet<string> = new Set([
  'digital.nhs.uk',
  'liverpool.gov.uk',
  'www.england.nhs.uk',
  'www.gov.uk',
  'www.nhs.uk',
  'www.nice.org.uk',
]);

/** Whether an address may leave the application: a telephone number, or https on a listed host. */
export function mayOpenExternally(address: string): boolean {
  if (/^tel:\+?[0-9][0-9 ()-]{2,19}$/.test(address)) return true;
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const isPlain = url.username === '' && url.password === '' && url.port === '';
  return url.protocol === 'https:' && isPlain && listedHosts.has(url.hostname);
}

/**
 * Shuts a browser session: every permission is refused, both when asked and when checked; nothing is fetched except
 * the bundled renderer and what it made itself; only files that the interface made can be saved.
 */
export function secureSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !isOwnAddress(request.url) }));
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${appOrigin}/`)) event.preventDefault();
  });
}

/** Shuts every page that is ever created, whoever creates it. Call before the first window exists. */
export function secureEveryPage(app: App): void {
  app.on('web-contents-created', (_event, contents) => securePage(contents));
}

function securePage(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    openExternally(url);
    return { action: 'deny' };
  });
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && isAppPage(event.url)) return;
    event.preventDefault();
    if (event.isMainFrame) openExternally(event.url);
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function openExternally(address: string): void {
  if (!mayOpenExternally(address)) return;
  // A machine without a telephone or browser application is no reason to disturb; the number stays on screen.
  shell.openExternal(address).catch(() => undefined);
}

/** A page of the interface itself; the application's own protocol decides whether it exists. */
function isAppPage(address: string): boolean {
  return address === appOrigin || address.startsWith(`${appOrigin}/`);
}

function isOwnAddress(address: string): boolean {
  return isAppPage(address) || address.startsWith(`blob:${appOrigin}/`) || address.startsWith('data:');
}
