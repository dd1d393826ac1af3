import { AxeBuilder } from '@axe-core/playwright'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { toString as drawQr } from 'qrcode'
import { expectVerdict, scan, typeSlowly } from './desk-page.ts'
import { expect, shells, test } from './fixtures.ts'
import { LONGEST_NAME, seedDesk } from './seed-desk.ts'
import { type SeededDoor, seedDoor, SIGNED_UP } from './seed-door.ts'

const AMINAH = 'Sitti Aminah Mappatunru'
const MUKHTAR = 'Mukhtar Basri'
const CHAERUNNISA = 'Chaerunnisa Yunus'
const PROFESSOR = LONGEST_NAME.slice('Prof. Dr. Ir. H. '.length)

const code = (seed: SeededDoor, name: string): string => seed.codes[name] ?? ''
const counter = (page: Page, name: 'inside' | 'limit' | 'expected') => page.locator(`[data-counter="${name}"]`)
const field = (page: Page) => page.getByRole('combobox', { name: 'Pindai badge atau cari peserta di pintu' })
const session = (page: Page) => page.locator('[data-session]')

/** From the start screen into the event. */
async function openEvent(page: Page, name: string): Promise<void> {
  await page.getByText(name, { exact: true }).click()
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Pintu', exact: true })).toBeVisible()
}

/** To the door of a room, through the rail and the list of rooms. */
async function goToDoor(page: Page, room: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Pintu', exact: true }).press('Enter')
  await page.getByRole('article', { name: room }).getByRole('link').press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: room })).toBeVisible()
  await expect(field(page)).toBeFocused()
}

