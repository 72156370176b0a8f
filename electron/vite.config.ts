import { defineConfig } from 'vite';

const root = new URL('..', import.meta.url).pathname;

/** Loaded at run time instead of bundled: native modules, and what Electron itself provides. */
const external = ['electron', 'better-sqlite3', '@node-rs/argon2'];

/** Scripts that are started, or found by address (see built-files.ts); each keeps its place and name in the bundle. */
const entries = {
  'built-files': 'electron/built-files.ts',
  'desktop/main': 'electron/desktop/main.ts',
  start: 'electron/start.ts',
  'headless/main': 'electron/headless/main.ts',
  'engine/worker': 'electron/engine/worker.ts',
};

/**
 * Bundles everything outside the renderer into `dist/electron`: ES modules for Node and Electron's main process, and
 * the preload script as CommonJS, which is all that a sandboxed preload may be. Nothing is minified, so that a stack
 * trace in a local log can be read.
 */
export default defineConfig({
  root,
  publicDir: false,
  build: { outDir: 'dist/electron', emptyOutDir: false, minify: false, reportCompressedSize: false, target: 'node24' },
  environments: {
    engine: {
      consumer: 'server',
      resolve: { noExternal: true, external },
      build: {
        ssr: true,
        emptyOutDir: true,
        license: { fileName: 'licences.md' },
        rolldownOptions: {
          input: entries,
          external,
          // Shared parts lie beside the entry `built-files`, whose addresses are relative to this folder.
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external },
      build: {
        ssr: true,
        rolldownOptions: {
          input: { 'desktop/preload': 'electron/desktop/preload.ts' },
          external,
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['engine', 'preload']) {
        const environment = builder.environments[name];
        if (!environment) throw new Error(`no build environment ${name}`);
        await builder.build(environment);
      }
    },
  },
});
