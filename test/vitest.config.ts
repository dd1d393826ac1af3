import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/{unit,integration,architecture}/**/*.test.{ts,tsx}'],
    passWithNoTests: true,
    testTimeout: 15_000,
    maxWorkers: 2,
  },
})
