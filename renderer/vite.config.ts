import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = new URL('.', import.meta.url).pathname;
const nhsukImages = new URL('../node_modules/nhsuk-frontend/dist/nhsuk/assets/images', import.meta.url).pathname;

/**
 * Builds the interface into `dist/renderer` for every host. The hosts forbid inline script and style
 * (see electron/security-headers.ts), so nothing is inlined: neither the preload polyfill nor small images.
 */
export default defineConfig({
  root: here,
  base: '/',
  publicDir: false,
  plugins: [react()],
  resolve: { alias: { 'nhsuk-images': nhsukImages } },
  css: {
    preprocessorOptions: {
      scss: { loadPaths: [new URL('../node_modules', import.meta.url).pathname], quietDeps: true },
    },
  },
  build: {
    outDir: new URL('../dist/renderer', import.meta.url).pathname,
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    license: { fileName: 'licences.md' },
    chunkSizeWarningLimit: 1500,
  },
});
