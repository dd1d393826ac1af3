import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, shells, test } from './fixtures.ts'

const list = (page: Page) => page.getByRole('grid', { name: 'Daftar peserta' })
const counted = (page: Page, words: string) => expect(page.getByText(words, { exact: true })).toBeVisible()

async function openSamplePeople(page: Page): Promise<void> {
  await page.getByRole('button', { name: /contoh/i }).click()
  await page.getByRole('link', { name: 'Peserta' }).click()
  await expect(page.getByText('133 orang terdaftar')).toBeVisible()
}

/** What axe finds that keeps people out (WCAG 2.2 AA, serious and critical). */
async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations
    .filter(each => each.impact === 'serious' || each.impact === 'critical')
    .flatMap(each => each.nodes.map(node => `${each.id}: ${node.html.slice(0, 200)}`))
}

for (const shell of shells) {
  test(`somebody is added, found, changed, archived and brought back, by keyboard (${shell})`, async ({
    openShell,
  }) => {
    const { page } = await openShell(shell)
    await openSamplePeople(page)

    await page.keyboard.press('n')
    const drawer = page.getByRole('dialog')
    await expect(drawer.getByRole('textbox', { name: 'Nama', exact: true })).toBeFocused()
    await page.keyboard.type('Marwah Sanussi')
    await expect(drawer.getByText('Mungkin sudah ada di daftar')).toBeVisible()
    await drawer.getByRole('textbox', { name: 'Nama', exact: true }).fill('Nurhaliza Daeng Bollo')
    await expect(drawer.getByText('Mungkin sudah ada di daftar')).toBeHidden()
    await drawer.getByRole('textbox', { name: 'Gelar belakang' }).fill('S.Sos., M.Si.')
    await drawer.getByRole('textbox', { name: 'NIP' }).fill('1,97908E+17')
    await expect(drawer.getByText('NIP lazimnya 18 angka.', { exact: false })).toBeVisible()
    await drawer.getByRole('combobox', { name: 'Desa/kelurahan' }).fill('bentenge maros')
    await page.getByRole('option', { name: /Bentenge · Malllawa/ }).click()
    await expect(drawer.getByRole('textbox', { name: 'Kecamatan' })).toHaveValue('Malllawa')
    await expect(drawer.getByText('73.09.06.2007')).toBeVisible()
    await drawer.getByRole('textbox', { name: 'Nama', exact: true }).press('Enter')
    await counted(page, '134 orang terdaftar')

    await page.keyboard.press('/')
    await page.keyboard.type('nurhalisa bolo')
    await expect(list(page).getByText('Nurhaliza Daeng Bollo, S.Sos., M.Si.')).toBeVisible()
    await expect(list(page).getByRole('img', { name: /Perlu diperiksa/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await drawer.getByRole('textbox', { name: 'Gelar depan' }).fill('Hj.')
    await drawer.getByRole('button', { name: 'Simpan' }).click()
    await expect(list(page).getByText('Hj. Nurhaliza Daeng Bollo, S.Sos., M.Si.')).toBeVisible()

    await list(page).getByText('Hj. Nurhaliza').click()
    await drawer.getByRole('tab', { name: 'Riwayat' }).click()
    await expect(drawer.getByText('Data diubah')).toBeVisible()
    await expect(drawer.getByText('kosong → Hj.')).toBeVisible()
    await drawer.getByRole('tab', { name: 'Data' }).click()
    await drawer.getByRole('button', { name: 'Arsipkan' }).click()
    await counted(page, '133 orang terdaftar · 1 diarsipkan')
    const notice = page.getByRole('alert').filter({ hasText: 'diarsipkan' })
    await notice.getByRole('button', { name: 'Batalkan' }).click()
    await counted(page, '134 orang terdaftar')
    await expect(list(page).getByText('Hj. Nurhaliza Daeng Bollo')).toBeVisible()
  })
}

test('the screens of participants keep nobody out, in light and dark', async ({ openShell }) => {
  const { page } = await openShell('host')
  await openSamplePeople(page)
  for (const scheme of ['light', 'dark']) {
    for (const tab of ['Delegasi', 'Peran', 'Daftar']) {
      await page.getByRole('tab', { name: tab }).click()
      await page.mouse.move(700, 10)
      expect(await seriousFindings(page), `${tab}, ${scheme}`).toEqual([])
    }
    await page.keyboard.press('n')
    await page.getByRole('dialog').getByRole('textbox', { name: 'No. HP/WA' }).fill('lihat WA')
    await expect(page.getByText('Tidak terbaca sebagai nomor telepon', { exact: false })).toBeVisible()
    // Half-transparent while it slides in, which would measure as pale text.
    await page.waitForFunction(() => document.getAnimations().every(each => each.playState !== 'running'))
    expect(await seriousFindings(page), `the form, ${scheme}`).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    if (scheme === 'light') await page.getByRole('button', { name: 'Tampilan gelap' }).click()
  }
})

for (const shell of shells) {
  test(`the last screen and a half-typed person come back with the next window (${shell})`, async ({ openShell }) => {
    const { page } = await openShell(shell)
    await openSamplePeople(page)
    await page.getByRole('tab', { name: 'Delegasi' }).click()
    await expect(page).toHaveURL(/#\/peserta\/delegasi$/)
    await page.keyboard.press('n')
    await page.getByRole('dialog').getByRole('textbox', { name: 'Nama', exact: true }).fill('Nurhaliza')

    // What a new window is: the page's address without the part that belongs to the old one.
    await page.goto(page.url().replace(/#.*$/, ''))
    await page.reload()
    await expect(page.getByRole('tab', { name: 'Delegasi' })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('n')
    const drawer = page.getByRole('dialog')
    await expect(drawer.getByRole('textbox', { name: 'Nama', exact: true })).toHaveValue('Nurhaliza')
    await expect(drawer.getByText('belum disimpan')).toBeVisible()
    await drawer.getByRole('button', { name: 'Buang isian' }).click()
    await expect(drawer.getByRole('textbox', { name: 'Nama', exact: true })).toHaveValue('')
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await expect(drawer.getByText('belum disimpan')).toBeHidden()
  })
}
