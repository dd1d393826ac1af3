import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { createEvent } from '#main/features/events/creation-service.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { addPerson } from '#test/unit/badges/people.ts'
import { expect, firstPage, isRealElectron, test } from './fixtures.ts'
import { hasPoppler, pdfPages, readCodes } from './read-badges.ts'

const PEOPLE = [
  { name: 'Arifin', institution: 'Perpustakaan Nasional RI', role: 'Narasumber' },
  {
    name: 'Andi Sitti Aminah Mappatunru Palinrungi',
    titleBefore: 'Prof. Dr. Ir. Hj.',
    titleAfter: 'S.Sos., M.Si., Ph.D.',
    institution: 'Dinas Perpustakaan dan Kearsipan Kabupaten Kotawaringin Barat',
    village: 'Bontomanurung',
    district: 'Tompobulu',
  },
  { name: 'Nurhayati Basri', titleAfter: 'S.IP.', village: "Desa Baji Pa'mai", district: 'Maros Baru' },
  { name: 'Muh. Yusuf', role: 'Tamu Undangan/VIP' },
] as const

/** An event with people; returns the path of its file. */
function makeEvent(dataDir: string): string {
  const workspace = new Workspace(dataDir)
  const details = { hostInstitution: '', theme: '', venue: '', level: 'kabupaten', timeZone: 'Asia/Makassar' } as const
  createEvent(workspace, { ...details, name: 'PLM Kabupaten Maros', days: ['2026-11-22'] }, Date.now())
  const event = workspace.current!
  for (const { name, ...fields } of PEOPLE) addPerson(event, name, fields)
  workspace.close()
  return event.path
}

/** The codes of the badges in the order in which they are printed: by name. */
function codesOf(path: string): string[] {
  const db = new Database(path, { readonly: true })
  const codes = db
    .prepare('SELECT code FROM badges JOIN participants p ON p.id = participant_id ORDER BY p.name COLLATE NOCASE')
    .pluck()
    .all() as string[]
  db.close()
  return codes
}

