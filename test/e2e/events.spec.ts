import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, shells, test } from './fixtures.ts'

const NAME = 'Peer Learning Meeting Kabupaten Pangkajene dan Kepulauan 2026'

/** What axe finds of weight on what is seen now. */
async function seriousIn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.filter(found => ['serious', 'critical'].includes(found.impact ?? '')).map(found => found.id)
}

for (const shell of shells) {
  test(`an event is made with the keyboard alone; what was typed outlives a restart (${shell})`, async ({
    openShell,
  }) => {
    const program = await openShell(shell)
    let { page } = program
    await expect(page.getByRole('button', { name: /Acara baru/ })).toBeFocused()
    await page.keyboard.press('Enter')
    await page.getByLabel('Nama acara').fill(NAME)
    await page.getByLabel('Nama acara').press('Enter')
    await expect(page.getByText('Pilih hari pertama dan hari terakhir', { exact: false })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: /Buka acara contoh/ })).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('Nama acara')).toHaveValue(NAME)
    await page.getByRole('button', { name: /^Tanggal/ }).press('Enter')
    const days = page.locator('table button:not([data-outside])')
    await days.filter({ hasText: /^14$/ }).press('Enter')
    await days.filter({ hasText: /^15$/ }).press('Enter')
    await page.getByLabel('Nama acara').press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
    await expect(page.getByText(/^(Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu), 14 /)).toBeVisible()
    await program.restart()
    ;({ page } = program)
    await page.getByRole('button', { name: NAME }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
  })
}

test('the open event is edited, copied and closed; nothing of weight for axe on its screens', async ({
  launchHost,
  page,
  dataDir,
}) => {
  const host = await launchHost()
  await page.goto(host.url)
  await page.getByRole('button', { name: /Buka acara contoh/ }).click()
  await page.getByRole('link', { name: 'Acara' }).click()
  await page.getByRole('button', { name: 'Ubah', exact: true }).click()
  await page.getByLabel('Tempat').fill('Aula Lantai 3')
  await page.getByLabel('Tempat').press('Enter')
  await expect(page.getByText('Aula Lantai 3')).toBeVisible()
  await page.getByText('Langsung dicetak').click()
  await expect(page.getByText('Check-in tidak menunggu printer', { exact: false })).toBeVisible()
  writeFileSync(
    join(dataDir, 'logo.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>',
  )
  await page.locator('input[type=file]').setInputFiles(join(dataDir, 'logo.svg'))
  await expect(page.getByRole('img', { name: 'logo' })).toBeVisible()
  expect(await seriousIn(page)).toEqual([])
  await page.getByRole('button', { name: 'Lepas logo' }).click()
  await expect(page.getByRole('img', { name: 'logo' })).toBeHidden()
  await page.getByRole('button', { name: 'Simpan salinan' }).click()
  await page.getByLabel('Simpan ke').fill(join(dataDir, 'salinan'))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Salinan tersimpan dan utuh')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Tutup acara' }).click()
  await expect(page.getByRole('button', { name: /Acara baru/ })).toBeVisible()
  expect(await seriousIn(page)).toEqual([])
  await page.getByRole('button', { name: /^Buka acara Berkas/ }).click()
  await page.getByLabel('Lokasi berkas acara').fill(`"${join(dataDir, 'salinan.gelar')}"`)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Aula Lantai 3')).toBeVisible()
})

test('each file that is refused gets its own words', async ({ launchHost, page, dataDir }) => {
  const host = await launchHost()
  await page.goto(host.url)
  const fixture = 'test/fixtures/events/schema-1.gelar'
  const at = (name: string): string => join(dataDir, name)
  writeFileSync(at('daftar.gelar'), 'Nama;HP\n'.repeat(40))
  writeFileSync(at('kosong.gelar'), '')
  copyFileSync(fixture, at('baru.gelar'))
  const future = readFileSync(fixture)
  future.writeUInt32BE(999, 60)
  writeFileSync(at('baru.gelar'), future)
  await page.getByRole('button', { name: /^Buka acara Berkas/ }).click()
  const refusals = [
    ['tidak-ada.gelar', 'Berkas tidak ditemukan'],
    ['acara', 'Itu folder, bukan berkas'],
    ['daftar.gelar', 'Ini bukan berkas acara Gelar'],
    ['kosong.gelar', 'Berkas rusak'],
    ['baru.gelar', 'Dibuat dengan Gelar yang lebih baru'],
  ] as const
  for (const [name, words] of refusals) {
    await page.getByLabel('Lokasi berkas acara').fill(at(name))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText(words)
  }
})
