import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { Workspace } from '#main/features/events/workspace.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { LONGEST_PERSON, makePaperEvent, PAPER_EVENT } from '#test/fixtures/paper-event.ts'
import { expect, isRealElectron, type Shell, shells, test } from './fixtures.ts'
import { hasPoppler } from './read-badges.ts'
import { readPaper } from './read-papers.ts'

const PEOPLE = 60
const SPARE_ROWS = 5
const F4_LANDSCAPE = { widthMm: 330, heightMm: 215 }
const A4_LANDSCAPE = { widthMm: 297, heightMm: 210 }
const HEADER = 'No. Nama Lengkap dan Gelar L/P NIP'

interface StandIn {
  printers: { name: string; displayName: string; isDefault: boolean }[]
  printJobs: { options: object }[]
}

function makeEvent(dataDir: string): string {
  const workspace = new Workspace(dataDir)
  const { path } = makePaperEvent(workspace, PEOPLE)
  workspace.close()
  return path
}

async function openPapers(page: Page): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${PAPER_EVENT.replaceAll(/[()]/g, String.raw`\$&`)}`) }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Dokumen', exact: true }).click()
  await expect(page.getByText(/halaman · F4/)).toBeVisible()
}

/** The paper of the screen as a PDF: saved by the desktop, or what the browser's own dialog would make of the page in the frame. */
async function takePdf(shell: Shell, path: string): Promise<void> {
  const { page, app } = shell
  if (app) {
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
    await page.getByRole('button', { name: 'Simpan PDF' }).click()
    await expect(page.getByText(`Tersimpan: ${path}`)).toBeVisible({ timeout: 30_000 })
    return
  }
  const request = await requestOfPrint(page)
  const paper = await page.context().newPage()
  await paper.goto(`${new URL(page.url()).origin}/print.html?document=${encodeURIComponent(JSON.stringify(request))}`)
  await paper.waitForFunction('window.printPageReady')
  await paper.evaluate('window.printPageReady')
  writeFileSync(path, await paper.pdf({ preferCSSPageSize: true, printBackground: true }))
  await paper.close()
}

/** Presses the button and reads from the frame what came to the browser's dialog: the text of its pages when it opened. */
async function requestOfPrint(page: Page): Promise<Record<string, unknown>> {
  await page.evaluate(() => {
    const inside = document.querySelector('iframe')!.contentWindow!
    inside.print = () => {
      document.documentElement.dataset['printed'] = inside.document.body.textContent ?? ''
    }
  })
  await page.getByRole('button', { name: 'Cetak', exact: true }).click()
  const printed = page.locator('html[data-printed]')
  await expect(printed).toBeAttached()
  const [, code] = /Lembar ([0-9A-Z]{5})Halaman/.exec((await printed.getAttribute('data-printed')) ?? '') ?? []
  await page.evaluate(() => delete document.documentElement.dataset['printed'])
  const size = (await page.getByRole('radio', { name: 'A4' }).isChecked()) ? 'A4' : 'F4'
  return { paper: 'daftar-hadir', sheetCode: code, size }
}

function expectSheet(path: string, size: { widthMm: number; heightMm: number }, code: string): void {
  if (!hasPoppler) {
    test.info().annotations.push({ type: 'poppler', description: 'not there: the pages were not looked at' })
    return
  }
  const { pages } = readPaper(path)
  expect(pages.length).toBeGreaterThan(3)
  pages.forEach((page, index) => {
    expect(Math.abs(page.widthMm - size.widthMm)).toBeLessThan(0.5)
    expect(Math.abs(page.heightMm - size.heightMm)).toBeLessThan(0.5)
    expect(page.words).toContain(HEADER)
    expect(page.words).toContain(`Halaman ${index + 1} dari ${pages.length}`)
    expect(page.words).toContain(`Lembar ${code}`)
    expect(page.words.includes('DINAS PERPUSTAKAAN DAN KEARSIPAN')).toBe(index === 0)
  })
  const all = pages.map(({ words }) => words).join(' ')
  // Each number stands twice: in its column and where they sign.
  for (let number = 1; number <= PEOPLE + SPARE_ROWS; number++) expect(all).toContain(` ${number}. `)
  // Lines may end after any word, so the degree that holds a blank of its own is the proof that names break by meaning.
  expect(all.replaceAll('\u00A0', ' ')).toContain(fullName(LONGEST_PERSON))
  expect(pages.at(-1)!.words).toContain('NIP. 19680512 199403 1 009')
  expect(pages.at(-1)!.words).toContain('Maros, 18 Desember 2023')
}

/** The sheets that were fixed: code and number of rows. */
function sheetsIn(path: string): { code: string; rows: number }[] {
  const db = new Database(path, { readonly: true })
  const rows = db.prepare('SELECT code, participant_ids FROM signature_sheets ORDER BY made_at').all() as {
    code: string
    participant_ids: string
  }[]
  db.close()
  return rows.map(row => ({ code: row.code, rows: (JSON.parse(row.participant_ids) as string[]).length }))
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`)).toEqual([])
}

