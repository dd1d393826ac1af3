// Sessions, doors and who attended what: the chapter "Kehadiran sesi".
import { resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import {
  doorOf,
  fillClasses,
  fillDesk,
  HALL,
  JASMINE,
  listClass,
  makeSheet,
  ORCHID,
  spendAfternoon,
  spendMorning,
} from './attendance-day.ts'
import type { Codes } from './morning.ts'
import { LONGEST } from './prepared-event.ts'
import { SIZE, type Studio } from './studio.ts'

const RUNDOWN = resolve(import.meta.dirname, '../fixtures/samples/rundown-maros-2023.csv')
const PHONE = { width: 390, height: 844 }
const TABLET = { width: 820, height: 1180 }
const CLASS_A = 'Kelas berbagi A: pelibatan masyarakat'
const CLASS_B = 'Kelas berbagi B: publikasi dan advokasi'

/** From the empty screen to the programme: rundown, a session, a list, rooms, rule. */
export async function shootProgramme(studio: Studio): Promise<void> {
  const { page, shoot, go } = studio
  await go('kehadiran')
  await expect(page.getByRole('heading', { name: 'Belum ada sesi' })).toBeVisible()
  await shoot('kehadiran-kosong')
  await shootRundown(studio)
  await listClass(studio)
  await go('kehadiran')
  const programme = page.getByRole('region', { name: 'Susunan acara' })
  await expect(programme.getByText('daftar', { exact: false }).first()).toBeVisible()
  await shoot('kehadiran')
  await programme.getByRole('button', { name: CLASS_A, exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Nama sesi' })).toBeVisible()
  await shoot('kehadiran-sesi')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await programme.getByRole('button', { name: `Daftar peserta ${CLASS_B}` }).click()
  await expect(page.getByText(/40 orang terdaftar/)).toBeVisible()
  await page.getByText('Tempel daftar', { exact: true }).click()
  const pasted = `1. ${LONGEST.titleBefore} ${LONGEST.name}\n2. Muhammad Idris\n3. Budi Santoso`
  await page.getByRole('textbox', { name: 'Daftar nama atau NIP' }).fill(pasted)
  await page.getByRole('button', { name: 'Cocokkan' }).click()
  await expect(page.getByText(/3 baris:/)).toBeVisible()
  await shoot('kehadiran-daftar-kelas')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  for (const [tab, name] of [
    ['Ruang', 'kehadiran-ruang'],
    ['Aturan', 'kehadiran-aturan'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click()
    await page.waitForTimeout(200)
    if (tab === 'Aturan') await allowSignatures(page)
    await shoot(name)
  }
}

async function allowSignatures(page: Page): Promise<void> {
  await page.getByRole('switch', { name: 'Tanda tangan di layar' }).press('Space')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByRole('button', { name: 'Simpan' })).toBeDisabled()
  await page.getByRole('alert').getByRole('button').last().click()
}

async function shootRundown({ page, shoot, go }: Studio): Promise<void> {
  await go('kehadiran/impor')
  const choose = page.locator('input[type=file]')
  await choose.waitFor({ state: 'attached' })
  await choose.setInputFiles(RUNDOWN)
  await expect(page.getByRole('table', { name: 'Kolom dan isinya' })).toBeVisible()
  await shoot('rundown-kolom')
  await page.getByRole('button', { name: 'Periksa baris' }).click()
  await expect(page.getByRole('table', { name: 'Baris dan sesinya' })).toBeVisible()
  await shoot('rundown-periksa')
  await page.getByRole('button', { name: 'Impor 17 sesi' }).click()
  await expect(page.getByText('17 baris dibaca: 17 sesi masuk')).toBeVisible()
  await shoot('rundown-hasil')
}

async function verdict({ page, shoot }: Studio, kind: string, name: string): Promise<void> {
  await expect(page.locator('[data-verdict]').first()).toHaveAttribute('data-verdict', kind)
  await shoot(name)
}

function codeOf(codes: Codes, name: string): string {
  const code = codes.get(name)
  if (!code) throw new Error(`no badge of ${name}`)
  return code
}

/** The doors of the day on a laptop, a tablet and a phone. */
export async function shootDoors(studio: Studio, codes: Codes): Promise<void> {
  const { page, shoot, go, scan, client, setTime } = studio
  await setTime('08.05')
  await fillDesk(client)
  await spendMorning(studio)
  await go(await doorOf(client, HALL))
  await verdict(studio, 'idle', 'pintu-siap')
  await page.keyboard.press('Control+h')
  await expect(page.getByRole('button', { name: /Berhenti menahan/ })).toBeVisible()
  await shoot('pintu-tahan')
  await page.keyboard.press('Control+h')
  await expect(page.getByRole('button', { name: /Berhenti menahan/ })).toBeHidden()
  await setTime('13.10')
  await go('pintu')
  await expect(page.getByRole('article').first()).toBeVisible()
  await shoot('pintu-pilih')
  await go(await doorOf(client, ORCHID))
  await verdictAfter(studio, 'idle')
  await fillClasses(studio, 38)
  await scan(codeOf(codes, LONGEST.name))
  await verdict(studio, 'entered', 'pintu-nama-terpanjang')
  await setTime('13.24')
  await verdictAfter(studio, 'idle')
  await scan(codeOf(codes, 'Syamsul Syarifuddin'))
  await verdict(studio, 'entered', 'pintu-masuk')
  await scan(codeOf(codes, 'Syamsul Syarifuddin'))
  await verdict(studio, 'already-inside', 'pintu-sudah')
  await scan(codeOf(codes, 'Fatimah Palinrungi'))
  await verdict(studio, 'full', 'pintu-penuh')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot('gelap-pintu')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.keyboard.press('F2')
  await page.getByLabel(/Mengapa/).fill('Mendampingi kepala desa')
  await shoot('pintu-alasan')
  await page.keyboard.press('Enter')
  await verdict(studio, 'entered', 'pintu-diizinkan')
  await page.keyboard.press('F8')
  await scan(codeOf(codes, LONGEST.name))
  await verdict(studio, 'left', 'pintu-keluar')
  await page.keyboard.press('F8')
  await page.keyboard.press('F8')
  await shootSignature(studio, codes)
  await shootSmallDoors(studio, codes)
}

async function shootSignature(studio: Studio, codes: Codes): Promise<void> {
  const { page, shoot, scan } = studio
  await scan(codeOf(codes, LONGEST.name))
  await verdictAfter(studio, 'full')
  await page.keyboard.press('Alt+1')
  await verdictAfter(studio, 'entered')
  await page.keyboard.press('F4')
  const pad = page.getByRole('img', { name: /Bidang tanda tangan/ })
  const box = await pad.boundingBox()
  if (!box) throw new Error('no place to sign')
  await page.mouse.move(box.x + 60, box.y + box.height * 0.6)
  await page.mouse.down()
  for (let step = 1; step <= 60; step++) {
    const height = Math.sin(step / 2.2) * (step < 25 ? 55 : 22)
    await page.mouse.move(box.x + 60 + step * 6, box.y + box.height * 0.55 + height)
  }
  await page.mouse.up()
  await shoot('pintu-tanda-tangan')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-verdict]').first()).toHaveAttribute('data-verdict', 'signed')
}

async function shootSmallDoors(studio: Studio, codes: Codes): Promise<void> {
  const { page, go, scan, client } = studio
  await go(await doorOf(client, JASMINE))
  await verdictAfter(studio, 'idle')
  await scan(codeOf(codes, LONGEST.name))
  await verdict(studio, 'not-on-list', 'pintu-bukan-daftar')
  await page.setViewportSize(TABLET)
  await verdict(studio, 'not-on-list', 'pintu-tablet')
  await page.setViewportSize(PHONE)
  await verdict(studio, 'not-on-list', 'pintu-ponsel-ditolak')
  await page.keyboard.press('Alt+2')
  await verdict(studio, 'entered', 'pintu-ponsel')
  await page.emulateMedia({ colorScheme: 'dark' })
  await verdict(studio, 'entered', 'gelap-pintu-ponsel')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(SIZE)
}

async function verdictAfter({ page }: Studio, kind: string): Promise<void> {
  await expect(page.locator('[data-verdict]').first()).toHaveAttribute('data-verdict', kind)
}

/** A signed sheet by its numbers, then the numbers of the day with their people; answers with the sheet's code. */
export async function shootRecap(studio: Studio): Promise<string> {
  const { page, shoot, go, client, setTime, type } = studio
  await spendAfternoon(studio)
  await setTime('16.05')
  const sheetCode = await makeSheet(client)
  await shootSheet(studio, sheetCode)
  await go('kehadiran/rekap')
  await expect(page.getByText('Cocok di semua baris.')).toBeVisible()
  await shoot('kehadiran-rekap')
  await page.getByRole('button', { name: /Sambutan Bupati.*, Tanpa keluar:/ }).click()
  const people = page.getByRole('grid', { name: 'Orang di balik angka' })
  await expect(people.getByRole('row').nth(1)).toBeVisible()
  await shoot('kehadiran-orang')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /Kelas berbagi A.*, Hadir:/ }).click()
  await page.getByRole('textbox', { name: 'Cari di daftar' }).click()
  await type('palinrungi daeng')
  await expect(people.getByRole('row')).toHaveCount(2)
  await page.keyboard.press('Control+k')
  const correction = page.getByRole('dialog').last()
  await correction.getByText('Hadir', { exact: true }).click()
  await correction.getByRole('textbox', { name: 'Lama hadir' }).fill('45')
  await correction.getByRole('textbox', { name: 'Alasan' }).fill('Pindah kelas karena tugas, disaksikan panitia')
  await shoot('kehadiran-koreksi')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Alasan' })).toBeHidden()
  await page.getByRole('alert').getByRole('button').last().click()
  await page.getByRole('textbox', { name: 'Cari di daftar' }).press('Enter')
  await expect(page.getByText('Yang terjadi')).toBeVisible()
  await shoot('kehadiran-riwayat')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.emulateMedia({ colorScheme: 'dark' })
  await go('kehadiran/rekap')
  await shoot('gelap-kehadiran')
  await page.emulateMedia({ colorScheme: 'light' })
  return sheetCode
}

async function shootSheet({ page, shoot, go }: Studio, code: string): Promise<void> {
  await go('pintu/lembar')
  await expect(page.getByRole('textbox', { name: 'Kode lembar' })).toBeFocused()
  await page.keyboard.type(code)
  await shoot('lembar-kode')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Nomor yang bertanda tangan' })).toBeFocused()
  await page.keyboard.type('1 2 5-9 12')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^8 dari/)).toBeVisible()
  await page.keyboard.type('14-17')
  await shoot('lembar-nomor')
  await page.keyboard.press('Enter')
}
