import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { type CertificateSnapshot, certificateSnapshotSchema } from '#main/features/certificates/contract.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { makeCertificateEvent } from '#test/fixtures/certificate-event.ts'
import { PAPER_EVENT } from '#test/fixtures/paper-event.ts'
import { readZip } from '#test/integration/exports/read-files.ts'
import { expect, type Shell, shells, test } from './fixtures.ts'
import { hasPoppler, pageWords, pdfPages, readCodes } from './read-badges.ts'

const PEOPLE = 12
/** The lower left of the front, where the code is. */
const QR_AREA = { x: 22, y: 145, width: 48, height: 45 }

interface Seeded {
  path: string
  /** Of the participants: how many have attended enough. */
  earnedCount: number
  withheldName: string
}

function seed(dataDir: string): Seeded {
  const workspace = new Workspace(dataDir)
  const { event, attended } = makeCertificateEvent(workspace, PEOPLE)
  const participants = event.db
    .prepare("SELECT p.id, p.name FROM participants p JOIN roles r ON r.id = p.role_id WHERE r.name = 'Peserta'")
    .all() as { id: string; name: string }[]
  const earnedCount = participants.filter(({ id }) => attended.get(id) === 'all').length
  const withheldName = participants.find(({ id }) => attended.get(id) === 'first')!.name
  workspace.close()
  return { path: event.path, earnedCount, withheldName }
}

interface Stored {
  number: string
  code: string
  snapshot: CertificateSnapshot
}