for (const shellName of shells) {
  test(`a daftar hadir on F4 and on A4, with the numbers by which it is read back (${shellName})`, async ({
    openShell,
    dataDir,
  }) => {
    const event = makeEvent(dataDir)
    const shell = await openShell(shellName)
    const { page } = shell
    await openPapers(page)
    await expectAccessible(page)
    const [f4, a4] = ['f4', 'a4'].map(name => join(dataDir, `${name}.pdf`))
    await takePdf(shell, f4!)
    await page.getByRole('radio', { name: 'A4' }).press('Space')
    await expect(page.getByText(/halaman · A4/)).toBeVisible()
    await takePdf(shell, a4!)
    const sheets = sheetsIn(event)
    expect(sheets.map(({ rows }) => rows)).toEqual([PEOPLE, PEOPLE])
    expectSheet(f4!, F4_LANDSCAPE, sheets[0]!.code)
    expectSheet(a4!, A4_LANDSCAPE, sheets[1]!.code)
  })
}

test('the desktop prints a paper silently on the chosen printer, at the size of the paper (desktop)', async ({
  openShell,
  dataDir,
}) => {
  test.skip(isRealElectron, 'needs a printer')
  makeEvent(dataDir)
  const { page, app } = await openShell('desktop')
  await app!.evaluate(() => {
    const { standin } = globalThis as unknown as { standin: StandIn }
    const names = ['Brother QL', 'Epson L3110']
    standin.printers.push(...names.map(name => ({ name, displayName: name, isDefault: name === 'Brother QL' })))
  })
  await openPapers(page)
  await page.getByRole('combobox', { name: 'Printer' }).click()
  await page.getByRole('option', { name: 'Epson L3110' }).click()
  await page.getByRole('button', { name: 'Cetak', exact: true }).click()
  const jobs = (): Promise<StandIn['printJobs']> =>
    app!.evaluate(() => (globalThis as unknown as { standin: StandIn }).standin.printJobs)
  await expect.poll(async () => (await jobs()).length, { timeout: 30_000 }).toBe(1)
  expect((await jobs())[0]!.options).toMatchObject({
    silent: true,
    deviceName: 'Epson L3110',
    pageSize: { width: 330_000, height: 215_000 },
  })
})

test('every paper is drawn as it is chosen by keyboard, and follows its options and the settings (host)', async ({
  openShell,
  dataDir,
}) => {
  const event = makeEvent(dataDir)
  const { page } = await openShell('host')
  await openPapers(page)
  const paper = page.frameLocator('iframe')
  for (const [name, title] of [
    ['Rekap kehadiran', 'REKAPITULASI KEHADIRAN'],
    ['Tanda terima perlengkapan', 'TANDA TERIMA PERLENGKAPAN'],
    ['Tanda terima uang transport', 'TANDA TERIMA UANG TRANSPORT'],
    ['Tanda terima uang harian', 'TANDA TERIMA UANG HARIAN'],
    ['Register berkas', 'REGISTER BERKAS'],
    ['Biodata', 'BIODATA'],
    ['Rooming list', 'DAFTAR PEMBAGIAN KAMAR'],
  ] as const) {
    await page.getByRole('link', { name: new RegExp(`^${name}`) }).press('Enter')
    await expect(paper.getByText(title, { exact: true }).first()).toBeAttached()
  }
  await page.getByRole('link', { name: /^Tanda terima uang transport/ }).press('Enter')
  await expect(paper.getByText(/^Terbilang: .* rupiah$/)).toBeAttached()
  await expect(paper.getByText('Bank/No. Rekening')).not.toBeAttached()
  await page.getByLabel('Dengan nomor rekening').press('Space')
  await expect(paper.getByText('0123456789')).toBeAttached()
  await page.getByRole('link', { name: /^Pengaturan dokumen/ }).press('Enter')
  await page.getByLabel('Tempat penandatanganan').fill('Turikale')
  await page.getByLabel('Tempat penandatanganan').press('Enter')
  await expect(page.getByRole('button', { name: 'Simpan pengaturan' })).toBeDisabled()
  await expectAccessible(page)
  await page.getByRole('link', { name: /^Daftar hadir/ }).press('Enter')
  await expect(paper.getByText('Turikale, 18 Desember 2023')).toBeAttached()
  expect(sheetsIn(event)).toEqual([])
})
