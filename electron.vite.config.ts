import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { noncePlaceholder } from './src/contract/page-policy.ts'

/**
 * Three builds into `out/`: what runs in Node (the desktop's main process, the engine's processes, the command line), the
 * door between page and desktop, and the page, which the desktop's own scheme and the browser host both serve.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: {
          main: 'src/main/main.ts',
          casebook: 'src/cli/casebook.ts',
          'engine-process': 'src/main/engine-process.ts',
          'parse-worker': 'src/core/sources/parsing/parse-worker.ts',
          'search-worker': 'src/core/search/search-worker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload script is CommonJS and can load nothing beside itself.
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: 'src/preload/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    base: './',
    plugins: [react()],
    html: { cspNonce: noncePlaceholder },
    build: {
      outDir: 'out/renderer',
      minify: true,
      // The page comes from the disk, in one piece.
      chunkSizeWarningLimit: 2_500,
      // Inlined files would be `data:` addresses, which the page policy allows for images alone.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // The playground is a page of its own; packages leave it out.
      rollupOptions: {
        input: { index: 'src/renderer/index.html', playground: 'src/renderer/playground/index.html' },
      },
    },
  },
})