function storedIn(path: string): Stored[] {
  const db = new Database(path, { readonly: true })
  const rows = db.prepare('SELECT number, code, snapshot FROM certificates ORDER BY sequence, version').all() as {
    number: string
    code: string
    snapshot: string
  }[]
  db.close()
  return rows.map(row => ({ ...row, snapshot: certificateSnapshotSchema.parse(JSON.parse(row.snapshot)) }))
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`)).toEqual([])
}

/** Saves the certificates that the screen offers: the desktop by itself, the browser through the page that it opens. */
async function savePdf(shell: Shell, path: string): Promise<void> {
  const { page, app } = shell
  if (app) {
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
    await page.getByRole('button', { name: 'Simpan PDF' }).click()
    await expect(page.getByText(`Tersimpan: ${path}`)).toBeVisible()
    return
  }
  const link = page.getByRole('link', { name: /^Buka halaman cetak/ })
  const paper = await page.context().newPage()
  await paper.goto(new URL((await link.getAttribute('href'))!, page.url().replace(/#.*/, '')).href)
  await paper.waitForFunction('window.printPageReady')
  await paper.evaluate('window.printPageReady')
  writeFileSync(path, await paper.pdf({ preferCSSPageSize: true, printBackground: true }))
  await paper.close()
}

/** Front and reverse of each in order, exactly A4, with the words and the code of the register. */
async function expectPaper(pdf: string, stored: readonly Stored[]): Promise<void> {
  if (!hasPoppler) {
    test.info().annotations.push({ type: 'poppler', description: 'not there: the pages were not looked at' })
    return
  }
  const { pageCount, widthMm, heightMm } = pdfPages(pdf)
  expect(pageCount).toBe(stored.length * 2)
  expect([Math.round(widthMm), Math.round(heightMm)]).toEqual([297, 210])
  const words = pageWords(pdf)
  stored.forEach(({ number, snapshot }, index) => {
    const [front = '', reverse = ''] = [words[index * 2], words[index * 2 + 1]]
    for (const part of [number, ...snapshot.name.split(' '), snapshot.titleAfter.split(', ').at(-1)!]) {
      expect(front).toContain(part)
    }
    expect(front).toContain('18 Desember 2023')
    expect(reverse).toContain(number)
    if (snapshot.jp !== null) expect(reverse).toContain(`Jumlah ${snapshot.minutes} ${snapshot.jp}`)
  })
  const codes = await readCodes(pdf, QR_AREA)
  expect(codes).toEqual(stored.flatMap(({ code }) => [[code], []]))
}

/** The laporan kegiatan arrives whole in either shell; what stands in it is proven beside the database elsewhere. */
async function expectReport({ page, app }: Shell, path: string): Promise<void> {
  const button = page.getByRole('button', { name: 'Laporan kegiatan (Word)' })
  if (app) {
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
    await button.click()
    await expect(page.getByText(`Tersimpan: ${path}`)).toBeVisible()
  } else {
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
    expect(download.suggestedFilename()).toBe(`Laporan Kegiatan - ${PAPER_EVENT}.docx`)
    await download.saveAs(path)
  }
  const parts = await readZip(readFileSync(path))
  expect(parts.get('word/document.xml')?.toString('utf8')).toContain('V. Penutup')
}

async function check(page: Page, text: string): Promise<void> {
  await page.getByLabel('Kode atau nomor sertifikat').fill(text)
  await page.keyboard.press('Enter')
}

for (const shell of shells) {
  test(`certificates for those who have earned them, on paper and checked again (${shell})`, async ({
    openShell,
    dataDir,
  }) => {
    test.setTimeout(240_000)
    const { path, earnedCount, withheldName } = seed(dataDir)
    const opened = await openShell(shell)
    const { page } = opened
    await page.getByRole('button', { name: new RegExp(`^${PAPER_EVENT.slice(0, 21)}`) }).click()
    await page.getByRole('link', { name: 'Dokumen', exact: true }).click()
    await expectReport(opened, join(dataDir, 'laporan.docx'))
    await page.getByRole('link', { name: /^Sertifikat/ }).click()
    await page.getByLabel('Peran').first().click()
    await page.getByRole('option', { name: 'Peserta' }).click()
    const withheld = page.getByRole('row').filter({ hasText: withheldName }).filter({ hasText: 'Ditahan' }).first()
    await expect(withheld).toContainText('Mengikuti 90 dari 288 menit yang disyaratkan; kurang 198 menit.')
    await expect(withheld).toContainText('Strategi Pelibatan Masyarakat dan Advokasi: 0 dari 90 menit')
    await expectAccessible(page)
    await page.getByRole('button', { name: `Terbitkan ${earnedCount} sertifikat` }).click()
    await expect(page.getByText(`${earnedCount} sertifikat terbit, nomor 001/SERT/XII/2023`)).toBeVisible()

    const pdf = join(dataDir, 'sertifikat.pdf')
    await savePdf(opened, pdf)
    const stored = storedIn(path)
    expect(stored).toHaveLength(earnedCount)
    await expectPaper(pdf, stored)

    const [first, second] = stored as [Stored, Stored]
    await page.getByRole('tab', { name: 'Register' }).click()
    await page.getByRole('button', { name: `Cabut ${second.number}` }).click()
    await page.getByLabel('Alasan').fill('Salah nama kegiatan')
    await page.getByRole('button', { name: 'Cabut sertifikat' }).click()
    await expect(page.getByRole('row').filter({ hasText: second.number })).toContainText('Salah nama kegiatan')
    await expectAccessible(page)

    await page.getByRole('tab', { name: 'Periksa sertifikat' }).click()
    await check(page, first.code)
    await expect(page.getByRole('status').filter({ hasText: 'Asli' })).toContainText(first.number)
    await expect(page.getByRole('status').filter({ hasText: 'Asli' })).toContainText('8 JP')
    const altered = `${first.code.slice(0, -1)}${first.code.endsWith('0') ? '1' : '0'}`
    await check(page, altered)
    await expect(page.getByText('Kode diubah')).toBeVisible()
    await check(page, second.code)
    await expect(page.getByText('Alasan: Salah nama kegiatan')).toBeVisible()
    await expectAccessible(page)

    await page.getByRole('tab', { name: 'Pengaturan' }).click()
    await page.getByLabel('Pola nomor').fill('{nomor:4}/{bulan-rumawi}')
    await expect(page.getByText('{bulan-rumawi} tidak dikenal.')).toBeVisible()
    await page.getByLabel('Pola nomor').fill('PLM/{nomor:4}/{tahun}')
    await expect(page.getByText(`Nomor berikutnya: PLM/000${earnedCount + 1}`)).toBeVisible({
      visible: earnedCount < 9,
    })
    const sample = page.frameLocator('iframe[title="Contoh sertifikat"]')
    await expect(sample.locator('.page').first()).toContainText('Mattawang')
    await expectAccessible(page)
  })
}