for (const shell of shells) {
  test(`a door by keyboard alone: in, out, full, not on the list, undo and hold (${shell})`, async ({
    dataDir,
    openShell,
  }) => {
    const seed = seedDoor(dataDir)
    const program = await openShell(shell)
    const { page } = program
    await openEvent(page, seed.name)

    await test.step('a scan lets in, and says that they are late and not registered', async () => {
      await goToDoor(page, 'Ruang Anggrek')
      await expect(session(page)).toContainText('Kelas berbagi A')
      await expect(counter(page, 'limit')).toHaveText('2')
      await expect(counter(page, 'expected')).toHaveText('9')
      await scan(page, code(seed, AMINAH))
      await expectVerdict(
        page,
        'entered',
        'Hj. Sitti Aminah Mappatunru, S.Sos.',
        /Terlambat \d+ menit/,
        'Belum registrasi',
      )
      await expect(counter(page, 'inside')).toHaveText('1')
      await expect(field(page)).toHaveValue('')
      await scan(page, code(seed, AMINAH))
      await expectVerdict(page, 'already-inside', /Masuk pukul \d\d\.\d\d/)
    })

    await test.step('a name is picked from the hits', async () => {
      await typeSlowly(page, 'idris')
      await expect(page.getByRole('option')).toHaveCount(2)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
      await page.keyboard.press('Enter')
      await expectVerdict(page, 'entered', 'Muhammad Idris')
      await expect(counter(page, 'inside')).toHaveText('2')
    })

    await test.step('a full room refuses, one key lets in with its reason, and so does a written one', async () => {
      await scan(page, code(seed, MUKHTAR))
      await expectVerdict(page, 'full', '2 orang di dalam, batasnya 2')
      await page.keyboard.press('Alt+2')
      await expectVerdict(page, 'entered', MUKHTAR)
      await expect(counter(page, 'inside')).toHaveText('3')
      await scan(page, code(seed, CHAERUNNISA))
      await expectVerdict(page, 'full')
      await page.keyboard.press('F2')
      await expect(page.getByLabel(/Mengapa Chaerunnisa Yunus/)).toBeFocused()
      await page.keyboard.type('Notulen kelas')
      await page.keyboard.press('Enter')
      await expectVerdict(page, 'entered', CHAERUNNISA)
      await expect(counter(page, 'inside')).toHaveText('4')
    })

    await test.step('an undo takes the last entry back, and one of the list', async () => {
      await page.keyboard.press('Control+z')
      await expectVerdict(page, 'undone', CHAERUNNISA)
      await expect(counter(page, 'inside')).toHaveText('3')
      await page.getByRole('button', { name: `Batalkan: ${MUKHTAR}, S.Pd.` }).press('Enter')
      await expectVerdict(page, 'undone', MUKHTAR)
      await expect(counter(page, 'inside')).toHaveText('2')
    })

    await test.step('out is a key away; who is outside is told so', async () => {
      await page.keyboard.press('F8')
      await expect(page.getByRole('radio', { name: 'Keluar' })).toBeChecked()
      await scan(page, code(seed, AMINAH))
      await expectVerdict(page, 'left', /menit sebelum sesi selesai/)
      await expect(counter(page, 'inside')).toHaveText('1')
      await scan(page, code(seed, AMINAH))
      await expectVerdict(page, 'not-inside')
      await page.keyboard.press('F8')
      await expect(page.getByRole('radio', { name: 'Dua arah' })).toBeChecked()
    })

    await test.step('not on the sign-up list is told apart from unknown', async () => {
      await goToDoor(page, 'Ruang Melati')
      await expect(page.getByRole('radio', { name: 'Masuk' })).toBeChecked()
      await expect(counter(page, 'expected')).toHaveText('1')
      await scan(page, code(seed, SIGNED_UP))
      await expectVerdict(page, 'entered', SIGNED_UP)
      await scan(page, code(seed, MUKHTAR))
      await expectVerdict(page, 'not-on-list', 'Tidak ada di daftar pendaftar')
      await page.keyboard.press('Alt+3')
      await expectVerdict(page, 'entered', MUKHTAR)
      await scan(page, seed.unknownCode)
      await expectVerdict(page, 'unknown')
      await page.keyboard.press('Alt+3')
      await expectVerdict(page, 'unknown')
    })

    await test.step('direction and hold are remembered at their door, also after a restart', async () => {
      await page.keyboard.press('Control+h')
      await expect(page.getByRole('button', { name: /Berhenti menahan/ })).toBeVisible()
      await program.restart()
      const again = program.page
      await openEvent(again, seed.name)
      if (shell === 'desktop') {
        await goToDoor(again, 'Ruang Melati')
        await expect(again.getByRole('button', { name: /Berhenti menahan/ })).toBeVisible()
        await again.keyboard.press('Control+h')
        await expect(again.getByRole('switch', { name: 'Tahan sesi ini' })).toBeVisible()
        await goToDoor(again, 'Ruang Anggrek')
        await expect(again.getByRole('radio', { name: 'Dua arah' })).toBeChecked()
      } else {
        // The host has another port now: to the browser that is another device.
        await goToDoor(again, 'Ruang Melati')
        await expect(again.getByRole('switch', { name: 'Tahan sesi ini' })).toBeVisible()
      }
    })

    await test.step('a session that is chosen instead of its room is held', async () => {
      const again = program.page
      await again.getByRole('link', { name: 'Ganti pintu' }).press('Enter')
      await again.getByRole('button', { name: /Talk show/ }).press('Enter')
      await expect(session(again)).toHaveAttribute('data-session', /^Talk show/)
      await again.getByRole('button', { name: /Berhenti menahan/ }).press('Enter')
      await expect(session(again)).toHaveAttribute('data-session', /^Pembukaan/)
    })
  })

  test(`a signature sheet is read back by numbers (${shell})`, async ({ dataDir, openShell }) => {
    const seed = seedDoor(dataDir)
    const { page } = await openShell(shell)
    await openEvent(page, seed.name)
    await page.getByRole('navigation').getByRole('link', { name: 'Pintu', exact: true }).press('Enter')
    await page.getByRole('link', { name: 'Tandai lembar daftar hadir' }).press('Enter')
    await expect(page.getByRole('textbox', { name: 'Kode lembar' })).toBeFocused()
    await page.keyboard.type('QQQQQ')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('QQQQQ')
    await page.getByRole('textbox', { name: 'Kode lembar' }).fill(seed.sheetCode.toLowerCase())
    await page.keyboard.press('Enter')

    const numbers = page.getByRole('textbox', { name: 'Nomor yang bertanda tangan' })
    const ticked = page.getByRole('option', { selected: true })
    const preview = page.locator('#sheet-entry')
    await expect(numbers).toBeFocused()
    await page.keyboard.type('1 3-5 77 x')
    for (const index of [0, 2, 3, 4]) await expect(preview).toContainText(seed.sheetNames[index]!)
    await page.keyboard.press('Enter')
    await expect(ticked).toHaveCount(4)
    await expect(page.getByText('4 dari 9')).toBeVisible()
    await expect(numbers).toHaveValue('77 x')
    await expect(preview).toContainText('Tidak ada di lembar ini: 77, x')
    await page.keyboard.press('Escape')
    await page.keyboard.type('5')
    await expect(preview).toContainText('Sudah ditandai')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect(page.getByText('5 dari 9')).toBeVisible()
    await page.keyboard.type('9')
    await expect(numbers).toHaveValue('9')
    await page.reload()
    await expect(numbers).toBeFocused()
    await expect(numbers).toHaveValue('9')
    await page.keyboard.press('Enter')
    await expect(page.getByText('6 dari 9')).toBeVisible()
    await page.keyboard.type('6 7')
    await page.keyboard.press('Enter')
    await expect(page.getByText('8 dari 9')).toBeVisible()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect(page.getByText('5 dari 9')).toBeVisible()
    await expect(ticked).toHaveCount(5)
  })
}

