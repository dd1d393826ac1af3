import type { ElectronApplication, Page } from '@playwright/test'
import { counter, deskField, expectVerdict, goTo, scan } from './desk-page.ts'
import { expect, isRealElectron, type Shell, shells, test } from './fixtures.ts'
import { type SeededDesk, seedDesk } from './seed-desk.ts'

interface StandIn {
  printers: { name: string; displayName: string; isDefault: boolean }[]
  printJobs: { options: { deviceName: string; silent: boolean } }[]
}

const printButton = (page: Page) => page.locator('[data-verdict]').getByRole('button', { name: /Ctrl P$/ })
const dialogQuestion = (page: Page) => page.getByRole('dialog', { name: 'Apakah badge sudah keluar?' })

async function addPrinters(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const { standin } = globalThis as unknown as { standin: StandIn }
    standin.printers.push({ name: 'office', displayName: 'Kantor', isDefault: true })
    standin.printers.push({ name: 'labels', displayName: 'Label', isDefault: false })
  })
}

/** The printers that badges came out of, in order. */
function printedOn(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(() => {
    const { standin } = globalThis as unknown as { standin: StandIn }
    return standin.printJobs.map(({ options }) => options.deviceName)
  })
}

async function choosePrinter(page: Page, name: string): Promise<void> {
  await goTo(page, 'Badge')
  await page.getByRole('combobox', { name: 'Cetak ke' }).click()
  await page.getByRole('option', { name }).click()
}

async function setPrinting(page: Page, how: 'Tidak dicetak' | 'Ditanya dulu' | 'Langsung dicetak'): Promise<void> {
  await goTo(page, 'Acara')
  await page.getByText(how, { exact: true }).click()
  await expect(page.getByRole('radio', { name: how })).toBeChecked()
  await goTo(page, 'Registrasi')
  await expect(deskField(page)).toBeFocused()
}

async function open(shell: Shell, seed: SeededDesk): Promise<void> {
  await shell.page.getByText(seed.name, { exact: true }).click()
  await expect(deskField(shell.page)).toBeFocused()
}

/** That one more badge came out: of the chosen printer, or of the browser's dialog, which is then answered. */
async function expectPrints(shell: Shell, count: number): Promise<void> {
  if (shell.app) {
    await expect.poll(() => printedOn(shell.app!)).toEqual(Array.from({ length: count }, () => 'labels'))
    return
  }
  await dialogQuestion(shell.page).getByRole('button', { name: 'Sudah keluar' }).click()
  await expect(dialogQuestion(shell.page)).toBeHidden()
}

async function expectNoPrint(shell: Shell, count: number): Promise<void> {
  if (shell.app) expect(await printedOn(shell.app)).toHaveLength(count)
  await expect(dialogQuestion(shell.page)).toBeHidden()
}

for (const name of shells) {
  test(`a check-in prints never, when asked, or always, on the printer of this device (${name})`, async ({
    dataDir,
    openShell,
  }) => {
    test.skip(isRealElectron && name === 'desktop', 'needs a printer')
    const seed = seedDesk(dataDir)
    const shell = await openShell(name)
    const { page } = shell
    if (shell.app) await addPrinters(shell.app)
    await open(shell, seed)
    if (shell.app) await choosePrinter(page, 'Label')

    await test.step('never: the button is there, nothing is asked', async () => {
      await setPrinting(page, 'Tidak dicetak')
      await scan(page, seed.codes['Arifin Ramli'] ?? '')
      await expectVerdict(page, 'welcome', 'Arifin Ramli')
      await expect(printButton(page)).toContainText('Cetak badge')
      await expect(printButton(page)).not.toContainText('sekarang?')
    })

    await test.step('ask: the question stands out; Enter on the empty field is no answer, Ctrl+P is', async () => {
      await setPrinting(page, 'Ditanya dulu')
      await scan(page, seed.codes['Mukhtar Basri'] ?? '')
      await expectVerdict(page, 'welcome', 'Mukhtar Basri')
      await expect(printButton(page)).toContainText('Cetak badge sekarang?')
      await page.keyboard.press('Enter')
      await expect(printButton(page)).toContainText('Cetak badge sekarang?')
      await expectNoPrint(shell, 0)
      await page.keyboard.press('Control+p')
      await expectPrints(shell, 1)
      await expect(page.locator('[data-verdict]')).toContainText('dicetak 1x')
      await expect(printButton(page)).not.toContainText('sekarang?')
    })

    await test.step('always: the badge comes by itself', async () => {
      await setPrinting(page, 'Langsung dicetak')
      await scan(page, seed.codes['Chaerunnisa Yunus'] ?? '')
      await expectVerdict(page, 'welcome', 'Chaerunnisa Yunus')
      await expectPrints(shell, 2)
      await expect(page.locator('[data-verdict]')).toContainText('dicetak 1x')
    })

    await test.step('always, a group: who has a badge gets no second one and keeps nobody else from theirs', async () => {
      await page.keyboard.press('Control+z')
      await expectVerdict(page, 'undone', 'Chaerunnisa Yunus')
      await page.keyboard.press('Control+g')
      await expect(page.getByRole('checkbox', { name: /Sitti Aminah/ })).toBeVisible()
      await page.keyboard.press('a')
      await page.keyboard.press('Enter')
      await expectVerdict(page, 'group')
      await expectPrints(shell, 3)
    })
    await expect(counter(page, 'arrived')).toHaveText('4')
  })

  test(`a printer that is not there never stops a check-in (${name})`, async ({ dataDir, openShell }) => {
    const seed = seedDesk(dataDir)
    const shell = await openShell(name)
    const { page } = shell
    await open(shell, seed)
    await setPrinting(page, 'Langsung dicetak')
    await scan(page, seed.codes['Arifin Ramli'] ?? '')
    await expectVerdict(page, 'welcome', 'Arifin Ramli')
    // In a browser the first question is still open: the next scan goes past it.
    if (!shell.app) await expect(dialogQuestion(page)).toBeVisible()
    await scan(page, seed.codes['Mukhtar Basri'] ?? '')
    await expectVerdict(page, 'welcome', 'Mukhtar Basri')
    await expect(counter(page, 'arrived')).toHaveText('2')
  })
}
