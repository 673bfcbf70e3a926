import { defineConfig } from 'vite';

/** The relay as one file for Node; what it needs of node_modules stays there. */
export default defineConfig({
  build: {
    ssr: 'src/relay/main.ts',
    outDir: 'build-relay',
    target: 'node20',
    copyPublicDir: false
  }
});
