// What people do in the course of the day, each at the screen where it is done.
import { resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { DayClock } from './day-clock.ts'
import type { DayPerson } from './day-people.ts'
import {
  arrivalOf,
  ARRIVING,
  CORRECTIONS,
  expectedCounts,
  instantOf,
  type Passage,
  PASSAGES,
  PEOPLE,
  type Room,
  SESSION_KEYS,
  SESSIONS,
  SIGNED_UP,
} from './day-plan.ts'
import { counter, deskField, goTo, pasteCode } from './desk-page.ts'
import { answerTo, goToDoor, scanFor, setDirection, type Told } from './door-page.ts'

const RUNDOWN = resolve(import.meta.dirname, '../fixtures/samples/rundown-maros-2023.csv')

const drawer = (page: Page) => page.getByRole('dialog').last()

async function goToRail(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: screen, exact: true }).press('Enter')
}

/** The rundown goes in as it is written. */
export async function importRundown(page: Page): Promise<void> {
  await goToRail(page, 'Kehadiran')
  await page.getByRole('link', { name: 'Impor susunan acara' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Impor susunan acara' })).toBeVisible()
  await page.locator('input[type=file]').setInputFiles(RUNDOWN)
  await page.getByRole('button', { name: 'Periksa baris' }).press('Enter')
  await page.getByRole('button', { name: 'Impor 17 sesi' }).press('Enter')
  await expect(page.getByText('17 baris dibaca: 17 sesi masuk')).toBeVisible()
  await page.getByRole('link', { name: 'Lihat kehadiran' }).press('Enter')
  await expect(page.getByText(/^17 sesi, 8 dicatat kehadirannya/)).toBeVisible()
}

/** Class B gets a sign-up list and a rule of its own: 10 minutes of grace, 45 minutes, a missing exit counts nothing. */
export async function setUpClassB(page: Page, people: readonly DayPerson[]): Promise<void> {
  const { title } = SESSIONS.classB
  await page.getByRole('button', { name: title, exact: true }).press('Enter')
  await drawer(page)
    .getByRole('switch', { name: /Hanya yang ada di daftar peserta sesi/ })
    .press('Space')
  await drawer(page).getByText('Aturan sendiri', { exact: true }).click()
  await drawer(page).getByRole('textbox', { name: 'Kelonggaran setelah mulai' }).fill('10')
  await drawer(page).getByText('Sejumlah menit', { exact: true }).click()
  await drawer(page).getByRole('textbox', { name: 'Menit di dalam sesi' }).fill('45')
  await drawer(page).getByRole('radio', { name: 'Waktunya tidak dihitung' }).check()
  await expect(drawer(page).getByText(/mengikuti sekurang-kurangnya 45 menit/)).toBeVisible()
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: `Daftar peserta ${title}` }).press('Enter')
  await drawer(page).getByText('Tempel daftar', { exact: true }).click()
  const names = SIGNED_UP.map((who, index) => `${index + 1}. ${people[who]!.fullName}`)
  await drawer(page).getByRole('textbox', { name: 'Daftar nama atau NIP' }).fill(names.join('\n'))
  await drawer(page).getByRole('button', { name: 'Cocokkan' }).press('Enter')
  const count = SIGNED_UP.length
  await expect(drawer(page).getByText(`${count} baris: ${count} dikenali, 0 belum`)).toBeVisible()
  await drawer(page)
    .getByRole('button', { name: `Daftarkan ${count} orang` })
    .press('Enter')
  await expect(drawer(page).getByText(`${count} orang terdaftar dari 40 tempat`)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** 120 badges at the desk, ten every five minutes; each is welcomed by name. */
export async function registerArrivals(page: Page, clock: DayClock, people: readonly DayPerson[]): Promise<void> {
  await goTo(page, 'Registrasi')
  await expect(deskField(page)).toBeFocused()
  for (const who of ARRIVING) {
    const { code, fullName } = people[who]!
    await clock.set(instantOf(arrivalOf(who)))
    expectTold(await answerTo(page, () => pasteCode(page, code)), 'welcome', [fullName])
  }
  await expect(counter(page, 'arrived')).toHaveText(String(ARRIVING.length))
}

/** The page on which a door is open: one that stays there, or the only one, which goes from door to door. */
export type DoorPages = (room: Room) => Promise<Page>

/** All passages in their order, each with its verdict. */
export async function passDoors(
  pageOf: DoorPages,
  clock: DayClock,
  people: readonly DayPerson[],
  passages: readonly Passage[] = PASSAGES,
): Promise<void> {
  for (const passage of passages) {
    await clock.set(instantOf(passage.at))
    const page = await pageOf(passage.room)
    await setDirection(page, passage.direction)
    for (const who of passage.who) await passOne(page, passage, people[who]!)
  }
}

async function passOne(page: Page, passage: Passage, { code, fullName }: DayPerson): Promise<void> {
  const { direction, refused, says = [], override, isUndone } = passage
  // What is worth a word is scanned key by key; the many that just pass are pasted.
  const told = await (says.length > 0 ? scanFor(page, code) : answerTo(page, () => pasteCode(page, code)))
  expectTold(told, refused ?? (direction === 'in' ? 'entered' : 'left'), [fullName, ...says])
  if (override) {
    const { key } = override
    expectTold(await answerTo(page, () => page.keyboard.press(key)), 'entered', [fullName])
  }
  if (isUndone) expectTold(await answerTo(page, () => page.keyboard.press('Control+z')), 'undone', [fullName])
}

function expectTold(told: Told, kind: string, words: readonly string[]): void {
  expect(told, told.words).toMatchObject({ kind })
  for (const word of words) expect(told.words).toContain(word)
}

/** One page for all doors, which goes through the list of rooms from one to the next. */
export function oneDoorPage(page: Page): DoorPages {
  let now: Room | undefined
  return async room => {
    if (now !== room) await goToDoor(page, room)
    now = room
    return page
  }
}

/** Ticks the signed rows of a printed sheet by its code and their numbers. */
export async function tickSheet(page: Page, code: string, numbers: readonly number[]): Promise<void> {
  await goToRail(page, 'Pintu')
  await page.getByRole('link', { name: 'Tandai lembar daftar hadir' }).press('Enter')
  await page.getByRole('textbox', { name: 'Kode lembar' }).fill(code)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Nomor yang bertanda tangan' })).toBeFocused()
  await page.keyboard.type(numbers.join(' '))
  await page.keyboard.press('Enter')
  await expect(page.getByText(new RegExp(String.raw`^${numbers.length} dari \d+$`))).toBeVisible()
}

/** The corrections of the day from the lists behind the numbers, each with its reason. */
export async function correctAttendance(page: Page, people: readonly DayPerson[]): Promise<void> {
  for (const { who, session, isPresent, minutes, reason } of CORRECTIONS) {
    await goToRail(page, 'Kehadiran')
    await page.getByRole('tab', { name: 'Rekap' }).press('Enter')
    const place = session === null ? 'Hari 1' : SESSIONS[session].title
    await page.getByRole('button', { name: `${place}, Terdaftar: ${PEOPLE} orang`, exact: true }).press('Enter')
    await drawer(page).getByRole('textbox', { name: 'Cari di daftar' }).fill(people[who]!.fullName)
    await drawer(page)
      .getByRole('button', { name: `Koreksi ${people[who]!.fullName}`, exact: true })
      .press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Koreksi kehadiran' })
    await dialog.getByText(isPresent ? 'Hadir' : 'Tidak hadir', { exact: true }).click()
    if (minutes !== null) await dialog.getByRole('textbox', { name: 'Lama hadir' }).fill(String(minutes))
    await dialog.getByRole('textbox', { name: 'Alasan' }).fill(reason)
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
}

/** Takes somebody off the list. */
export async function archive(page: Page, { fullName }: DayPerson): Promise<void> {
  await goTo(page, 'Peserta')
  await page.keyboard.press('/')
  await page.keyboard.type(fullName)
  const found = page.getByRole('grid', { name: 'Daftar peserta' })
  await expect(found.getByText(fullName)).toBeVisible()
  await expect(found.getByRole('row')).toHaveCount(2)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Arsipkan' }).press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'diarsipkan' })).toBeVisible()
}

const STATES = { registered: 'Terdaftar', present: 'Hadir', absent: 'Tidak hadir', archived: 'Arsip' } as const

/** The numbers of the day and of every session, as the rekap shows them. */
export async function expectNumbers(page: Page): Promise<void> {
  await goToRail(page, 'Kehadiran')
  await page.getByRole('tab', { name: 'Rekap' }).press('Enter')
  await expect(page.getByText('Cocok di semua baris.')).toBeVisible()
  for (const session of [null, ...SESSION_KEYS]) {
    const place = session === null ? 'Hari 1' : SESSIONS[session].title
    for (const [state, count] of Object.entries(expectedCounts(session))) {
      const name = `${place}, ${STATES[state as keyof typeof STATES]}: ${count} orang`
      await expect(page.getByRole('button', { name, exact: true })).toBeVisible()
    }
  }
}
