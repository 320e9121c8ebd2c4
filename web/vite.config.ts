import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The server's policy allows scripts and styles from files of its own alone, so nothing is inlined into the page. */
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
