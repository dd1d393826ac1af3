import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { readXlsx } from 'hucre'
import { createEvent } from '#main/features/events/creation-service.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { expect, shells, test } from './fixtures.ts'

const SAMPLES = resolve(import.meta.dirname, '../fixtures/samples')
const sample = (name: string): string => join(SAMPLES, name)

/** An event of its own among the recent ones, so that the screens have something to open. */
function makeEvent(dataDir: string): void {
  const workspace = new Workspace(dataDir)
  const details = { hostInstitution: '', theme: '', venue: '', level: 'kabupaten', timeZone: 'Asia/Makassar' } as const
  createEvent(workspace, { ...details, name: 'PLM Kabupaten Maros', days: ['2026-11-22'] }, Date.now())
  workspace.close()
}

async function openImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^PLM Kabupaten Maros/ }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Peserta' }).click()
  await page.getByRole('link', { name: 'Impor dari Excel atau CSV' }).click()
  await expect(page.getByRole('heading', { name: 'Impor peserta' })).toBeVisible()
}

async function chooseFile(page: Page, path: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(path)
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
  if (!folder) return
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

for (const shell of shells) {
  test(`the list of Maros goes in by keyboard, with its doubles decided (${shell})`, async ({ openShell, dataDir }) => {
    makeEvent(dataDir)
    const program = await openShell(shell)
    const { page } = program
    await openImport(page)
    await expectAccessible(page, shell)
    await picture(page, `${shell}-1-choose`)
    await chooseFile(page, sample('peserta-maros-2023.xlsx'))
    await expect(page.getByRole('table', { name: 'Kolom dan isinya' })).toBeVisible()
    await expectAccessible(page, shell)
    await picture(page, `${shell}-2-columns`)
    await page.getByRole('button', { name: 'Periksa baris' }).press('Enter')
    await expect(
      page.getByText('136 baris dibaca: 132 masuk, 3 mungkin ganda, 1 perlu diperiksa', { exact: true }),
    ).toBeVisible()
    await expect(page.getByText('HP tersimpan sebagai angka: 4 baris')).toBeVisible()
    await expectAccessible(page, shell)
    await picture(page, `${shell}-3-doubles`)
    await expect(page.getByRole('button', { name: /Orang yang sama, lewati/ })).toBeVisible()
    for (let count = 1; count <= 3; count++) {
      await page.keyboard.press('1')
      await expect(page.getByText(`${count} dari 3 diputuskan`)).toBeVisible()
    }
    await page.getByRole('tab', { name: /Perlu diperiksa/ }).click()
    await expect(page.getByText(/NIP rusak oleh Excel: 19790/)).toBeVisible()
    await picture(page, `${shell}-4-needs-look`)

    await program.page.reload()
    await program.page.getByRole('tab', { name: /Perlu diperiksa/ }).click()
    await program.page.getByRole('button', { name: /Impor tanpa nomor yang rusak/ }).click()
    await expect(page.getByText('Semua baris sudah diputuskan.')).toBeVisible()
    await page.getByRole('tab', { name: /^Masuk/ }).click()
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(133)
    await picture(page, `${shell}-5-taken`)
    await page.getByRole('button', { name: 'Impor 133 orang' }).press('Enter')
    await expect(page.getByText('136 baris dibaca: 133 masuk, 3 orang yang sama, 0 ditinggalkan')).toBeVisible()
    await expectAccessible(page, shell)
    await picture(page, `${shell}-6-report`)

    await page.getByRole('link', { name: 'Lihat peserta' }).click()
    await expect(page.getByText('133').first()).toBeVisible()
    await page.getByRole('link', { name: 'Impor', exact: true }).click()
    await chooseFile(page, sample('peserta-maros-2023.xlsx'))
    await expect(page.getByText('Sama seperti pilihan terakhir')).toBeVisible()
    await page.getByRole('button', { name: 'Periksa baris' }).click()
    await expect(page.getByText('136 baris sudah pernah diimpor')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Impor 0 orang' })).toBeDisabled()
  })

  test(`a list with open rows: decided in the report, which is saved as a file (${shell})`, async ({
    openShell,
    dataDir,
  }) => {
    makeEvent(dataDir)
    const { page } = await openShell(shell)
    await openImport(page)
    await chooseFile(page, sample('peserta-maros-2023.xlsx'))
    await page.getByRole('button', { name: 'Periksa baris' }).click()
    await page.getByRole('button', { name: 'Impor 132 orang' }).click()
    await expect(page.getByText('4 baris menunggu keputusan')).toBeVisible()
    await expectAccessible(page, shell)
    await picture(page, `${shell}-7-open`)
    await expect(page.getByRole('button', { name: /Orang yang sama, lewati/ })).toBeVisible()
    await page.keyboard.press('1')
    await expect(page.getByText('3 baris menunggu keputusan')).toBeVisible()
    if (shell === 'desktop') return // the dialog is scripted in its own test
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Simpan laporan Excel' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('peserta-maros-2023 - laporan impor.xlsx')
    const [sheet] = (await readXlsx(readFileSync(await file.path()))).sheets
    expect(sheet!.rows.filter(row => row[1] === 'Belum diputuskan')).toHaveLength(3)
  })

  test(`a file that is no list is refused in words, and a pasted table is read (${shell})`, async ({
    openShell,
    dataDir,
  }) => {
    makeEvent(dataDir)
    const { page } = await openShell(shell)
    await openImport(page)
    const web = { name: 'daftar.xls', mimeType: 'text/html', buffer: Buffer.from('<html><table></table></html>') }
    await page.locator('input[type=file]').setInputFiles(web)
    await expect(page.getByRole('alert')).toContainText('Isi berkas tidak cocok dengan namanya')
    await picture(page, `${shell}-8-refused`)
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'Nama\tSebagai\nSitti Aminah\tPendamping\nAbdul Rahman\tPeserta\n')
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData }))
    })
    await page.getByRole('button', { name: 'Periksa baris' }).click()
    await page.getByLabel('Peran untuk “Pendamping”').selectOption({ label: 'Tambah peran “Pendamping”' })
    await expect(page.getByText('2 baris dibaca: 2 masuk, 0 mungkin ganda, 0 perlu diperiksa')).toBeVisible()
    await picture(page, `${shell}-9-roles`)
    await page.getByRole('button', { name: 'Impor 2 orang' }).click()
    await expect(page.getByText('2 baris dibaca: 2 masuk')).toBeVisible()
  })
}

test('the desktop saves the report where the dialog says', async ({ launchDesktop, dataDir }) => {
  makeEvent(dataDir)
  const app = await launchDesktop()
  const page = await app.firstWindow()
  const path = join(dataDir, 'laporan.csv')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await openImport(page)
  await chooseFile(page, sample('peserta-kalteng-2021.csv'))
  await page.getByRole('button', { name: 'Periksa baris' }).click()
  await picture(page, 'desktop-a-kalteng')
  await page.getByRole('button', { name: 'Impor 98 orang' }).click()
  await page.getByRole('button', { name: 'Simpan CSV' }).click()
  await expect(page.getByText(`Laporan tersimpan di ${path}`)).toBeVisible()
  expect(readFileSync(path, 'utf8').split('\r\n').filter(Boolean)).toHaveLength(99)
})
