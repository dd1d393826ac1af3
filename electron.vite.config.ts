import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (...path: string[]): string => resolve(import.meta.dirname, ...path)

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          index: at('src-main/index.ts'),
          host: at('src-main/host.ts'),
          start: at('src-main/start.ts'),
          // Found by name at run time: src-main/jobs/run-job.ts starts it as a worker thread.
          'jobs-worker': at('src-main/jobs/jobs-worker.ts'),
        },
      },
    },
  },
  preload: {
    // A sandboxed preload may only require('electron'), so all else is bundled, as CommonJS.
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('src-main/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    publicDir: at('resources/public'),
    plugins: [react()],
    build: {
      // Old laptops get what Electron and a current Chromium understand.
      target: 'chrome130',
      rolldownOptions: {
        input: {
          index: at('src-renderer/index.html'),
          stage: at('src-renderer/stage.html'),
          print: at('src-renderer/print.html'),
        },
      },
    },
  },
})