async function openBadges(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^PLM Kabupaten Maros/ }).click()
  await page.getByRole('link', { name: 'Badge', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Tata letak badge' })).toBeVisible()
}

const printButton = (page: Page) => page.getByRole('button', { name: /^Cetak \d+ badge$/ })
const firstJob = (page: Page) => page.locator('[data-state]').filter({ hasText: 'Kartu' }).first()

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`)).toEqual([])
}

/** Each page of the PDF carries the code of its person, and is exactly as large as the badge. */
async function expectBadges(pdf: string, codes: string[]): Promise<void> {
  expect(codes).toHaveLength(PEOPLE.length)
  if (!hasPoppler) {
    test.info().annotations.push({ type: 'poppler', description: 'not there: the pages were not looked at' })
    return
  }
  const { pageCount, widthMm, heightMm } = pdfPages(pdf)
  expect(pageCount).toBe(PEOPLE.length)
  expect(Math.abs(widthMm - 86)).toBeLessThan(0.5)
  expect(Math.abs(heightMm - 54)).toBeLessThan(0.5)
  expect(await readCodes(pdf)).toEqual(codes.map(code => [code]))
}

test('all badges as a PDF: every code is read back from the paper (desktop)', async ({ launchDesktop, dataDir }) => {
  const path = makeEvent(dataDir)
  const app = await launchDesktop()
  const page = await firstPage(app)
  const pdf = join(dataDir, 'badge.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, pdf)
  await openBadges(page)
  await printButton(page).click()
  await expect(firstJob(page)).toContainText('selesai')
  await expectBadges(pdf, codesOf(path))
})

test('all badges through the browser, which says what came out (host)', async ({ launchHost, dataDir, page }) => {
  const path = makeEvent(dataDir)
  const host = await launchHost()
  await page.goto(host.url)
  await openBadges(page)
  await expect(page.getByRole('img', { name: /Palinrungi, S\.Sos\., M\.Si\., Ph\.D\./ })).toBeVisible()
  await expectAccessible(page)
  await printButton(page).click()
  const question = page.getByRole('dialog', { name: 'Apakah badge sudah keluar?' })
  await expect(question).toBeVisible()
  const [paper] = await Promise.all([
    page.context().waitForEvent('page'),
    question.getByRole('link', { name: 'Buka halaman cetak' }).click(),
  ])
  await paper.waitForFunction('window.printPageReady')
  await paper.evaluate('window.printPageReady')
  const pdf = join(dataDir, 'badge.pdf')
  writeFileSync(pdf, await paper.pdf({ preferCSSPageSize: true, printBackground: true }))
  await expectBadges(pdf, codesOf(path))
  await question.getByRole('button', { name: 'Tidak keluar' }).click()
  await expect(firstJob(page)).toContainText('Tidak keluar dari printer')
  await firstJob(page).getByRole('button', { name: 'Coba lagi' }).click()
  await question.getByRole('button', { name: 'Sudah keluar' }).click()
  await expect(firstJob(page)).toContainText('selesai')
  await expect(printButton(page)).toBeDisabled()
  await page.getByLabel('Hanya yang belum dicetak').uncheck()
  await printButton(page).click()
  await expect(page.getByRole('dialog', { name: 'Cetak ulang?' })).toContainText('sudah dicetak 1x')
  await expectAccessible(page)
})

test('the question about a print goes when it is answered elsewhere, and when only its answer was lost (host)', async ({
  launchHost,
  dataDir,
  page,
  context,
}) => {
  makeEvent(dataDir)
  const host = await launchHost()
  let lostAnswer: unknown
  await page.routeWebSocket(/\/rpc/, socket => {
    const server = socket.connectToServer()
    socket.onMessage(message => {
      if (String(message).includes('badges/finishDialog')) lostAnswer = idOf(message)
      server.send(message)
    })
    server.onMessage(message => {
      if (lostAnswer === undefined || idOf(message) !== lostAnswer) socket.send(message)
    })
  })
  await page.goto(host.url)
  await openBadges(page)
  await printButton(page).click()
  const questionOn = (where: Page) => where.getByRole('dialog', { name: 'Apakah badge sudah keluar?' })
  await expect(questionOn(page)).toBeVisible()
  const second = await context.newPage()
  await second.goto(new URL('/#/badge', host.url).href)
  await firstJob(second).getByRole('button', { name: 'Coba lagi' }).click()
  await expect(questionOn(second).getByRole('button', { name: 'Sudah keluar' })).toBeFocused()
  await questionOn(second).getByRole('button', { name: 'Tidak keluar' }).click()
  await expect(questionOn(page)).toBeHidden()
  await second.close()
  await firstJob(page).getByRole('button', { name: 'Coba lagi' }).click()
  await questionOn(page).getByRole('button', { name: 'Sudah keluar' }).click()
  await expect(questionOn(page)).toBeHidden()
  await expect(firstJob(page)).toContainText('selesai')
  expect(lostAnswer).toBeDefined()
})

/** The number that a request and its answer have in common. */
function idOf(message: string | Buffer): unknown {
  return (JSON.parse(String(message)) as { i: unknown }).i
}

interface StandIn {
  printers: { name: string; displayName: string; isDefault: boolean }[]
  printJobs: { options: { pageSize: object; margins: object; silent: boolean; deviceName: string }; file: string }[]
  printFailure: string
}

/** Gives the machine a printer that fails once. */
async function addFailingPrinter(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const { standin } = globalThis as unknown as { standin: StandIn }
    standin.printers.push({ name: 'Brother QL', displayName: 'Brother QL-820', isDefault: true })
    standin.printFailure = 'Out of labels'
  })
}

test('a printer that fails says why; the retry prints silently at the exact size', async ({
  launchDesktop,
  dataDir,
}) => {
  test.skip(isRealElectron, 'needs a printer')
  const path = makeEvent(dataDir)
  const app = await launchDesktop()
  await addFailingPrinter(app)
  const page = await firstPage(app)
  await openBadges(page)
  await expect(page.getByRole('combobox', { name: 'Cetak ke' })).toHaveValue('Brother QL-820 (standar)')
  await printButton(page).click()
  await expect(firstJob(page)).toContainText('Kata printer: Out of labels')
  await firstJob(page).getByRole('button', { name: 'Coba lagi' }).click()
  await expect(firstJob(page)).toContainText('selesai')
  const [job] = await app.evaluate(() => (globalThis as unknown as { standin: StandIn }).standin.printJobs)
  expect(job!.options).toMatchObject({
    silent: true,
    deviceName: 'Brother QL',
    pageSize: { width: 86_000, height: 54_000 },
    margins: { marginType: 'none' },
  })
  await expectBadges(job!.file, codesOf(path))
})

test('a layout is changed by keyboard and the preview follows; it is kept after saving', async ({
  launchHost,
  dataDir,
  page,
}) => {
  makeEvent(dataDir)
  const host = await launchHost()
  await page.goto(host.url)
  await openBadges(page)
  const preview = page.getByRole('img', { name: 'Arifin' })
  await expect(preview).toContainText('NARASUMBER')
  await page.getByRole('checkbox', { name: 'Pita peran' }).press('Space')
  await expect(preview).not.toContainText('NARASUMBER')
  const order = (): Promise<string[]> =>
    page
      .getByRole('checkbox', { name: /^(Nama|Instansi)$/ })
      .evaluateAll(boxes => boxes.map(box => (box as HTMLInputElement).labels?.[0]?.textContent ?? ''))
  expect(await order()).toEqual(['Nama', 'Instansi'])
  await page.getByRole('checkbox', { name: 'Nama', exact: true }).press('Alt+ArrowDown')
  await expect.poll(order).toEqual(['Instansi', 'Nama'])
  await page.getByRole('button', { name: 'Simpan tata letak' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Simpan tata letak' })).toBeDisabled()
  await page.reload()
  await expect(page.getByRole('checkbox', { name: 'Pita peran' })).not.toBeChecked()
  await expect.poll(order).toEqual(['Instansi', 'Nama'])
})
