import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { Start } from './fixtures.ts'

/** The clock of a program that a spec starts: it stands at the instant that was set last, so that minutes are exact. */
export interface DayClock {
  /** Give this to `openShell`. */
  start: Start
  /** To this instant (UTC epoch milliseconds), in the program and on its pages. */
  set(at: number, ...pages: Page[]): Promise<void>
}

/** A clock whose file lies beside the data of the test. */
export function dayClock(folder: string, at: number): DayClock {
  const file = join(folder, 'clock')
  writeFileSync(file, String(at))
  return {
    start: {
      env: { GELAR_TEST_CLOCK: file },
      preload: resolve(import.meta.dirname, '../fixtures/clock.cjs'),
    },
    async set(next, ...pages) {
      writeFileSync(file, String(next))
      await Promise.all(pages.map(page => page.clock.setFixedTime(next)))
    },
  }
}
