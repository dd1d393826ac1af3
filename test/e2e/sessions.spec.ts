import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, shells, test } from './fixtures.ts'
import { CLASS, OPENING, seedAttendance } from './seed-attendance.ts'
import { LONGEST_NAME, type SeededDesk, seedDesk } from './seed-desk.ts'

const programme = (page: Page) => page.getByRole('region', { name: 'Susunan acara' })
const list = (page: Page) => page.getByRole('grid', { name: 'Orang di balik angka' })
const drawer = (page: Page) => page.getByRole('dialog').last()
/** The row of a session, not that of another one which names it as its clash. */
const sessionRow = (page: Page, title: string) =>
  programme(page)
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: title, exact: true }) })
const rowOf = (table: Locator, name: string) => table.getByRole('row').filter({ hasText: name })

async function openAttendance(page: Page, seed: SeededDesk): Promise<void> {
  await page.getByText(seed.name, { exact: true }).click()
  // A desk that is just being opened takes the keys for its field.
  await expect(async () => {
    await page.getByRole('link', { name: 'Kehadiran', exact: true }).press('Enter')
    await expect(page.getByRole('heading', { name: 'Kehadiran', exact: true })).toBeVisible({ timeout: 3000 })
  }).toPass()
}

/** From the field that has the focus to the next ones, typing into each as its name says. */
async function fillByKeyboard(page: Page, values: readonly [field: string, value: string][]): Promise<void> {
  for (const [field, value] of values) {
    const input = drawer(page)
      .getByRole('textbox', { name: field })
      .or(drawer(page).getByRole('combobox', { name: field }))
    for (let tabs = 0; tabs < 15 && !(await input.evaluate(each => each === document.activeElement)); tabs += 1) {
      await page.keyboard.press('Tab')
    }
    await expect(input).toBeFocused()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(value)
  }
}

/** What axe finds that keeps people out (WCAG 2.2 AA, serious and critical). */
async function seriousFindings(page: Page): Promise<string[]> {
  // Half-transparent while it slides in, which would measure as pale text.
  await page.waitForFunction(() => document.getAnimations().every(each => each.playState !== 'running'))
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations
    .filter(each => each.impact === 'serious' || each.impact === 'critical')
    .flatMap(each => each.nodes.map(node => `${each.id}: ${node.html.slice(0, 200)}`))
}

