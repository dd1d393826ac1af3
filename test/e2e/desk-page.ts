import { expect, type Locator, type Page } from '@playwright/test'

const SCANNER_GAP_MS = 4
const PERSON_GAP_MS = 60

/** The one field of the desk. */
export const deskField = (page: Page): Locator => page.getByRole('combobox', { name: 'Pindai badge atau cari peserta' })
/** The panel with what became of the last act. */
const verdict = (page: Page): Locator => page.locator('[data-verdict]').first()
/** A number at the top of the desk. */
export const counter = (page: Page, name: 'arrived' | 'complete' | 'walk-ins'): Locator =>
  page.locator(`[data-counter="${name}"]`)

export async function expectVerdict(page: Page, kind: string, ...words: (string | RegExp)[]): Promise<void> {
  await expect(verdict(page)).toHaveAttribute('data-verdict', kind)
  for (const word of words) await expect(verdict(page)).toContainText(word)
}

/** As a USB scanner does: keys, then Enter. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code, { delay: SCANNER_GAP_MS })
  await page.keyboard.press('Enter')
}

/**
 * Scans until the desk has taken it for a scan: on a starved machine the keys may come as slowly as a person's, and then the desk
 * rightly asks instead. What it answers to a scan is not up to time.
 */
export async function scanUntilTaken(
  page: Page,
  code: string,
  kind: string,
  ...words: (string | RegExp)[]
): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape')
    await scan(page, code)
    await expect(verdict(page)).toHaveAttribute('data-verdict', kind, { timeout: 5000 })
  }).toPass()
  await expectVerdict(page, kind, ...words)
}

/** As a person types. */
export async function typeSlowly(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: PERSON_GAP_MS })
}

/** To a screen through the rail, with its address as the sign that it is there. */
export async function goTo(page: Page, screen: 'Acara' | 'Peserta' | 'Registrasi' | 'Badge'): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: screen, exact: true }).press('Enter')
  await page.waitForURL(url => url.hash.startsWith(`#/${screen.toLowerCase()}`))
}
