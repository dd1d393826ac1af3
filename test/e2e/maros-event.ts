import { writeFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { goTo } from './desk-page.ts'
import { chooseList } from './event-page.ts'
import type { Shell } from './fixtures.ts'

/** How many people the list of Maros becomes. */
export const PEOPLE_OF_MAROS = 133

/** The list of Maros through the import: its three doubles are the same person, the broken NIP is left out. */
export async function importMaros(page: Page): Promise<void> {
  await chooseList(page, 'peserta-maros-2023.xlsx')
  const summary = '136 baris dibaca: 132 masuk, 3 mungkin ganda, 1 perlu diperiksa'
  await expect(page.getByText(summary, { exact: true })).toBeVisible()
  await expect(page.getByText('NIP rusak oleh Excel: 1 baris')).toBeVisible()
  await expect(page.getByText('HP tersimpan sebagai angka: 4 baris')).toBeVisible()
  for (let count = 1; count <= 3; count++) {
    await page.keyboard.press('1')
    await expect(page.getByText(`${count} dari 3 diputuskan`)).toBeVisible()
  }
  await page.getByRole('tab', { name: /Perlu diperiksa/ }).press('Enter')
  await page.getByRole('button', { name: /Impor tanpa nomor yang rusak/ }).press('Enter')
  await expect(page.getByText('Semua baris sudah diputuskan.')).toBeVisible()
  await page.getByRole('button', { name: `Impor ${PEOPLE_OF_MAROS} orang` }).press('Enter')
  await expect(page.getByText('136 baris dibaca: 133 masuk, 3 orang yang sama, 0 ditinggalkan')).toBeVisible()
  await goTo(page, 'Peserta')
  await expect(page.getByText(`${PEOPLE_OF_MAROS} orang terdaftar`, { exact: true })).toBeVisible()
}

/** All badges on paper: the desktop writes the PDF, the browser prints the page that it is given. */
export async function printAllBadges({ app, page }: Shell, pdf: string): Promise<void> {
  await app?.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, pdf)
  await goTo(page, 'Badge')
  await expect(page.getByTestId('badge-count')).toHaveText(String(PEOPLE_OF_MAROS))
  if (app) {
    const target = page.getByRole('combobox', { name: 'Cetak ke' })
    if ((await target.inputValue()) !== 'Berkas PDF') {
      await target.press('Enter')
      await page.getByRole('option', { name: 'Berkas PDF' }).click()
    }
  }
  await page.getByRole('button', { name: `Cetak ${PEOPLE_OF_MAROS} badge` }).press('Enter')
  if (!app) {
    const question = page.getByRole('dialog', { name: 'Apakah badge sudah keluar?' })
    await expect(question.getByRole('button', { name: 'Sudah keluar' })).toBeFocused()
    const [paper] = await Promise.all([
      page.context().waitForEvent('page'),
      question.getByRole('link', { name: 'Buka halaman cetak' }).press('Enter'),
    ])
    await paper.waitForLoadState('load')
    await paper.evaluate('window.printPageReady')
    writeFileSync(pdf, await paper.pdf({ preferCSSPageSize: true, printBackground: true }))
    await paper.close()
    await question.getByRole('button', { name: 'Sudah keluar' }).press('Enter')
  }
  await expect(page.locator('[data-state="done"]').filter({ hasText: `${PEOPLE_OF_MAROS} badge` })).toBeVisible()
}
