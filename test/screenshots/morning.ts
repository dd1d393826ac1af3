// The registration desk, verdict by verdict.
import { expect } from '@playwright/test'
import { LONGEST } from './prepared-event.ts'
import type { Studio } from './studio.ts'

/** Codes of the people by name, as on their badges. */
export type Codes = ReadonlyMap<string, string>

function codeOf(codes: Codes, name: string): string {
  const code = codes.get(name)
  if (!code) throw new Error(`no badge of ${name}`)
  return code
}

/** Waits for the verdict and takes its picture. */
async function verdict({ page, shoot }: Studio, kind: string, name: string): Promise<void> {
  await expect(page.locator('[data-verdict]').first()).toHaveAttribute('data-verdict', kind)
  await shoot(name)
}

const REPLACED = 'Hasnah Mappatunru'
const GROUP = 'bentenge'

/** A morning: idle, search, every verdict, every dialog of the desk. */
export async function shootDesk(studio: Studio, codes: Codes): Promise<void> {
  const { page, shoot, go, type, scan, event } = studio
  await go('registrasi')
  await verdict(studio, 'idle', 'registrasi-siap')
  await scan(codeOf(codes, 'Marwah Sanusi'))
  await verdict(studio, 'welcome', 'registrasi-selamat-datang')
  await scan(codeOf(codes, LONGEST.name))
  await verdict(studio, 'welcome', 'registrasi-nama-terpanjang')
  await scan(codeOf(codes, 'Marwah Sanusi'))
  await verdict(studio, 'already-in', 'registrasi-sudah')
  await type('muh idris')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await shoot('registrasi-cari')
  await page.keyboard.press('Escape')
  await shootGroup(studio)
  await shootSubstitute(studio, codes)
  await scan(event.foreignCode)
  await verdict(studio, 'other-event', 'registrasi-acara-lain')
  await scan(event.unknownCode)
  await verdict(studio, 'unknown', 'registrasi-tidak-dikenal')
  await scan(codeOf(codes, 'Fatimah Palinrungi').slice(0, 20))
  await verdict(studio, 'incomplete', 'registrasi-terpotong')
  await shootWalkIn(studio)
  await shootCounters(studio)
}

async function shootGroup(studio: Studio): Promise<void> {
  const { page, shoot, type } = studio
  await type(GROUP)
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+g')
  await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await shoot('rombongan')
  await page.keyboard.press('Enter')
  await verdict(studio, 'group', 'rombongan-masuk')
}

async function shootSubstitute(studio: Studio, codes: Codes): Promise<void> {
  const { page, shoot, type, scan } = studio
  await type(REPLACED)
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+m')
  await page.getByLabel('Nama pengganti').fill('Dra. Hj. Sitti Khaerunnisa Mappasessu, M.Pd.')
  await shoot('mewakili')
  await page.keyboard.press('Enter')
  await verdict(studio, 'welcome', 'mewakili-masuk')
  await scan(codeOf(codes, REPLACED))
  await verdict(studio, 'revoked', 'registrasi-tidak-berlaku')
}

async function shootWalkIn(studio: Studio): Promise<void> {
  const { page, shoot } = studio
  await page.keyboard.press('F2')
  await page.getByLabel('Nama lengkap').fill('H. Usman Tahir, S.E.')
  await page.getByLabel('Nomor HP').fill('0813 5540 1120')
  await page.getByLabel('Instansi', { exact: true }).fill('Bappelitbangda Kabupaten Maros')
  await shoot('peserta-tambahan')
  await page.keyboard.press('Enter')
  await verdict(studio, 'welcome', 'peserta-tambahan-masuk')
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('checkbox', { name: /Surat tugas/ })).toHaveAttribute('aria-checked', 'true')
  await shoot('berkas-dan-kit')
}

async function shootCounters({ page, shoot }: Studio): Promise<void> {
  await page.locator('[data-counter=arrived]').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await shoot('penghitung-orang')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.locator('[data-counter=complete]').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await shoot('penghitung-delegasi')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** The busiest screens in the dark, one in English, and the desk without its program. */
export async function shootVariants(studio: Studio, codes: Codes): Promise<void> {
  const { page, shoot, go, scan, host } = studio
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const screen of ['acara', 'peserta', 'badge']) {
    await go(screen)
    await shoot(`gelap-${screen}`)
  }
  await go('registrasi')
  await scan(codeOf(codes, 'Syamsul Syarifuddin'))
  await verdict(studio, 'welcome', 'gelap-registrasi')
  await scan(codeOf(codes, REPLACED))
  await verdict(studio, 'revoked', 'gelap-tidak-berlaku')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.getByRole('button', { name: 'Switch to English' }).click()
  await scan(codeOf(codes, LONGEST.name))
  await verdict(studio, 'already-in', 'english-registration')
  await page.getByRole('button', { name: 'Ganti ke bahasa Indonesia' }).click()
  await host.stop()
  await scan(codeOf(codes, "Dewi Marwah Ma'mun"))
  await verdict(studio, 'failed', 'registrasi-terputus')
}
