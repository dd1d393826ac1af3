// What happens on a busy morning: everything twice, rubbish in the field, the line cut, the program ended at the worst moment.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { counter, deskField, expectVerdict, goTo, scan, typeSlowly } from './desk-page.ts'
import { eventFileIn, inspectEventFile } from './event-file.ts'
import { chooseList, makeEventOfToday } from './event-page.ts'
import { expect, test } from './fixtures.ts'
import { type SeededDesk, seedDesk } from './seed-desk.ts'

async function openDesk(page: Page, url: string, seed: SeededDesk): Promise<void> {
  await page.goto(url)
  await page.getByText(seed.name, { exact: true }).click()
  await expect(deskField(page)).toBeFocused()
}

test('everything twice counts once', async ({ dataDir, launchHost, page }) => {
  const seed = seedDesk(dataDir)
  const host = await launchHost()
  await openDesk(page, host.url, seed)
  await typeSlowly(page, 'arifin')
  await expect(page.getByRole('option')).toHaveCount(1)
  await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')])
  await expectVerdict(page, 'welcome', 'Arifin Ramli')
  await expect(counter(page, 'arrived')).toHaveText('1')
  await typeSlowly(page, 'idris')
  await expect(page.getByRole('option')).toHaveCount(2)
  await page.getByRole('option').first().dblclick()
  await expectVerdict(page, 'welcome', 'Muhammad Idris')
  await expect(counter(page, 'arrived')).toHaveText('2')
  await expect(deskField(page)).toHaveValue('')
  await page.keyboard.press('F2')
  await expect(page.getByLabel('Nama lengkap')).toBeFocused()
  await page.keyboard.type('H. Usman Tahir, S.E.')
  await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')])
  await expectVerdict(page, 'welcome', 'Usman Tahir')
  await expect(counter(page, 'walk-ins')).toHaveText('1')
  await Promise.all([page.keyboard.press('Control+z'), page.keyboard.press('Control+z')])
  await expectVerdict(page, 'undone')
  await expect(counter(page, 'walk-ins')).toHaveText('0')
  await expect(counter(page, 'arrived')).toHaveText('2')
})

test('a second page sees the change at once', async ({ dataDir, launchHost, page, context }) => {
  const seed = seedDesk(dataDir)
  const host = await launchHost()
  await openDesk(page, host.url, seed)
  const second = await context.newPage()
  await second.goto(new URL('/', host.url).href)
  await expect(counter(second, 'arrived')).toHaveText('0')
  await scan(page, seed.codes['Arifin Ramli'] ?? '')
  await expect(counter(second, 'arrived')).toHaveText('1')
  await expect(second.getByRole('complementary')).toContainText('Arifin Ramli')
  await scan(second, seed.codes['Arifin Ramli'] ?? '')
  await expectVerdict(second, 'already-in')
  await page.keyboard.press('Control+z')
  await expectVerdict(page, 'undone')
  await expect(counter(second, 'arrived')).toHaveText('0')
})

test('the line is cut in the middle of a check-in: the text stays, and the retry counts once', async ({
  dataDir,
  launchHost,
  page,
}) => {
  const seed = seedDesk(dataDir)
  const host = await launchHost()
  let line: 'up' | 'cut after the next scan' | 'down' = 'up'
  await page.routeWebSocket(/\/rpc/, socket => {
    if (line === 'down') return void socket.close()
    const server = socket.connectToServer()
    socket.onMessage(message => {
      server.send(message)
      if (line === 'up' || !String(message).includes('registration/scan')) return
      line = 'down'
      void server.close()
      void socket.close()
    })
    server.onMessage(message => {
      if (line !== 'down') socket.send(message)
    })
  })
  await openDesk(page, host.url, seed)
  const code = seed.codes['Mukhtar Basri'] ?? ''
  line = 'cut after the next scan'
  await scan(page, code)
  await expectVerdict(page, 'failed', 'Tulisan di kolom tetap ada')
  await expect(deskField(page)).toHaveValue(code)
  await expect(page.getByRole('navigation')).toContainText('Terputus')
  await page.keyboard.press('Enter')
  await expectVerdict(page, 'failed')
  await expect(deskField(page)).toHaveValue(code)
  await page.keyboard.press('Escape')
  await typeSlowly(page, 'arifin')
  await page.keyboard.press('Enter')
  await expectVerdict(page, 'failed')
  await expect(deskField(page)).toHaveValue('arifin')
  await deskField(page).fill(code)
  line = 'up'
  await expect(page.getByRole('navigation')).toContainText('Tersambung')
  await page.keyboard.press('Enter')
  await expectVerdict(page, 'welcome', 'Mukhtar Basri')
  await expect(deskField(page)).toHaveValue('')
  await expect(counter(page, 'arrived')).toHaveText('1')
  await host.kill()
  expect(inspectEventFile(seed.path)).toMatchObject({ standingCheckIns: 1, scans: { welcome: 1 }, brokenLink: null })
})

test('the host is started again: the page says so, and is back by itself once the new link was opened', async ({
  dataDir,
  launchHost,
  page,
  context,
}) => {
  const seed = seedDesk(dataDir)
  const host = await launchHost()
  await openDesk(page, host.url, seed)
  const { port } = new URL(host.url)
  await host.kill()
  await expect(page.getByRole('navigation')).toContainText('Terputus')
  await expect(page.getByRole('alert')).toContainText('Program utama tidak menjawab')
  const again = await launchHost({ event: seed.path, args: ['--port', port] })
  await expect(page.getByRole('alert')).toContainText('Program utama sudah dimulai ulang')
  await expect(page.getByRole('alert')).toContainText('Buka tautan baru')
  const second = await context.newPage()
  await second.goto(again.url)
  await expect(page.getByRole('navigation')).toContainText('Tersambung')
  await expect(page.getByRole('alert')).toBeHidden()
  await scan(page, seed.codes['Arifin Ramli'] ?? '')
  await expectVerdict(page, 'welcome', 'Arifin Ramli')
})

