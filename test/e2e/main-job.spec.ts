// The one long job on a real list, through both shells: a new event, the list in, badges out, people in, and the file afterwards.
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { counter, deskField, expectVerdict, goTo, scan, typeSlowly } from './desk-page.ts'
import { eventFileIn, inspectEventFile, listBadges } from './event-file.ts'
import { makeEventOfToday } from './event-page.ts'
import { expect, shells, test } from './fixtures.ts'
import { importMaros, PEOPLE_OF_MAROS, printAllBadges } from './maros-event.ts'
import { hasPoppler, pageWords, pdfPages, readCodes } from './read-badges.ts'

const EVENT = 'PLM Kabupaten Maros 2026'
const GUEST = 'Amiruddin Sahabuddin Palinrungi'
const ORIGINAL = 'Drs. H. Djamaluddin Halim'
const SUBSTITUTE = 'Dra. Hj. Nurhayati Salam, M.Pd.'

/** Every badge's code with its person, read from the rendered pages as a scanner would; from the file where pages can't be rendered. */
async function readBadges(pdf: string, eventFile: string): Promise<(name: string) => string> {
  const issued = listBadges(eventFile)
  expect(issued).toHaveLength(PEOPLE_OF_MAROS)
  const codeOf = new Map(issued.map(({ name, code }) => [name, code]))
  if (hasPoppler) {
    expect(pdfPages(pdf).pageCount).toBe(PEOPLE_OF_MAROS)
    const pages = await readCodes(pdf)
    const words = pageWords(pdf)
    pages.forEach(([code = ''], index) => {
      const person = issued.find(badge => badge.code === code)
      expect(words[index], `page ${index + 1}`).toContain(person?.name)
      codeOf.set(person?.name ?? '', code)
    })
    expect(new Set(pages.flat()).size).toBe(PEOPLE_OF_MAROS)
  } else test.info().annotations.push({ type: 'poppler', description: 'not there: no code was read from paper' })
  return name => codeOf.get(name) ?? ''
}

/** What the desk shows and what the file must hold after the morning. */
async function expectMorning(page: Page, codeOf: (name: string) => string): Promise<void> {
  await expect(counter(page, 'arrived')).toHaveText('5')
  await expect(counter(page, 'complete')).toHaveText('1')
  await scan(page, codeOf(GUEST))
  await expectVerdict(page, 'already-in', GUEST, /Sudah tiba \d\d\.\d\d di /)
  await scan(page, codeOf(ORIGINAL))
  await expectVerdict(page, 'revoked', SUBSTITUTE)
}

for (const shell of shells) {
  test(`a list goes in, badges come out, people are checked in, and a restart loses nothing (${shell})`, async ({
    dataDir,
    openShell,
  }) => {
    test.setTimeout(180_000)
    const program = await openShell(shell)
    const { page } = program
    const pdf = join(dataDir, 'badge.pdf')
    await test.step('a new event for today', () => makeEventOfToday(page, EVENT))
    await test.step('the list goes in, doubles decided', () => importMaros(page))
    await test.step('all badges are printed', () => printAllBadges(program, pdf))
    const eventFile = eventFileIn(dataDir)
    const codeOf = await test.step('the codes are read from the paper', () => readBadges(pdf, eventFile))

    await test.step('a scan welcomes, a second one says when and where', async () => {
      await goTo(page, 'Registrasi')
      await expect(deskField(page)).toBeFocused()
      await scan(page, codeOf(GUEST))
      await expectVerdict(page, 'welcome', GUEST, 'Bonto Bunga')
      await expect(counter(page, 'arrived')).toHaveText('1')
      await scan(page, codeOf(GUEST))
      await expectVerdict(page, 'already-in', GUEST, /Sudah tiba \d\d\.\d\d di /)
      await expect(counter(page, 'arrived')).toHaveText('1')
    })

    await test.step('a substitute comes; the badge of the original is dead', async () => {
      await typeSlowly(page, 'jamaludin rompe')
      await expect(page.getByRole('option')).toHaveCount(1)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Control+m')
      await expect(page.getByLabel('Nama pengganti')).toBeFocused()
      await page.keyboard.type(SUBSTITUTE)
      await page.keyboard.press('Enter')
      await expectVerdict(page, 'welcome', SUBSTITUTE, `Mewakili ${ORIGINAL}`)
      await scan(page, codeOf(ORIGINAL))
      await expectVerdict(page, 'revoked', SUBSTITUTE)
      await expect(counter(page, 'arrived')).toHaveText('2')
    })

    await test.step('the rest of the delegation comes at once, is taken back, and comes again', async () => {
      const arriveTogether = async (): Promise<void> => {
        await page.keyboard.press('Control+g')
        await expect(page.getByRole('checkbox', { name: /Firman Wahid/ })).toBeFocused()
        await page.keyboard.press('a')
        await page.keyboard.press('Enter')
        await expectVerdict(page, 'group')
        await expect(counter(page, 'arrived')).toHaveText('5')
      }
      await arriveTogether()
      await page.keyboard.press('Control+z')
      await expectVerdict(page, 'undone')
      await expect(counter(page, 'arrived')).toHaveText('2')
      await scan(page, codeOf(ORIGINAL))
      await expectVerdict(page, 'revoked')
      await arriveTogether()
    })

    await test.step('all of it is there after a restart', async () => {
      await expectMorning(page, codeOf)
      await program.restart()
      await program.page.getByRole('button', { name: EVENT }).first().press('Enter')
      await expect(deskField(program.page)).toBeFocused()
      await expectMorning(program.page, codeOf)
    })

    await test.step('the file is whole and holds just that', async () => {
      await program.end()
      expect(inspectEventFile(eventFile)).toEqual({
        integrity: 'ok',
        brokenLink: null,
        people: PEOPLE_OF_MAROS,
        delegations: 32,
        substituted: [{ original: ORIGINAL, substitute: SUBSTITUTE }],
        standingCheckIns: 5,
        voidedCheckIns: 3,
        scans: { welcome: 1, 'already-in': 3, revoked: 4 },
      })
    })
  })
}