test('a scan into another room ends the stay in the first, on both screens at once', async ({
  dataDir,
  openShell,
  context,
}) => {
  const seed = seedDoor(dataDir)
  const { page } = await openShell('host')
  await openEvent(page, seed.name)
  await goToDoor(page, 'Aula Utama')
  const other = await context.newPage()
  await other.goto(page.url())
  await goToDoor(other, 'Ruang Anggrek')
  await page.bringToFront()
  await scan(page, code(seed, AMINAH))
  await expectVerdict(page, 'entered')
  await expect(counter(page, 'inside')).toHaveText('1')
  await other.bringToFront()
  await scan(other, code(seed, AMINAH))
  await expectVerdict(other, 'entered', 'Pindah dari Aula Utama')
  await expect(counter(other, 'inside')).toHaveText('1')
  await expect(counter(page, 'inside')).toHaveText('0')
})

test('the next session takes over by itself at its time, but not where the operator holds', async ({
  dataDir,
  openShell,
  context,
}) => {
  const seed = seedDoor(dataDir, 40_000)
  const { page } = await openShell('host')
  await openEvent(page, seed.name)
  await goToDoor(page, 'Ruang Kenanga')
  await expect(session(page)).toHaveAttribute('data-session', 'Paparan pertama')
  await expect(session(page)).toContainText(/Mengambil alih sendiri \d\d\.\d\d/)
  const held = await context.newPage()
  await held.goto(page.url())
  await goToDoor(held, 'Ruang Kenanga')
  await held.keyboard.press('Control+h')
  await expect(session(held)).toContainText('Ditahan: tidak mengambil alih')
  await page.bringToFront()
  await scan(page, code(seed, AMINAH))
  await expectVerdict(page, 'entered')
  await expect(session(page)).toHaveAttribute('data-session', 'Paparan kedua', { timeout: 120_000 })
  await expect(session(held)).toHaveAttribute('data-session', 'Paparan pertama')
  await held.keyboard.press('Control+h')
  await expect(session(held)).toHaveAttribute('data-session', 'Paparan kedua')
  await expect(page.getByText('1 orang dari sesi sebelumnya belum dipindai lagi')).toBeVisible()
})

test('an answer that was lost is asked for again with the same act, and who comes meanwhile is not lost', async ({
  dataDir,
  launchHost,
  page,
}) => {
  const seed = seedDoor(dataDir)
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
  await openEvent(page, seed.name)
  await goToDoor(page, 'Aula Utama')
  await page.keyboard.press('F8')
  await page.keyboard.press('F8')
  await expect(page.getByRole('radio', { name: 'Dua arah' })).toBeChecked()
  isDeaf = true
  await scan(page, code(seed, MUKHTAR))
  await expectVerdict(page, 'failed', 'tetap dihitung sekali')
  await expect(field(page)).toHaveValue(code(seed, MUKHTAR))
  isDeaf = false
  // The badge is held up once more, and then the next one comes. Another act would have found them inside.
  await scan(page, code(seed, MUKHTAR))
  await expectVerdict(page, 'entered', MUKHTAR)
  await expect(field(page)).toHaveValue('')
  await expect(page.getByRole('complementary').getByText(MUKHTAR)).toHaveCount(1)

  isDeaf = true
  await scan(page, code(seed, CHAERUNNISA))
  await expectVerdict(page, 'failed')
  isDeaf = false
  await scan(page, code(seed, AMINAH))
  await expectVerdict(page, 'entered', AMINAH)
  await expect(field(page)).toHaveValue('')
  await expect(counter(page, 'inside')).toHaveText('3')
  for (const name of [MUKHTAR, CHAERUNNISA, AMINAH]) {
    await expect(page.getByRole('complementary').getByText(name)).toHaveCount(1)
  }
})

