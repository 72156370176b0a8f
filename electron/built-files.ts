import { fileURLToPath } from 'node:url';

/**
 * Where the files lie that one part of the application starts or serves by address rather than by import.
 * The same code runs as TypeScript source (`electron/`, under Node) and bundled (`dist/electron/`). The bundler keeps
 * this module in a file of its own in the top folder of the bundle, and it alone knows the difference.
 */
const fromSource = import.meta.url.endsWith('.ts');

/** Script of the engine's worker thread. */
export const engineWorker: URL = new URL(fromSource ? './engine/worker.ts' : './engine/worker.js', import.meta.url);

/** Folder of the built renderer (`index.html` and its assets), for the hosts that serve it. */
export const rendererFolder: string = fileURLToPath(
  new URL(fromSource ? '../dist/renderer' : '../renderer', import.meta.url),
);

/** The bundled preload script of the desktop host; it exists only after a build. */
export const preloadScript: string = fileURLToPath(
  new URL(fromSource ? '../dist/electron/desktop/preload.cjs' : './desktop/preload.cjs', import.meta.url),
);

/** The bundled main script of the desktop host, as handed to the Electron binary; it exists only after a build. */
export const desktopMain: string = fileURLToPath(
  new URL(fromSource ? '../dist/electron/desktop/main.js' : './desktop/main.js', import.meta.url),
);
