import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A file of the built renderer: absolute path and media type. */
export interface RendererFile {
  readonly file: string;
  readonly type: string;
}

/** The files that may be served, by their path from the folder: `index.html`, `assets/main.js`. */
export type RendererFiles = ReadonlyMap<string, RendererFile>;

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Lists the built renderer once. Serving looks paths up in this list and never builds a path from a request, so
 * nothing outside the folder can be named. Symbolic links and files of unlisted types are left out.
 * @throws when the folder cannot be read (the renderer has not been built)
 */
export function listRendererFiles(folder: string, prefix = ''): RendererFiles {
  const files = new Map<string, RendererFile>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = prefix + entry.name;
    const file = join(folder, entry.name);
    const type = mediaTypes[extname(entry.name).toLowerCase()];
    if (entry.isDirectory()) {
      for (const [name, found] of listRendererFiles(file, `${path}/`)) files.set(name, found);
    } else if (entry.isFile() && type !== undefined) {
      files.set(path, { file, type });
    }
  }
  return files;
}

/**
 * The file that answers a request for `pathname` (as `URL.pathname` gives it, still percent-encoded).
 * An address of the interface (no file ending, such as `/cases/open`) answers with `index.html`.
 * @returns undefined when there is no such file, and for every path with dot segments, backslashes, control
 * characters or a second layer of encoding
 */
export function findRendererFile(files: RendererFiles, pathname: string): RendererFile | undefined {
  const path = decodeOnce(pathname);
  if (path === undefined || !path.startsWith('/') || isSuspicious(path)) return undefined;
  const exact = files.get(path.slice(1));
  if (exact) return exact;
  const isAddress = extname(path) === '';
  return isAddress ? files.get('index.html') : undefined;
}

function decodeOnce(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined; // a broken escape sequence
  }
}

function isSuspicious(path: string): boolean {
  const segments = path.split('/');
  if (segments.includes('..') || segments.includes('.')) return true;
  for (const char of path) {
    if (char === '\\' || char === '%' || char < ' ' || char === '\u007f') return true;
  }
  return false;
}