test('rubbish in the field gets a clear word and breaks nothing', async ({ dataDir, launchHost, page }) => {
  const seed = seedDesk(dataDir)
  const host = await launchHost()
  const problems: string[] = []
  page.on('pageerror', error => problems.push(error.message))
  await openDesk(page, host.url, seed)
  const code = seed.codes['Arifin Ramli'] ?? ''
  const rubbish = [
    ['ten thousand letters', 'lorem ipsum dolor '.repeat(560), 'nobody'],
    ['one word of ten thousand letters', 'x'.repeat(10_000), 'nobody'],
    ['ten thousand letters after the prefix', `GLR1${'A1'.repeat(5000)}`, 'other-event'],
    ['emoji', '👩🏽‍🏫🎉🇮🇩', 'nobody'],
    ['SQL', `'; DROP TABLE participants; --`, 'nobody'],
    ['a search expression', `"a* OR NEAR(b c) AND name:^x`, 'a question'],
    ['a URL', 'https://forms.example/d/e/1FAIpQLSe?usp=sf_link&x=%00', 'a question'],
    ['markup', '<img src=x onerror=alert(1)>', 'nobody'],
    ['control characters', '\u0000\u0007\u202E\u200B', 'nobody'],
  ] as const
  for (const [name, text, kind] of rubbish) {
    await test.step(name, async () => {
      await page.keyboard.insertText(text)
      await page.keyboard.press('Enter')
      // Letters that happen to begin somebody's names are asked about, never let in.
      if (kind === 'a question') await expect(page.getByRole('option', { selected: true })).toBeVisible()
      else await expectVerdict(page, kind)
      await expect(counter(page, 'arrived')).toHaveText('0')
      await page.keyboard.press('Escape')
      await expect(deskField(page)).toHaveValue('')
    })
  }
  await test.step('the name of somebody who is not on the list', async () => {
    await typeSlowly(page, 'arifin budiman')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('option', { name: /Arifin Ramli/ })).toHaveAttribute('aria-selected', 'true')
    await expect(counter(page, 'arrived')).toHaveText('0')
    await page.keyboard.press('Escape')
  })
  await test.step('the same name again after Escape is asked about again', async () => {
    await typeSlowly(page, 'arifin budiman')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('option', { selected: true })).toBeVisible()
    await expect(counter(page, 'arrived')).toHaveText('0')
    await page.keyboard.press('Escape')
  })
  await scan(page, 'https://forms.example/d/e/1FAIpQLSe')
  await expectVerdict(page, 'not-a-code')
  await expect(deskField(page)).toHaveValue('')
  await scan(page, code)
  await expectVerdict(page, 'welcome', 'Arifin Ramli')
  await expect(counter(page, 'arrived')).toHaveText('1')
  expect(problems).toEqual([])
})

test('closed in the middle of the import: decisions are kept, and a killed import is whole or not there', async ({
  dataDir,
  launchHost,
  page,
  context,
}) => {
  const host = await launchHost()
  await page.goto(host.url)
  await makeEventOfToday(page, 'PLM')
  await chooseList(page, 'peserta-maros-2023.xlsx')
  await expect(page.getByText('0 dari 3 diputuskan')).toBeVisible()
  await page.keyboard.press('1')
  await expect(page.getByText('1 dari 3 diputuskan')).toBeVisible()
  await page.close()
  const second = await context.newPage()
  await second.goto(new URL('/#/peserta/impor', host.url).href)
  await expect(second.getByText('1 dari 3 diputuskan')).toBeVisible()
  await second.getByRole('button', { name: 'Impor 132 orang' }).press('Enter', { noWaitAfter: true })
  await host.kill('SIGKILL')
  const path = eventFileIn(dataDir)
  const { people, ...file } = inspectEventFile(path)
  expect([0, 132]).toContain(people)
  expect(file).toMatchObject({ integrity: 'ok', brokenLink: null })
  const again = await launchHost({ event: path })
  await second.goto(again.url)
  await goTo(second, 'Peserta')
  const words = people === 0 ? 'Belum ada peserta' : `${people} orang terdaftar`
  await expect(second.getByText(words, { exact: true })).toBeVisible()
})

/** What axe finds that keeps people out, in both schemes. */
async function graveIn(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const scheme of ['light', 'dark']) {
    await page.evaluate(to => document.documentElement.setAttribute('data-mantine-color-scheme', to), scheme)
    // Colours on their way from one scheme to the other would measure as pale.
    await page.waitForFunction(() => document.getAnimations().every(each => each.playState !== 'running'))
    const { violations } = await new AxeBuilder({ page }).analyze()
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    found.push(...grave.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${scheme} ${id}: ${html.slice(0, 160)}`)))
  }
  return found
}

test('axe finds nothing grave on any screen, in light and dark', async ({ launchHost, page }) => {
  test.setTimeout(120_000)
  const host = await launchHost()
  await page.goto(host.url)
  await page.getByRole('button', { name: /Buka acara contoh/ }).click()
  for (const screen of ['Acara', 'Peserta', 'Registrasi', 'Badge'] as const) {
    await goTo(page, screen)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(await graveIn(page), screen).toEqual([])
  }
  await chooseList(page, 'peserta-maros-2023.xlsx')
  await expect(page.getByText(/baris dibaca/)).toBeVisible()
  expect(await graveIn(page), 'Impor').toEqual([])
})
