// The other two lists of the samples, from the start screen to the list of people; each through one shell.
import { goTo } from './desk-page.ts'
import { eventFileIn, inspectEventFile } from './event-file.ts'
import { chooseList, makeEventOfToday } from './event-page.ts'
import { expect, type ShellName, test } from './fixtures.ts'

interface List {
  file: string
  shell: ShellName
  rows: string
  people: number
  delegations: number
}

const LISTS: List[] = [
  { file: 'peserta-kalteng-2021.csv', shell: 'desktop', rows: '98', people: 98, delegations: 14 },
  { file: 'peserta-nasional.xlsx', shell: 'host', rows: '1.100', people: 1100, delegations: 38 },
]

for (const { file, shell, rows, people, delegations } of LISTS) {
  test(`${file} goes in whole (${shell})`, async ({ dataDir, openShell }) => {
    const program = await openShell(shell)
    const { page } = program
    await makeEventOfToday(page, 'PLM')
    await chooseList(page, file)
    await expect(
      page.getByText(`${rows} baris dibaca: ${rows} masuk, 0 mungkin ganda, 0 perlu diperiksa`, { exact: true }),
    ).toBeVisible()
    await page.getByRole('button', { name: /^Impor [\d.]+ orang/ }).press('Enter')
    await expect(
      page.getByText(`${rows} baris dibaca: ${rows} masuk, 0 orang yang sama, 0 ditinggalkan`, { exact: true }),
    ).toBeVisible()
    await goTo(page, 'Peserta')
    await expect(page.getByText(`${rows} orang terdaftar`, { exact: true })).toBeVisible()
    await program.end()
    expect(inspectEventFile(eventFileIn(dataDir))).toMatchObject({
      integrity: 'ok',
      brokenLink: null,
      people,
      delegations,
    })
  })
}
