// A whole day of the Maros sample through both shells: list and rundown in, 120 of 133 at the desk, two parallel classes with all that
// happens at doors, signed sheets read back, corrections; then the papers, opened again by other readers than their writers.
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  archive,
  correctAttendance,
  type DoorPages,
  expectNumbers,
  importRundown,
  oneDoorPage,
  passDoors,
  registerArrivals,
  setUpClassB,
  tickSheet,
} from './day-acts.ts'
import { dayClock } from './day-clock.ts'
import {
  attendanceInCsv,
  attendanceInXlsx,
  numbersIn,
  numbersOf,
  plannedAttendance,
  plannedRekap,
  plannedRekapOnPaper,
  plannedTimes,
  rekapInCsv,
  rowsInPdf,
  timesIn,
} from './day-papers.ts'
import { type DayPerson, dayPeople } from './day-people.ts'
import { ARCHIVED, ARRIVING, CORRECTIONS, instantOf, PEOPLE, type Room, SESSIONS, SIGNED } from './day-plan.ts'
import { dayRecords, plannedRecords } from './day-records.ts'
import { goToDoor } from './door-page.ts'
import { eventFileIn, inspectEventFile } from './event-file.ts'
import { makeEventOfToday } from './event-page.ts'
import { expect, type Shell, shells, test } from './fixtures.ts'
import { importMaros, printAllBadges } from './maros-event.ts'
import { openFiles, takeFile, takePaper } from './papers-page.ts'
import { hasPoppler } from './read-badges.ts'
import { readPaper } from './read-papers.ts'

const EVENT = 'PLM Kabupaten Maros 2023'
const F4_LANDSCAPE = { widthMm: 330, heightMm: 215 }

