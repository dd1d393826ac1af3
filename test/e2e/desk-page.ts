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

/**
 * As a USB scanner does: keys, then Enter. Each key carries the time at which a scanner would have pressed it, so that a slow
 * machine does not make a scanner into somebody who types.
 */
export async function scan(page: Page, code: string): Promise<void> {
  const keyboard = await page.context().newCDPSession(page)
  const keys = [...code].map(key => ({ key, text: key }))
  const firstAtMs = Date.now() - keys.length * SCANNER_GAP_MS
  const presses = [...keys, { key: 'Enter', text: '\r' }].map(async ({ key, text }, index) => {
    const timestamp = (firstAtMs + index * SCANNER_GAP_MS) / 1000
    await Promise.all([
      keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, unmodifiedText: text, timestamp }),
      keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp }),
    ])
  })
  await Promise.all(presses)
  await keyboard.detach()
}

/** As somebody pastes a code: fewer steps than {@link scan}, for specs in which hundreds of people come. */
export async function pasteCode(page: Page, code: string): Promise<void> {
  await page.keyboard.insertText(code)
  await page.keyboard.press('Enter')
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
