import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The pages: built into dist/web, served by our own server, which puts a fresh nonce into every answer. */
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Inlined files would be data: URLs, which the content security policy refuses.
    assetsInlineLimit: 0,
    // One page with Fluent UI: 160 KB over the wire.
    chunkSizeWarningLimit: 650,
  },
});
