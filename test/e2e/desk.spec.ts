import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { scan } from './desk-page.ts'
import { expect, shells, test } from './fixtures.ts'
import { LONGEST_NAME, type SeededDesk, seedDesk } from './seed-desk.ts'

const PERSON_GAP_MS = 60

const verdict = (page: Page) => page.locator('[data-verdict]').first()
const expectVerdict = (page: Page, kind: string) => expect(verdict(page)).toHaveAttribute('data-verdict', kind)
const counter = (page: Page, name: string) => page.locator(`[data-counter="${name}"]`)

async function openSeeded(page: Page, seed: SeededDesk): Promise<void> {
  await page.getByText(seed.name, { exact: true }).click()
  await expect(page.getByRole('combobox')).toBeFocused()
}

for (const shell of shells) {
  test(`a morning at the desk, by keyboard alone, and the same after a restart (${shell})`, async ({
    dataDir,
    openShell,
  }) => {
    const seed = seedDesk(dataDir)
    const program = await openShell(shell)
    const { page } = program
    await openSeeded(page, seed)

    await test.step('a scan welcomes, a second one says that they are in', async () => {
      await scan(page, seed.codes['Sitti Aminah Mappatunru'] ?? '')
      await expectVerdict(page, 'welcome')
      await expect(verdict(page)).toContainText('Hj. Sitti Aminah Mappatunru, S.Sos.')
      await expect(page.getByRole('combobox')).toHaveValue('')
      await expect(page.getByRole('combobox')).toBeFocused()
      await scan(page, seed.codes['Sitti Aminah Mappatunru'] ?? '')
      await expectVerdict(page, 'already-in')
      await expect(counter(page, 'arrived')).toHaveText('1')
    })

    await test.step('a name of two people asks which, arrows and Enter choose', async () => {
      await page.keyboard.type('idris', { delay: PERSON_GAP_MS })
      await expect(page.getByRole('option')).toHaveCount(2)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expectVerdict(page, 'welcome')
      await expect(verdict(page)).toContainText('Muhammad Idris')
    })

    await test.step('the rest of a village comes as one group', async () => {
      await scan(page, seed.codes['Sitti Aminah Mappatunru'] ?? '')
      await expectVerdict(page, 'already-in')
      await page.keyboard.press('Control+g')
      await expect(page.getByRole('checkbox', { name: /Arifin Ramli/ })).toBeFocused()
      const group = (await page.getByRole('dialog').getByRole('heading', { level: 3 }).textContent()) ?? '?'
      await page.keyboard.press('a')
      await page.keyboard.press('Enter')
      await expectVerdict(page, 'group')
      await expect(verdict(page).locator('[data-size]').first()).toContainText(group)
      await expect(counter(page, 'arrived')).toHaveText('5')
      await expect(counter(page, 'complete')).toHaveText('1')
    })

    await test.step('somebody comes in the place of another, whose badge is dead from then on', async () => {
      await page.keyboard.type('tenri', { delay: PERSON_GAP_MS })
      await expect(page.getByRole('option')).toHaveCount(1)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Control+m')
      await expect(page.getByLabel('Nama pengganti')).toBeFocused()
      await page.keyboard.type('Dra. Hj. Nurhayati Salam, M.Pd.')
      await page.keyboard.press('Enter')
      await expectVerdict(page, 'welcome')
      await expect(verdict(page)).toContainText('Mewakili Andi Tenri Palinrungi')
      await scan(page, seed.codes['Andi Tenri Palinrungi'] ?? '')
      await expectVerdict(page, 'revoked')
      await expect(verdict(page)).toContainText('Nurhayati Salam')
    })

    await test.step('a walk-in comes in and is taken back with Ctrl+Z', async () => {
      await page.keyboard.press('F2')
      await expect(page.getByLabel('Nama lengkap')).toBeFocused()
      await page.keyboard.type('H. Usman Tahir, S.E.')
      await page.keyboard.press('Enter')
      await expectVerdict(page, 'welcome')
      await expect(counter(page, 'walk-ins')).toHaveText('1')
      await page.keyboard.press('Control+z')
      await expectVerdict(page, 'undone')
      await expect(counter(page, 'walk-ins')).toHaveText('0')
    })

    await test.step('foreign, unknown and half codes are told apart', async () => {
      await scan(page, seed.foreignCode)
      await expectVerdict(page, 'other-event')
      await scan(page, seed.unknownCode)
      await expectVerdict(page, 'unknown')
      await scan(page, (seed.codes['Arifin Ramli'] ?? '').slice(0, 20))
      await expectVerdict(page, 'incomplete')
    })

    await test.step('papers are ticked with Alt and their number', async () => {
      await page.keyboard.type('rahmawati', { delay: PERSON_GAP_MS })
      await page.keyboard.press('Enter')
      await expectVerdict(page, 'welcome')
      await page.keyboard.press('Alt+1')
      await expect(page.getByRole('checkbox', { name: /Surat tugas/ })).toHaveAttribute('aria-checked', 'true')
    })

    await test.step('all of it is there after a restart', async () => {
      const before = await counter(page, 'arrived').textContent()
      await program.restart()
      const again = program.page
      await openSeeded(again, seed)
      await expect(counter(again, 'arrived')).toHaveText(before ?? '')
      await scan(again, seed.codes['Sitti Aminah Mappatunru'] ?? '')
      await expectVerdict(again, 'already-in')
    })
  })
}

