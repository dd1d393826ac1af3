import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { Workspace } from '#main/features/events/workspace.ts'
import { LONGEST_PERSON, makePaperEvent, PAPER_EVENT } from '#test/fixtures/paper-event.ts'
import { listIn, readCsv, readXlsx, readZip } from '#test/integration/exports/read-files.ts'
import { expect, type Shell, shells, test } from './fixtures.ts'

const PEOPLE = 12

function makeEvent(dataDir: string): void {
  const workspace = new Workspace(dataDir)
  makePaperEvent(workspace, PEOPLE)
  workspace.close()
}

async function openPapers(page: Page): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${PAPER_EVENT.replaceAll(/[()]/g, String.raw`\$&`)}`) }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Dokumen', exact: true }).click()
  await expect(page.getByText(/halaman · F4/)).toBeVisible()
}

/** Presses a button that makes a file: saved by the desktop's dialog, downloaded in a browser. */
async function take({ page, app }: Shell, button: string, path: string): Promise<Buffer> {
  if (!app) {
    const waiting = page.waitForEvent('download', { timeout: 60_000 })
    await page.getByRole('button', { name: button }).click()
    await (await waiting).saveAs(path)
    return readFileSync(path)
  }
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
  await page.getByRole('button', { name: button }).click()
  await expect(page.getByText(`Tersimpan di ${path}`)).toBeVisible({ timeout: 120_000 })
  return readFileSync(path)
}

for (const shellName of shells) {
  test(`a paper as XLSX and CSV, a list with NIK, and the ZIP of everything (${shellName})`, async ({
    dataDir,
    openShell,
  }, info) => {
    test.setTimeout(240_000)
    makeEvent(dataDir)
    const shell = await openShell(shellName)
    const { page } = shell
    await openPapers(page)
    const xlsx = await take(shell, 'Daftar hadir sebagai XLSX', info.outputPath('hadir.xlsx'))
    expect(listIn(readXlsx(xlsx)).rows).toHaveLength(PEOPLE)
    const csv = await take(shell, 'Daftar hadir sebagai CSV', info.outputPath('hadir.csv'))
    expect(readCsv(csv)).toHaveLength(PEOPLE + 1)
    await page.getByRole('link', { name: /^Berkas kegiatan/ }).click()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await page.screenshot({ path: join(info.outputDir, 'berkas.png') })
    const zip = await readZip(await take(shell, 'Buat ZIP', info.outputPath('berkas.zip')))
    expect([...zip.keys()].filter(file => file.endsWith('.pdf')).length > 0).toBe(shell.app !== null)
    expect([...zip.values()].some(bytes => bytes.includes(LONGEST_PERSON.nik))).toBe(false)
    await page.getByLabel('Dengan NIK').check()
    const people = await take(shell, 'Daftar peserta sebagai CSV', info.outputPath('peserta.csv'))
    expect(people.toString()).toContain(LONGEST_PERSON.nik)
  })
}
