import { join, resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { dateInZone } from '#main/features/events/time-rules.ts'
import { goTo } from './desk-page.ts'

const SAMPLES = resolve(import.meta.dirname, '../fixtures/samples')
const ZONE = 'Asia/Makassar'

/** From the start screen through the form to the event's own screen: an event of one day, today (by the clock of the page) in Makassar. */
export async function makeEventOfToday(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('button', { name: /Acara baru/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByLabel('Nama acara').pressSequentially(name)
  await page.getByRole('radio', { name: 'WITA' }).press('Space')
  await expect(page.getByRole('radio', { name: 'WITA' })).toBeChecked()
  await page.getByRole('button', { name: /^Tanggal/ }).press('Enter')
  const [year, month, day] = dateInZone(await page.evaluate(() => Date.now()), ZONE)
    .split('-')
    .map(Number)
  const monthName = new Intl.DateTimeFormat('id', { month: 'long' }).format(new Date(year!, month! - 1))
  const today = page.getByRole('button', { name: `${day} ${monthName} ${year}`, exact: true })
  await today.press('Enter')
  await today.press('Enter')
  await page.getByLabel('Nama acara').press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Opens the import of the open event, gives it a list of the samples and goes on to its rows. */
export async function chooseList(page: Page, file: string): Promise<void> {
  await goTo(page, 'Peserta')
  await page.getByRole('link', { name: 'Impor', exact: true }).press('Enter')
  await expect(page.getByRole('button', { name: 'Pilih berkas' })).toBeVisible()
  await page.locator('input[type=file]').setInputFiles(join(SAMPLES, file))
  await page.getByRole('button', { name: 'Periksa baris' }).press('Enter')
}