for (const shell of shells) {
  test(`a programme is written by keyboard, with its rooms, clashes and a way back (${shell})`, async ({
    dataDir,
    openShell,
  }) => {
    const seed = seedDesk(dataDir)
    const { page } = await openShell(shell)
    await openAttendance(page, seed)

    await test.step('the empty screen teaches; a session makes its room', async () => {
      await expect(page.getByRole('heading', { name: 'Belum ada sesi' })).toBeVisible()
      await page.keyboard.press('n')
      await expect(drawer(page).getByRole('textbox', { name: 'Nama sesi' })).toBeFocused()
      await fillByKeyboard(page, [
        ['Nama sesi', 'Talk show: pengalaman baik'],
        ['Jenis', 'Talk Show'],
        ['Pengisi', 'Dra. Hj. Nurliani, M.AP; Kepala Desa Bentenge;'],
        ['Mulai', '1100'],
        ['Selesai', '12:15'],
        ['Ruang', 'Aula Utama'],
      ])
      await expect(drawer(page).getByText('Ruang baru “Aula Utama” akan dibuat')).toBeVisible()
      await page.keyboard.press('Control+s')
      const row = sessionRow(page, 'Talk show: pengalaman baik')
      await expect(row).toContainText('11.00–12.15')
      await expect(row).toContainText('Dra. Hj. Nurliani, M.AP; Kepala Desa Bentenge')
      await expect(row).toContainText('Semua orang')
      await expect(row).toContainText('Dicatat')
    })

    await test.step('a break is not counted by itself; a clash is told and still saved', async () => {
      await page.keyboard.press('n')
      await fillByKeyboard(page, [
        ['Nama sesi', 'Rehat kopi'],
        ['Jenis', 'Jeda'],
        ['Mulai', '12.00'],
        ['Selesai', '11.30'],
      ])
      await page.keyboard.press('Control+s')
      await expect(drawer(page).getByText('Harus sesudah mulai.')).toBeVisible()
      await fillByKeyboard(page, [['Selesai', '12.30']])
      await expect(drawer(page).getByText(/Bertabrakan di ruang yang sama dengan “Talk show/)).toBeVisible()
      await expect(drawer(page).getByRole('switch', { name: 'Ini jeda' })).toBeChecked()
      await expect(drawer(page).getByRole('switch', { name: 'Kehadiran dicatat' })).not.toBeChecked()
      await page.keyboard.press('Control+s')
      await expect(sessionRow(page, 'Rehat kopi')).toContainText('Jeda')
      await expect(programme(page).getByText(/Bertabrakan/)).toHaveCount(2)
    })

    await test.step('what is half typed outlives the window', async () => {
      await page.keyboard.press('n')
      await fillByKeyboard(page, [['Nama sesi', 'Penyusunan RTL']])
      await page.goto(page.url().replace(/#.*$/, ''))
      await page.reload()
      await expect(programme(page)).toBeVisible()
      await page.keyboard.press('n')
      await expect(drawer(page).getByText('belum disimpan')).toBeVisible()
      await expect(drawer(page).getByRole('textbox', { name: 'Nama sesi' })).toHaveValue('Penyusunan RTL')
      await drawer(page).getByRole('button', { name: 'Batal', exact: true }).press('Enter')
      await expect(page.getByRole('dialog')).toBeHidden()
    })

    await test.step('arrows go to a session, Enter opens it; archived and brought back', async () => {
      await programme(page).focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect(drawer(page).getByRole('textbox', { name: 'Nama sesi' })).toHaveValue('Rehat kopi')
      await drawer(page).getByRole('button', { name: 'Arsipkan' }).press('Enter')
      await expect(sessionRow(page, 'Rehat kopi')).toHaveCount(0)
      await page.getByRole('alert').filter({ hasText: 'diarsipkan' }).getByRole('button', { name: 'Batalkan' }).click()
      await expect(sessionRow(page, 'Rehat kopi')).toBeVisible()
    })

    await test.step('a room gets its capacity, which is the limit of its sessions; one in use stays', async () => {
      await page.getByRole('tab', { name: 'Ruang' }).press('Enter')
      await page.getByRole('button', { name: 'Ubah Aula Utama' }).press('Enter')
      await drawer(page).getByRole('textbox', { name: 'Kapasitas' }).fill('40')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('row').filter({ hasText: 'Aula Utama' })).toContainText('40')
      await page.getByRole('button', { name: 'Ubah Aula Utama' }).press('Enter')
      await drawer(page).getByRole('button', { name: 'Arsipkan' }).press('Enter')
      await expect(drawer(page).getByRole('alert')).toContainText('Ruang masih dipakai')
      await page.keyboard.press('Escape')
      await page.getByRole('tab', { name: 'Sesi', exact: true }).press('Enter')
      await expect(sessionRow(page, 'Rehat kopi')).toContainText('40')
    })
  })

  test(`the rule is changed and stands in words (${shell})`, async ({ dataDir, openShell }) => {
    const seed = seedDesk(dataDir)
    const program = await openShell(shell)
    const { page } = program
    await openAttendance(page, seed)
    await page.getByRole('tab', { name: 'Aturan' }).press('Enter')
    const sentence = page.getByRole('status').filter({ hasText: 'Begini tertulis' })
    await expect(sentence).toContainText('sekurang-kurangnya 50% waktu sesi di luar jeda')
    await page.getByRole('textbox', { name: 'Persen dari lama sesi' }).fill('75')
    await expect(sentence).toContainText('sekurang-kurangnya 75% waktu sesi')
    await page.getByText('Sejumlah menit').click()
    await expect(sentence).toContainText('sekurang-kurangnya 30 menit')
    await page.getByRole('radio', { name: 'Waktunya tidak dihitung' }).check()
    await expect(sentence).toContainText('yang tidak ditutup dengan catatan keluar tidak dihitung')
    await page.getByRole('switch', { name: 'Tanda tangan di layar' }).press('Space')
    await page.getByRole('button', { name: 'Simpan' }).press('Enter')
    await expect(page.getByRole('button', { name: 'Simpan' })).toBeDisabled()
    await page.reload()
    await expect(sentence).toContainText('sekurang-kurangnya 30 menit')
    await expect(page.getByRole('switch', { name: 'Tanda tangan di layar' })).toBeChecked()
    await expect(page.getByRole('radio', { name: 'Waktunya tidak dihitung' })).toBeChecked()
  })

  test(`a class gets its list: pasted, a whole delegation, ticked, taken back (${shell})`, async ({
    dataDir,
    openShell,
  }) => {
    const seed = seedAttendance(dataDir)
    const { page } = await openShell(shell)
    await openAttendance(page, seed)
    await programme(page).getByRole('button', { name: CLASS }).press('Enter')
    await drawer(page)
      .getByRole('switch', { name: /Hanya yang ada di daftar peserta sesi/ })
      .press('Space')
    await expect(drawer(page).getByText('Hanya yang terdaftar di sesi', { exact: true })).toBeVisible()
    await page.keyboard.press('Control+s')
    await programme(page)
      .getByRole('button', { name: `Daftar peserta ${CLASS}` })
      .press('Enter')
    await expect(drawer(page).getByText('0 orang terdaftar dari 40 tempat')).toBeVisible()

    await test.step('each pasted line is matched or told', async () => {
      await drawer(page).getByText('Tempel daftar', { exact: true }).click()
      await drawer(page)
        .getByRole('textbox', { name: 'Daftar nama atau NIP' })
        .fill('1. Hj. Siti Aminah Mapatunru, S.Sos.\n2. Muhammad Idris\n3. Budi Santoso')
      await drawer(page).getByRole('button', { name: 'Cocokkan' }).press('Enter')
      const lines = drawer(page).getByRole('listitem')
      await expect(lines.nth(0)).toContainText('Hj. Sitti Aminah Mappatunru, S.Sos., M.Si.')
      await expect(lines.nth(2)).toContainText('tidak ada di daftar peserta')
      await expect(drawer(page).getByText('3 baris: 1 dikenali, 2 belum')).toBeVisible()
      await drawer(page)
        .getByRole('combobox', { name: /Muhammad Idris/ })
        .click()
      await page.getByRole('option', { name: 'Muhammad Idris · Bontomanurung' }).click()
      await drawer(page).getByRole('button', { name: 'Daftarkan 2 orang' }).press('Enter')
      await expect(drawer(page).getByText('2 orang terdaftar dari 40 tempat')).toBeVisible()
    })

    await test.step('a delegation as a whole, then one of it off again', async () => {
      await drawer(page).getByText('Cari dan centang', { exact: true }).click()
      await drawer(page).getByRole('combobox', { name: 'Delegasi' }).fill('Baji')
      await page.getByRole('option', { name: "Desa Baji Pa'mai" }).click()
      await drawer(page).getByRole('button', { name: "Daftarkan seluruh Desa Baji Pa'mai (3 orang)" }).press('Enter')
      await expect(drawer(page).getByText('5 orang terdaftar dari 40 tempat')).toBeVisible()
      await drawer(page).getByRole('textbox', { name: 'Cari nama, desa, NIP' }).fill('arifin')
      const box = drawer(page).getByRole('checkbox', { name: 'Arifin Ramli' })
      await expect(drawer(page).getByRole('checkbox')).toHaveCount(1)
      await page.keyboard.press('ArrowDown')
      await expect(box).toBeFocused()
      await page.keyboard.press('Space')
      await expect(drawer(page).getByText('4 orang terdaftar dari 40 tempat')).toBeVisible()
      await page.getByRole('alert').filter({ hasText: 'dikeluarkan' }).getByRole('button', { name: 'Batalkan' }).click()
      await expect(drawer(page).getByText('5 orang terdaftar dari 40 tempat')).toBeVisible()
    })
  })

  test(`every number opens its list; a correction needs its reason and goes back (${shell})`, async ({
    dataDir,
    openShell,
  }) => {
    const seed = seedAttendance(dataDir)
    const { page } = await openShell(shell)
    await openAttendance(page, seed)
    await page.getByRole('tab', { name: 'Rekap' }).press('Enter')
    const number = (place: string, state: string, count: number) =>
      page.getByRole('button', { name: `${place}, ${state}: ${count} orang`, exact: true })

    await test.step('the numbers reconcile', async () => {
      await expect(page.getByText('Cocok di semua baris.')).toBeVisible()
      await expect(number('Hari 1', 'Terdaftar', 9)).toBeVisible()
      await expect(number('Hari 1', 'Hadir', 4)).toBeVisible()
      await expect(number('Hari 2', 'Hadir', 0)).toBeVisible()
      await expect(number(OPENING, 'Hadir', 3)).toBeVisible()
      await expect(number(OPENING, 'Tidak hadir', 6)).toBeVisible()
      await expect(number(OPENING, 'Terlambat', 1)).toBeVisible()
      await expect(number(OPENING, 'Tanpa keluar', 1)).toBeVisible()
      await page.getByRole('button', { name: '4 orang pernah hadir, buka daftarnya' }).press('Enter')
      await expect(list(page).getByRole('row')).toHaveCount(1 + 4)
      await page.keyboard.press('Escape')
    })

    await test.step('a list says why: minutes, first in, last out, evidence', async () => {
      await number(OPENING, 'Terlambat', 1).press('Enter')
      await expect(rowOf(list(page), 'Arifin Ramli')).toContainText('09.20 – 10.16')
      await expect(rowOf(list(page), 'Arifin Ramli')).toContainText('55 mnt')
      await expect(rowOf(list(page), 'Arifin Ramli')).toContainText('Pindai')
      await expect(list(page).getByRole('row')).toHaveCount(2)
      await drawer(page).getByText('Terdaftar 9', { exact: true }).click()
      await expect(list(page).getByRole('row')).toHaveCount(10)
      await expect(rowOf(list(page), LONGEST_NAME)).toContainText('Tanpa bukti')
      await drawer(page).getByRole('textbox', { name: 'Cari di daftar' }).fill('media rahma')
      await expect(list(page).getByRole('row')).toHaveCount(2)
      await expect(rowOf(list(page), 'Rahmawati Saleh')).toContainText('Pulang awal')
    })

    await test.step('a correction by keyboard, refused without a reason', async () => {
      await page.keyboard.press('Control+k')
      await expect(drawer(page).getByRole('textbox', { name: 'Alasan' })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(drawer(page).getByText('Alasan harus diisi', { exact: false })).toBeVisible()
      await drawer(page).getByRole('textbox', { name: 'Lama hadir' }).fill('80')
      await drawer(page).getByRole('textbox', { name: 'Alasan' }).fill('Disaksikan panitia di aula')
      await page.keyboard.press('Enter')
      await expect(rowOf(list(page), 'Rahmawati Saleh')).toContainText('Hadir')
      await expect(rowOf(list(page), 'Rahmawati Saleh')).toContainText('80 mnt')
      await expect(rowOf(list(page), 'Rahmawati Saleh')).toContainText('Koreksi')
      await expect(rowOf(list(page), 'Rahmawati Saleh')).toContainText('Disaksikan panitia di aula')
      await expect(drawer(page).getByText('Hadir 4', { exact: true })).toBeVisible()
    })

    await test.step('the timeline tells it all, also after the correction was taken back', async () => {
      await drawer(page).getByRole('textbox', { name: 'Cari di daftar' }).press('Enter')
      await expect(page).toHaveURL(/#\/kehadiran\/orang\/[\w-]+$/)
      await expect(drawer(page).getByText('Hadir di 1 dari 2 sesi · 80 menit')).toBeVisible()
      for (const kind of ['Check-in', 'Masuk', 'Keluar', 'Dikoreksi']) {
        await expect(drawer(page).getByRole('listitem').filter({ hasText: kind }).first()).toBeVisible()
      }
      await page.getByRole('alert').filter({ hasText: 'dikoreksi' }).getByRole('button', { name: 'Batalkan' }).click()
      await expect(drawer(page).getByText('Hadir di 0 dari 2 sesi', { exact: false })).toBeVisible()
      await expect(drawer(page).getByRole('listitem').filter({ hasText: 'Dikoreksi' })).toContainText(
        'tidak berlaku lagi',
      )
      await page.keyboard.press('Escape')
      await expect(page).toHaveURL(/#\/kehadiran\/rekap$/)
      await expect(rowOf(list(page), 'Rahmawati Saleh')).toContainText('Tidak hadir')
    })
  })
}

test('a timeline is one press away from the drawer of a participant, and leads back', async ({
  dataDir,
  openShell,
}) => {
  const seed = seedAttendance(dataDir)
  const { page } = await openShell('host')
  await openAttendance(page, seed)
  await page.getByRole('link', { name: 'Peserta', exact: true }).click()
  await page.getByRole('grid').getByText('Arifin Ramli').click()
  await page.getByRole('dialog').getByRole('link', { name: 'Riwayat kehadiran' }).click()
  await expect(drawer(page).getByText('Hadir di 1 dari 2 sesi', { exact: false })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/#\/peserta$/)
  await page.getByRole('link', { name: 'Registrasi', exact: true }).click()
  await page.keyboard.type('arifin', { delay: 60 })
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Riwayat kehadiran' }).click()
  await expect(drawer(page).getByText('Arifin Ramli')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/#\/registrasi$/)
})

test('the screens of attendance keep nobody out, in light and dark', async ({ dataDir, openShell }) => {
  test.slow()
  const seed = seedAttendance(dataDir)
  const { page } = await openShell('host')
  await openAttendance(page, seed)
  for (const scheme of ['light', 'dark']) {
    for (const tab of ['Ruang', 'Aturan', 'Rekap', 'Sesi']) {
      await page.getByRole('tab', { name: tab, exact: true }).click()
      await page.mouse.move(700, 5)
      expect(await seriousFindings(page), `${tab}, ${scheme}`).toEqual([])
    }
    await programme(page).getByRole('button', { name: CLASS }).click()
    await expect(drawer(page).getByRole('textbox', { name: 'Nama sesi' })).toBeVisible()
    expect(await seriousFindings(page), `a session, ${scheme}`).toEqual([])
    await drawer(page).getByRole('tab', { name: 'Daftar peserta sesi' }).click()
    await drawer(page).getByText('Cari dan centang', { exact: true }).click()
    await expect(drawer(page).getByRole('checkbox').first()).toBeVisible()
    expect(await seriousFindings(page), `sign-ups, ${scheme}`).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'Rekap' }).click()
    await page.getByRole('button', { name: `${OPENING}, Terdaftar: 9 orang` }).click()
    await expect(list(page).getByRole('row')).toHaveCount(10)
    expect(await seriousFindings(page), `a list, ${scheme}`).toEqual([])
    await page.getByRole('button', { name: 'Koreksi Arifin Ramli' }).click()
    await expect(drawer(page).getByRole('textbox', { name: 'Alasan' })).toBeVisible()
    expect(await seriousFindings(page), `a correction, ${scheme}`).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Riwayat Arifin Ramli' }).click()
    await expect(drawer(page).getByText('Yang terjadi')).toBeVisible()
    expect(await seriousFindings(page), `a timeline, ${scheme}`).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    if (scheme === 'light') await page.getByRole('button', { name: 'Tampilan gelap' }).click()
  }
})