test('a signature is drawn and kept', async ({ dataDir, openShell }) => {
  const seed = seedDoor(dataDir)
  const { page } = await openShell('host')
  await openEvent(page, seed.name)
  await goToDoor(page, 'Aula Utama')
  await scan(page, code(seed, PROFESSOR))
  await expectVerdict(page, 'entered')
  await page.keyboard.press('F4')
  const pad = page.getByRole('img', { name: /Bidang tanda tangan, masih kosong/ })
  const draw = async (): Promise<void> => {
    const box = (await pad.boundingBox())!
    await page.mouse.move(box.x + 80, box.y + 90)
    await page.mouse.down()
    for (let step = 1; step <= 20; step++) {
      await page.mouse.move(box.x + 80 + step * 14, box.y + 90 + Math.sin(step) * 50)
    }
    await page.mouse.up()
    await expect(page.getByRole('img', { name: /sudah terisi/ })).toBeVisible()
  }
  await draw()
  await page.keyboard.press('Delete')
  await expect(pad).toBeVisible()
  await draw()
  await page.keyboard.press('Enter')
  await expectVerdict(page, 'signed', 'Kusumaatmadja')
  await expect(field(page)).toBeFocused()
})

test('a badge held before the camera is one scan, and the camera stays open', async ({ dataDir, launchHost, page }) => {
  const seed = seedDoor(dataDir)
  const host = await launchHost()
  // What the camera sees, again and again.
  await page.setViewportSize({ width: 640, height: 480 })
  await page.setContent(
    `<div style="width:400px;margin:0 auto">${await drawQr(code(seed, MUKHTAR), { type: 'svg' })}</div>`,
  )
  const picture = join(dataDir, 'badge.mjpeg')
  writeFileSync(picture, await page.screenshot({ type: 'jpeg', quality: 95 }))
  const browser = await chromium.launch({
    ...(process.env['GELAR_CHROMIUM'] && { executablePath: process.env['GELAR_CHROMIUM'] }),
    args: [
      '--no-sandbox',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${picture}`,
    ],
  })
  try {
    const phone = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await phone.goto(host.url)
    await openEvent(phone, seed.name)
    await phone.setViewportSize({ width: 390, height: 844 })
    await goToDoor(phone, 'Aula Utama')
    await phone.getByText('Dua arah').click()
    await phone.getByRole('button', { name: 'Pindai dengan kamera' }).last().click()
    await expectVerdict(phone, 'entered', MUKHTAR)
    // Long enough for many more readings of the same badge.
    await phone.waitForTimeout(2000)
    await expect(phone.getByRole('complementary').getByText(MUKHTAR)).toHaveCount(1)
    await expect(phone.getByLabel('Pindai dengan kamera').first()).toBeVisible()
    await expect(counter(phone, 'inside')).toHaveText('1')
  } finally {
    await browser.close()
  }
})

test('without rooms the screen says where to add them', async ({ dataDir, openShell }) => {
  const seed = seedDesk(dataDir)
  const { page } = await openShell('host')
  await openEvent(page, seed.name)
  await page.getByRole('navigation').getByRole('link', { name: 'Pintu', exact: true }).press('Enter')
  await expect(page.getByText('Belum ada ruang')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Ke layar Kehadiran' })).toHaveAttribute('href', '#/kehadiran')
})

test('axe finds nothing serious at the door and on the sheet, in either scheme', async ({ dataDir, openShell }) => {
  const seed = seedDoor(dataDir)
  const { page } = await openShell('host')
  const look = async (): Promise<void> => {
    for (const scheme of ['light', 'dark']) {
      await page.evaluate(to => document.documentElement.setAttribute('data-mantine-color-scheme', to), scheme)
      const { violations } = await new AxeBuilder({ page }).analyze()
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(grave.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join()}`))).toEqual([])
    }
  }
  await openEvent(page, seed.name)
  await page.getByRole('navigation').getByRole('link', { name: 'Pintu', exact: true }).press('Enter')
  await expect(page.getByRole('article')).toHaveCount(4)
  await look()
  await goToDoor(page, 'Ruang Melati')
  await look()
  await scan(page, code(seed, PROFESSOR))
  await expectVerdict(page, 'not-on-list')
  await look()
  await page.keyboard.press('F8')
  await page.keyboard.press('Control+h')
  await page.keyboard.press('Alt+1')
  await expectVerdict(page, 'entered')
  await look()
  await page.keyboard.press('F8')
  await typeSlowly(page, 'idris')
  await expect(page.getByRole('option')).toHaveCount(2)
  await look()
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 390, height: 844 })
  await look()
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('navigation').getByRole('link', { name: 'Pintu', exact: true }).press('Enter')
  await page.getByRole('link', { name: 'Tandai lembar daftar hadir' }).press('Enter')
  await page.keyboard.type(seed.sheetCode)
  await look()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option')).toHaveCount(9)
  await page.keyboard.type('1 2 99')
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 dari 9')).toBeVisible()
  await look()
})
