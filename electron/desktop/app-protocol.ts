import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { findRendererFile, listRendererFiles, type RendererFiles } from '../renderer-files.ts';
import { securityHeaders } from '../security-headers.ts';

const scheme = 'app';
const host = 'oneteam';

/** Origin of the interface. Only frames of this origin may call the engine. */
export const appOrigin = `${scheme}://${host}`;

/** Makes `app://` an origin of its own, with the same-origin rules of https. Call before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the built renderer at `app://oneteam/` for one browser session.
 * @throws when `folder` cannot be read (the renderer has not been built)
 */
export function serveApp(session: Session, folder: string): void {
  const files = listRendererFiles(folder);
  session.protocol.handle(scheme, (request) => answerAppRequest(request, files));
}

/** Answers one `app://` request; every answer, also a refusal, carries the security headers. */
export async function answerAppRequest(request: Request, files: RendererFiles): Promise<Response> {
  const url = new URL(request.url);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  if (url.protocol !== `${scheme}:` || url.host !== host) return refusal(404);
  const found = findRendererFile(files, url.pathname);
  if (!found) return refusal(404);
  const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(found.file));
  return new Response(body, { status: 200, headers: { ...securityHeaders, 'content-type': found.type } });
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}