test('a scan is never lost on a button, and a scanner does not send a form', async ({ dataDir, openShell }) => {
  const seed = seedDesk(dataDir)
  const { page } = await openShell('host')
  await openSeeded(page, seed)
  await page.getByRole('button', { name: 'Pindai dengan kamera' }).focus()
  await scan(page, (seed.codes['Arifin Ramli'] ?? '').toLowerCase())
  await expectVerdict(page, 'welcome')
  await page.keyboard.press('F2')
  await expect(page.getByLabel('Nama lengkap')).toBeFocused()
  await scan(page, seed.codes['Mukhtar Basri'] ?? '')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(counter(page, 'walk-ins')).toHaveText('0')
})

/** Once this text has been kept, and until the desk is ready again. */
async function reloadWithDraft(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...globalThis.localStorage }))).toContain(text)
  await page.reload()
  await expect(page.getByRole('combobox')).toBeFocused()
}

test('what was typed into the dialogs of the desk outlives a reload, and goes with its act', async ({
  dataDir,
  openShell,
}) => {
  const seed = seedDesk(dataDir)
  const { page } = await openShell('host')
  await openSeeded(page, seed)
  const name = page.getByLabel('Nama lengkap')
  await page.keyboard.press('F2')
  await name.fill('H. Usman Tahir, S.E.')
  await page.getByRole('textbox', { name: 'Instansi' }).fill('Dinas Sosial')
  await reloadWithDraft(page, 'Dinas Sosial')
  await page.keyboard.press('F2')
  await expect(name).toHaveValue('H. Usman Tahir, S.E.')
  await expect(page.getByRole('textbox', { name: 'Instansi' })).toHaveValue('Dinas Sosial')
  await expect(page.getByText('Isian terakhir dipulihkan')).toBeVisible()
  await name.press('Enter')
  await expectVerdict(page, 'welcome')
  await page.keyboard.press('F2')
  await expect(name).toHaveValue('')
  await expect(page.getByText('Isian terakhir dipulihkan')).toBeHidden()
  await page.keyboard.press('Escape')
  await scan(page, seed.codes['Arifin Ramli'] ?? '')
  await expectVerdict(page, 'welcome')
  const substitute = page.getByLabel('Nama pengganti')
  await page.keyboard.press('Control+m')
  await substitute.fill('Nurhayati')
  await reloadWithDraft(page, 'Nurhayati')
  await scan(page, seed.codes['Arifin Ramli'] ?? '')
  await expectVerdict(page, 'already-in')
  await page.keyboard.press('Control+m')
  await expect(substitute).toHaveValue('Nurhayati')
  await page.getByRole('button', { name: 'Batal', exact: true }).click()
  await page.keyboard.press('Control+m')
  await expect(substitute).toHaveValue('')
})

test('an act whose answer was lost keeps its text, and sent again it is the same act', async ({
  dataDir,
  launchHost,
  page,
}) => {
  const seed = seedDesk(dataDir)
  const host = await launchHost()
  let isDeaf = false
  await page.routeWebSocket(/\/rpc/, line => {
    const server = line.connectToServer()
    line.onMessage(message => server.send(message))
    server.onMessage(message => {
      if (!isDeaf) line.send(message)
    })
  })
  await page.goto(host.url)
  await openSeeded(page, seed)
  isDeaf = true
  const code = seed.codes['Mukhtar Basri'] ?? ''
  await scan(page, code)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'failed', { timeout: 15_000 })
  await expect(page.getByRole('combobox')).toHaveValue(code)
  isDeaf = false
  await page.keyboard.press('Enter')
  // The first one did arrive: another act would be told "already in".
  await expectVerdict(page, 'welcome')

  isDeaf = true
  await scan(page, seed.codes['Arifin Ramli'] ?? '')
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'failed', { timeout: 15_000 })
  isDeaf = false
  // The next person's badge lands behind the one that was not answered: both come in.
  await scan(page, seed.codes['Chaerunnisa Yunus'] ?? '')
  await expect(page.getByRole('combobox')).toHaveValue('')
  await expect(counter(page, 'arrived')).toHaveText('3')
})

test('axe finds nothing serious at the desk, in either scheme', async ({ dataDir, openShell }) => {
  test.setTimeout(180_000)
  const seed = seedDesk(dataDir)
  const { page } = await openShell('host')
  await openSeeded(page, seed)
  const look = async (): Promise<void> => {
    for (const scheme of ['light', 'dark']) {
      await page.evaluate(to => document.documentElement.setAttribute('data-mantine-color-scheme', to), scheme)
      const { violations } = await new AxeBuilder({ page }).analyze()
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(grave.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join()}`))).toEqual([])
    }
  }
  await page.keyboard.type('idris', { delay: PERSON_GAP_MS })
  await expect(page.getByRole('option')).toHaveCount(2)
  await look()
  await page.keyboard.press('Escape')
  await page.keyboard.type(LONGEST_NAME.slice(-24), { delay: PERSON_GAP_MS })
  await page.keyboard.press('Enter')
  await expectVerdict(page, 'welcome')
  await look()
  await page.keyboard.press('Control+g')
  await expect(page.getByRole('dialog')).toBeVisible()
  await look()
})
