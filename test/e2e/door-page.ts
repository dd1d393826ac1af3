import { expect, type Page } from '@playwright/test'
import { scan } from './desk-page.ts'

const DIRECTIONS = { in: 'Masuk', out: 'Keluar' } as const

/** To the door of a room, through the rail and the list of rooms. */
export async function goToDoor(page: Page, room: string): Promise<void> {
  // A door that is just being opened takes the keys for its field.
  await expect(async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Pintu', exact: true }).press('Enter')
    await expect(page).toHaveURL(/#\/pintu$/, { timeout: 2000 })
  }).toPass()
  await page.getByRole('article', { name: room }).getByRole('link').press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: room })).toBeVisible()
}

/** Turns the direction of the door by its key until it is this one. */
export async function setDirection(page: Page, direction: 'in' | 'out'): Promise<void> {
  const wanted = page.getByRole('radio', { name: DIRECTIONS[direction], exact: true })
  while (!(await wanted.isChecked())) {
    await page.keyboard.press('F8')
    await page.waitForTimeout(30)
  }
}

/** What the large panel of a desk or a door says: the kind of its verdict, and all its words. */
export interface Told {
  kind: string
  words: string
}

/** Scans a code and gives back the answer to just this scan. */
export async function scanFor(page: Page, code: string): Promise<Told> {
  return answerTo(page, () => scan(page, code))
}

/** Does something that gets an answer, and reads it as soon as it is drawn. */
export async function answerTo(page: Page, act: () => Promise<void>): Promise<Told> {
  const [told] = await Promise.all([page.evaluate(nextAnswer), act()])
  return told
}

/** On the page: what the panel says once its number is another one than now. */
function nextAnswer(): Promise<Told> {
  const panel = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-sequence]')
  const before = panel()?.dataset['sequence']
  return new Promise(resolve => {
    const observer = new MutationObserver(() => {
      const now = panel()
      if (!now || now.dataset['sequence'] === before) return
      observer.disconnect()
      resolve({ kind: now.dataset['verdict'] ?? '', words: now.textContent ?? '' })
    })
    observer.observe(document.body, { subtree: true, childList: true, attributes: true })
  })
}