/** In the browser each door has a page of its own, all open at once; the desktop's window goes from door to door. */
async function doorPages({ page, app }: Shell): Promise<DoorPages> {
  if (app) return oneDoorPage(page)
  const pages = new Map<Room, Page>()
  for (const room of ['Aula Utama', 'Ruang Anggrek', 'Ruang Melati'] as const) {
    const door = await page.context().newPage()
    await door.clock.setFixedTime(instantOf('09.00'))
    await door.goto(page.url().replace(/#.*/, ''))
    await goToDoor(door, room)
    pages.set(room, door)
  }
  return async room => {
    const door = pages.get(room)!
    await door.bringToFront()
    return door
  }
}

/** A paper on F4: the same size and table head on all its pages, each with its number. */
function expectPages(path: string, head: string): void {
  const { pages } = readPaper(path)
  expect(pages.length).toBeGreaterThan(1)
  pages.forEach(({ widthMm, heightMm, words }, index) => {
    expect(Math.abs(widthMm - F4_LANDSCAPE.widthMm)).toBeLessThan(0.5)
    expect(Math.abs(heightMm - F4_LANDSCAPE.heightMm)).toBeLessThan(0.5)
    expect(words).toContain(head)
    expect(words).toContain(`Halaman ${index + 1} dari ${pages.length}`)
  })
}

/** Daftar hadir of both classes with times, and the rekap in minutes, each as a PDF that poppler reads. */
async function expectPdfs(program: Shell, eventFile: string, folder: string, people: DayPerson[]): Promise<void> {
  for (const session of ['classA', 'classB'] as const) {
    const path = join(folder, `${session}.pdf`)
    await takePaper(program, eventFile, path, {
      paper: 'daftar-hadir',
      session: SESSIONS[session].title,
      hasTimes: true,
    })
    expectPages(path, 'No. Nama Lengkap dan Gelar L/P NIP')
    expect(rowsInPdf(path, people, timesIn).rows).toEqual(plannedTimes(people, session))
  }
  const rekap = join(folder, 'rekap.pdf')
  await takePaper(program, eventFile, rekap, { paper: 'rekap-kehadiran', hasTimes: true })
  expectPages(rekap, 'No. Nama Lengkap dan Gelar L/P Instansi/Unit Kerja')
  expect(rowsInPdf(rekap, people, numbersIn).rows).toEqual(plannedRekapOnPaper(people))
  const csv = await takeFile(program, 'Rekap kehadiran sebagai CSV', join(folder, 'rekap.csv'))
  expect(rekapInCsv(csv)).toEqual(plannedRekap(people))
}

/** Who was at which session from when to when, as XLSX and as CSV: cell by cell. */
async function expectLists(program: Shell, folder: string, people: DayPerson[]): Promise<void> {
  await openFiles(program.page)
  const planned = plannedAttendance(people)
  const xlsx = await takeFile(program, 'Kehadiran per sesi sebagai XLSX', join(folder, 'kehadiran.xlsx'))
  expect(attendanceInXlsx(xlsx)).toEqual(planned)
  const csv = await takeFile(program, 'Kehadiran per sesi sebagai CSV', join(folder, 'kehadiran.csv'))
  expect(attendanceInCsv(csv)).toEqual(planned)
}

// Pictures of each of a thousand small steps would take longer than the steps.
test.use({ trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false } })

for (const shell of shells) {
  test(`a whole day of Maros, and its papers (${shell})`, async ({ dataDir, openShell }) => {
    test.skip(!hasPoppler, 'needs the tools of poppler, which read the printed sheets')
    test.setTimeout(900_000)
    const clock = dayClock(dataDir, instantOf('07.00'))
    const program = await openShell(shell, clock.start)
    const { page } = program
    await clock.set(instantOf('07.00'), page)
    await test.step('an event of the day, its list and its badges', async () => {
      await makeEventOfToday(page, EVENT)
      await importMaros(page)
      await printAllBadges(program, join(dataDir, 'badge.pdf'))
    })
    const eventFile = eventFileIn(dataDir)
    const people = dayPeople(eventFile)
    await test.step('the rundown, and class B with its list and rule', async () => {
      await importRundown(page)
      await setUpClassB(page, people)
    })
    const sheets = await test.step('sheets to be signed are printed', async () => {
      const printed: { code: string; numbers: number[] }[] = []
      for (const session of ['talk', 'classB'] as const) {
        const path = join(dataDir, `lembar-${session}.pdf`)
        const { title } = SESSIONS[session]
        const wanted = { paper: 'daftar-hadir', session: title, fixesNumbers: true } as const
        const code = await takePaper(program, eventFile, path, wanted)
        expect(readPaper(path).pages[0]?.words).toContain(`Lembar ${code}`)
        printed.push({ code, numbers: numbersOf(path, people, SIGNED[session]) })
      }
      return printed
    })
    await test.step('120 of 133 come to the desk', () => registerArrivals(page, clock, people))
    await test.step('the doors', async () => passDoors(await doorPages(program), clock, people))
    await test.step('signed sheets are read back, corrections made, somebody taken off the list', async () => {
      await clock.set(instantOf('16.00'), page)
      await page.bringToFront()
      for (const { code, numbers } of sheets) await tickSheet(page, code, numbers)
      await correctAttendance(page, people)
      await archive(page, people[ARCHIVED]!)
    })
    await test.step('the numbers, on the screen and in the file', async () => {
      await expectNumbers(page)
      const corrected = CORRECTIONS.map(({ who }) => who)
      expect(dayRecords(eventFile, people)).toEqual(plannedRecords(ARRIVING.length, corrected))
    })
    await test.step('papers as PDF', () => expectPdfs(program, eventFile, dataDir, people))
    await test.step('lists as XLSX and CSV', () => expectLists(program, dataDir, people))
    await test.step('the same after a restart, and a file that is whole', async () => {
      await program.restart()
      await program.page.getByRole('button', { name: EVENT }).first().press('Enter')
      await expectNumbers(program.page)
      await program.end()
      expect(inspectEventFile(eventFile)).toMatchObject({
        integrity: 'ok',
        brokenLink: null,
        people: PEOPLE - 1,
        standingCheckIns: ARRIVING.length,
        voidedCheckIns: 0,
        scans: { welcome: ARRIVING.length },
      })
    })
  })
}
