import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { readXlsx } from 'hucre'
import { createEvent } from '#main/features/events/creation-service.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { expect, shells, test } from './fixtures.ts'

const SAMPLE = resolve(import.meta.dirname, '../fixtures/samples/rundown-maros-2023.csv')

function makeEvent(dataDir: string): void {
  const workspace = new Workspace(dataDir)
  const details = { hostInstitution: '', theme: '', venue: '', level: 'kabupaten', timeZone: 'Asia/Makassar' } as const
  createEvent(workspace, { ...details, name: 'PLM Kabupaten Maros', days: ['2026-11-22', '2026-11-23'] }, Date.now())
  workspace.close()
}

async function openImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^PLM Kabupaten Maros/ }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Kehadiran' }).click()
  await page.getByRole('link', { name: 'Impor susunan acara' }).click()
  await expect(page.getByRole('heading', { name: 'Impor susunan acara' })).toBeVisible()
}

/** The page is the same in both shells; one of them is looked through. */
async function expectAccessible(page: Page, shell: string): Promise<void> {
  if (shell !== 'host') return
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`)).toEqual([])
}

/** Set to a folder to take pictures of each step. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['GELAR_PICTURES']
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
}

const rowOf = (page: Page, title: string | RegExp) =>
  page.getByRole('table', { name: 'Baris dan sesinya' }).getByRole('row').filter({ hasText: title })

for (const shell of shells) {
  test(`the rundown of Maros becomes 17 sessions, and again none (${shell})`, async ({ openShell, dataDir }) => {
    makeEvent(dataDir)
    const { page } = await openShell(shell)
    await openImport(page)
    await page.locator('input[type=file]').setInputFiles(SAMPLE)
    await expect(page.getByRole('table', { name: 'Kolom dan isinya' })).toBeVisible()
    await expectAccessible(page, shell)
    await picture(page, `rundown-${shell}-1-columns`)
    await page.getByRole('button', { name: 'Periksa baris' }).press('Enter')
    await expect(
      page.getByText('17 baris dibaca: 17 sesi baru, 0 berubah, 0 sudah ada, 0 perlu diperiksa'),
    ).toBeVisible()
    for (const room of ['Ruang Anggrek', 'Ruang Melati']) {
      const row = rowOf(page, room)
      await expect(row).toContainText('13.15–14.15')
      await expect(row).toContainText('Kapasitas 40')
    }
    const show = rowOf(page, 'Talk show')
    await expect(show.getByRole('listitem')).toHaveText([
      'Pengelola Perpustakaan Desa A',
      'Kepala Desa B',
      'Penerima Manfaat C',
    ])
    await expect(rowOf(page, 'Ishoma').getByRole('switch')).toHaveCount(0)
    await expect(show.getByRole('switch')).toBeChecked()
    const prayer = rowOf(page, 'Pembukaan').filter({ hasText: /Doa/ }).getByRole('switch')
    await expect(prayer).not.toBeChecked()
    await prayer.press('Space')
    await expect(prayer).toBeChecked()
    await expectAccessible(page, shell)
    await picture(page, `rundown-${shell}-2-preview`)
    await page.getByRole('button', { name: 'Impor 17 sesi' }).press('Enter')
    await expect(page.getByText('17 baris dibaca: 17 sesi masuk')).toBeVisible()
    await expectAccessible(page, shell)
    await picture(page, `rundown-${shell}-3-report`)
    await page.getByRole('link', { name: 'Lihat kehadiran' }).click()
    await expect(page.getByText('17 sesi')).toBeVisible()
    await picture(page, `rundown-${shell}-3b-programme`)
    await page.getByRole('link', { name: 'Impor susunan acara' }).click()

    await page.locator('input[type=file]').setInputFiles(SAMPLE)
    await expect(page.getByText('Sama seperti pilihan terakhir')).toBeVisible()
    await page.getByRole('button', { name: 'Periksa baris' }).click()
    await expect(page.getByText('17 baris dibaca: 0 sesi baru, 0 berubah, 17 sudah ada')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Impor 0 sesi' })).toBeDisabled()
    await page.getByRole('button', { name: 'Kembali ke kolom' }).click()
    await page.getByRole('button', { name: 'Pilih berkas lain' }).click()
    await page.getByRole('link', { name: /rundown-maros-2023/ }).click()
    await page.getByRole('button', { name: 'Batalkan impor ini' }).click()
    await expect(page.getByText('Dibatalkan', { exact: true })).toBeVisible()
    await page.getByRole('link', { name: 'Lihat kehadiran' }).click()
    await expect(page.getByRole('link', { name: 'Impor susunan acara' })).toBeVisible()
  })

  test(`what a rundown leaves open is said row by row (${shell})`, async ({ openShell, dataDir }) => {
    makeEvent(dataDir)
    const { page } = await openShell(shell)
    await openImport(page)
    const lines = [
      'Hari;Waktu;Acara;Tempat;Pengisi',
      'Hari 1: Minggu, 22 November 2026;;;;',
      ';07.30-08.30;Registrasi;Lobi;',
      ';08.30;Pembukaan;Aula;',
      ';10.00 - selesai;Talk show;;Dr. Andi Nurhayati, S.Sos., M.Si.; Prof. Budi',
      'Senin, 22 November 2026;13.00-14.00;Kelas A;Aula;',
    ]
    // A `;` inside a cell stands in quotes, as a spreadsheet program writes it.
    lines[4] = ';10.00 - selesai;Talk show;;"Dr. Andi Nurhayati, S.Sos., M.Si.; Prof. Budi"'
    const file = { name: 'rundown.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('button', { name: 'Periksa baris' }).click()
    await expect(page.getByText('4 baris dibaca: 1 sesi baru, 0 berubah, 0 sudah ada, 3 perlu diperiksa')).toBeVisible()
    await expect(rowOf(page, 'Talk show').getByRole('listitem')).toHaveText([
      'Dr. Andi Nurhayati, S.Sos., M.Si.',
      'Prof. Budi',
    ])
    await page.getByRole('tab', { name: /Perlu diperiksa/ }).click()
    await picture(page, `rundown-${shell}-4-open`)
    await expectAccessible(page, shell)
    await rowOf(page, 'Pembukaan').getByRole('button', { name: 'Pakai 10.00' }).click()
    await page.getByLabel('Selesai untuk baris 5').fill('11:30')
    await page.getByLabel('Selesai untuk baris 5').press('Tab')
    await expect(page.getByText(/2 sesi baru, .* 2 perlu diperiksa/)).toBeVisible()
    await page.getByRole('combobox', { name: 'Ruang untuk baris 5' }).fill('Pendopo')
    await page.getByRole('combobox', { name: 'Ruang untuk baris 5' }).press('Tab')
    await expect(page.getByText(/3 sesi baru, .* 1 perlu diperiksa/)).toBeVisible()
    await page.getByRole('button', { name: 'Impor 3 sesi' }).click()
    await expect(page.getByText('3 sesi masuk, 0 diubah, 0 sudah ada, 1 perlu diperiksa')).toBeVisible()
    await expect(rowOf(page, 'Kelas A')).toContainText('Hari dan tanggal bertentangan')
    await picture(page, `rundown-${shell}-5-report`)
    if (shell === 'desktop') return // the dialog of the desktop is the same as for lists of people
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Simpan laporan Excel' }).click()
    const saved = await download
    expect(saved.suggestedFilename()).toBe('rundown - laporan impor.xlsx')
    const [sheet] = (await readXlsx(readFileSync(await saved.path()))).sheets
    expect(sheet!.rows.map(row => row[0])).toEqual(['Status Gelar', 'Masuk', 'Masuk', 'Masuk', 'Perlu diperiksa'])
  })
}
