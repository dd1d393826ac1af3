import { readFileSync, writeFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import type { Shell } from './fixtures.ts'

/** What is chosen on the screen of papers; `sessionId` and `dayId` as the file has them. */
export interface WantedPaper {
  paper: 'daftar-hadir' | 'rekap-kehadiran'
  /** The title of a session; the day as a whole without. */
  session?: string
  /** Times of scans on a daftar hadir, minutes on a rekap. */
  hasTimes?: boolean
  /** Fixes the numbers, so that signed rows can be ticked. */
  fixesNumbers?: boolean
}

const NAMES = { 'daftar-hadir': 'Daftar hadir', 'rekap-kehadiran': 'Rekap kehadiran' } as const

/** Chooses a paper on its screen and waits until its pages are drawn. */
async function choosePaper(page: Page, wanted: WantedPaper): Promise<void> {
  // Each visit begins with the choices that the screen begins with.
  await page.getByRole('navigation').getByRole('link', { name: 'Acara', exact: true }).press('Enter')
  await page.getByRole('navigation').getByRole('link', { name: 'Dokumen', exact: true }).press('Enter')
  await page.getByRole('link', { name: new RegExp(`^${NAMES[wanted.paper]}`) }).press('Enter')
  await expect(page.getByText(/halaman · F4/)).toBeVisible()
  if (wanted.session !== undefined) {
    await page.getByRole('combobox', { name: 'Sesi' }).click()
    await page.getByRole('option', { name: new RegExp(`^${escaped(wanted.session)}`) }).click()
    await expect(page.frameLocator('iframe').getByText(wanted.session.toUpperCase()).first()).toBeAttached()
  }
  if (wanted.hasTimes) await page.getByLabel(/Dengan jam dari pindaian|Menit, bukan tanda centang/).check()
  if (wanted.paper === 'daftar-hadir')
    await page.getByLabel('Kunci nomor urut').setChecked(wanted.fixesNumbers ?? false)
  await expect(page.getByText(/halaman · F4/)).toBeVisible()
}

/**
 * The paper as a PDF: saved by the desktop, or made of the page that the browser prints. Gives back the code of the sheet where numbers
 * were fixed.
 */
export async function takePaper(shell: Shell, eventFile: string, path: string, wanted: WantedPaper): Promise<string> {
  const { page, app } = shell
  await choosePaper(page, wanted)
  if (app) {
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
    await page.getByRole('button', { name: 'Simpan PDF' }).press('Enter')
    await expect(page.getByText(`Tersimpan: ${path}`)).toBeVisible()
    return wanted.fixesNumbers ? newestSheet(eventFile) : ''
  }
  // The browser's own dialog is out of reach: the page behind the frame is printed instead.
  await page.evaluate(() => {
    const inside = document.querySelector('iframe')!.contentWindow!
    inside.print = () => void (document.documentElement.dataset['printed'] = 'yes')
  })
  await page.getByRole('button', { name: 'Cetak', exact: true }).press('Enter')
  await expect(page.locator('html[data-printed]')).toBeAttached()
  await page.evaluate(() => delete document.documentElement.dataset['printed'])
  const sheetCode = wanted.fixesNumbers ? newestSheet(eventFile) : null
  const request = { paper: wanted.paper, hasTimes: wanted.hasTimes ?? false, sheetCode, ...placeIn(eventFile, wanted) }
  const paper = await page.context().newPage()
  await paper.goto(`${new URL(page.url()).origin}/print.html?document=${encodeURIComponent(JSON.stringify(request))}`)
  await paper.waitForFunction('window.printPageReady')
  await paper.evaluate('window.printPageReady')
  writeFileSync(path, await paper.pdf({ preferCSSPageSize: true, printBackground: true }))
  await paper.close()
  return sheetCode ?? ''
}

function newestSheet(eventFile: string): string {
  return ask(eventFile, 'SELECT code FROM signature_sheets ORDER BY rowid DESC LIMIT 1') as string
}

function placeIn(eventFile: string, { paper, session }: WantedPaper): { dayId: unknown; sessionId: unknown } {
  return {
    dayId: paper === 'daftar-hadir' ? ask(eventFile, 'SELECT id FROM event_days') : null,
    sessionId: session === undefined ? null : ask(eventFile, 'SELECT id FROM sessions WHERE title = ?', session),
  }
}

function ask(eventFile: string, sql: string, ...values: string[]): unknown {
  const db = new Database(eventFile, { readonly: true })
  try {
    return db
      .prepare(sql)
      .pluck()
      .get(...values)
  } finally {
    db.close()
  }
}

const escaped = (text: string): string => text.replaceAll(/[()[\]{}.*+?^$|\\]/g, String.raw`\$&`)

/** Presses a button that makes a file and gives back its bytes: saved by the desktop's dialog, downloaded in a browser. */
export async function takeFile({ page, app }: Shell, button: string, path: string): Promise<Buffer> {
  if (!app) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button, exact: true }).press('Enter'),
    ])
    await download.saveAs(path)
    return readFileSync(path)
  }
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
  await page.getByRole('button', { name: button, exact: true }).press('Enter')
  await expect(page.getByText(`Tersimpan di ${path}`)).toBeVisible()
  return readFileSync(path)
}

/** To the page with all lists of the event. */
export async function openFiles(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Dokumen', exact: true }).press('Enter')
  await page.getByRole('link', { name: /^Berkas kegiatan/ }).press('Enter')
  await expect(page.getByRole('button', { name: 'Kehadiran per sesi sebagai XLSX' })).toBeVisible()
}
