// Before the morning: event, import, people, badges.
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect } from '@playwright/test'
import { EVENT_NAME, LONGEST } from './prepared-event.ts'
import { shootBadges, type Studio } from './studio.ts'

const SAMPLES = resolve(import.meta.dirname, '../fixtures/samples')

/** The start screen, its form, a file that is refused; ends with the event open. */
export async function shootStart({ page, shoot, type, folder }: Studio): Promise<void> {
  await expect(page.getByRole('button', { name: /Acara baru/ })).toBeVisible()
  await shoot('mulai')
  await page.getByRole('button', { name: /Acara baru/ }).click()
  await page.getByLabel('Nama acara').fill('Peer Learning Meeting Kabupaten Pangkajene dan Kepulauan 2026')
  await page.getByLabel('Penyelenggara').fill(LONGEST.institution)
  await page.getByLabel('Tema').fill('Perpustakaan desa menggerakkan masyarakat, dari cerita menjadi capaian bersama')
  await page.getByLabel('Tempat').fill('Ruang Pola Kantor Bupati, Jalan Sultan Hasanuddin')
  await page.getByText('WITA', { exact: true }).click()
  await page.getByRole('button', { name: /^Tanggal/ }).click()
  const days = page.locator('table button:not([data-outside])')
  await days.filter({ hasText: /^24$/ }).click()
  await days.filter({ hasText: /^25$/ }).click()
  await shoot('acara-baru')
  await page.getByRole('button', { name: 'Buang isian' }).click()
  await page.getByRole('button', { name: /^Buka acara Berkas/ }).click()
  const list = join(folder, 'Daftar Peserta.xlsx')
  writeFileSync(list, 'Nama;HP\n'.repeat(40))
  await page.getByLabel('Lokasi berkas acara').click()
  await type(list)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await shoot('berkas-ditolak', page.getByRole('main'))
  await page.getByRole('button', { name: EVENT_NAME }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: EVENT_NAME })).toBeVisible()
}

/** The list of Maros from the file to its people. */
export async function shootImport({ page, shoot, go }: Studio): Promise<void> {
  await go('peserta')
  await expect(page.getByRole('heading', { name: 'Belum ada peserta' })).toBeVisible()
  await shoot('peserta-kosong')
  await go('peserta/impor')
  const choose = page.locator('input[type=file]')
  await choose.waitFor({ state: 'attached' })
  await shoot('impor-berkas')
  const web = { name: 'daftar.xls', mimeType: 'text/html', buffer: Buffer.from('<html><table></table></html>') }
  await choose.setInputFiles(web)
  await expect(page.getByRole('alert')).toBeVisible()
  await shoot('impor-ditolak')
  await choose.setInputFiles(join(SAMPLES, 'peserta-maros-2023.xlsx'))
  await expect(page.getByRole('table', { name: 'Kolom dan isinya' })).toBeVisible()
  await shoot('impor-kolom')
  await page.getByRole('button', { name: 'Periksa baris' }).click()
  await expect(page.getByRole('button', { name: /Orang yang sama, lewati/ })).toBeVisible()
  await shoot('impor-ganda')
  for (let count = 1; count <= 3; count++) {
    await page.keyboard.press('1')
    await expect(page.getByText(`${count} dari 3 diputuskan`)).toBeVisible()
  }
  await page.getByRole('tab', { name: /Perlu diperiksa/ }).click()
  await shoot('impor-perlu-diperiksa')
  await page.getByRole('button', { name: /Impor tanpa nomor yang rusak/ }).click()
  await page.getByRole('button', { name: 'Impor 133 orang' }).click()
  await expect(page.getByRole('link', { name: 'Lihat peserta' })).toBeVisible()
  await shoot('impor-hasil')
}

/** The list of people, one of them, the delegations, the event. */
export async function shootPeople({ page, shoot, go }: Studio): Promise<void> {
  await go('acara')
  await expect(page.getByRole('heading', { level: 1, name: EVENT_NAME })).toBeVisible()
  await shoot('acara')
  await go('peserta')
  await expect(page.getByRole('grid')).toBeVisible()
  await shoot('peserta')
  await page.getByRole('textbox', { name: 'Cari peserta' }).fill('palinrungi')
  await page.getByText(LONGEST.name).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await shoot('peserta-data')
  await page.keyboard.press('Escape')
  await go('peserta/delegasi')
  await shoot('delegasi')
  await go('peserta')
  await page.getByRole('textbox', { name: 'Cari peserta' }).fill('')
}

const LAYOUT_PICTURES: Readonly<Record<string, string>> = {
  'Kartu 86 × 54 mm': 'badge-kartu',
  'Kartu, 10 per lembar A4': 'badge-kartu-a4',
  'Lanyard A6': 'badge-lanyard',
  'Lanyard A6, 2 per lembar A4': 'badge-lanyard-a4',
  'Label 90 × 60 mm': 'badge-label-90',
  'Label 62 × 100 mm': 'badge-label-62',
}

/** The badge screen, and every default layout as it comes out of the printer. */
export async function shootBadgeScreen(studio: Studio): Promise<void> {
  const { page, shoot, go, client } = studio
  await go('badge')
  await expect(page.getByRole('heading', { name: 'Tata letak badge' })).toBeVisible()
  await page.waitForFunction(() => document.querySelectorAll('svg[role=img]').length > 0)
  await shoot('badge')
  for (const { id, name } of await client.badges.layouts.list()) {
    const picture = LAYOUT_PICTURES[name]
    if (!picture) throw new Error(`no name for the picture of ${name}`)
    await shootBadges(studio, picture, id)
  }
}
