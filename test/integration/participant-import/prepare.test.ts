import { beforeEach, describe, expect, it } from 'vitest'
import type { EventFile } from '#main/event-file/open.ts'
import { commitImport, composeAhead, importList } from '#main/features/participant-import/commit-service.ts'
import type { ImportSettings } from '#main/features/participant-import/contract.ts'
import { peopleDesk } from '#main/features/participant-import/upload-service.ts'
import { judgeAhead } from '#main/features/participant-import/preview-service.ts'
import { BLANK_PERSON } from '#main/features/participants/contract.ts'
import { addPerson, archivePerson } from '#main/features/participants/person-acts-service.ts'
import { checkIn, scanText } from '#main/features/registration/check-in-service.ts'
import { archiveRole, getRoles } from '#main/features/participants/role-service.ts'
import { runInSlices } from '#main/jobs/run-in-slices.ts'
import { ADMIN, MORNING, newActId, openTempEvent } from '#test/fixtures/temp-event.ts'
import { commit, countPeople, csvFile, readList, sampleFile } from './list-import.ts'

const LIST = ['Nama,Desa', 'Andi Nurhayati,Bontoa', 'Muhammad Yusuf,Marusu']

let event: EventFile
beforeEach(() => void (event = openTempEvent()))

const ask = (settings: ImportSettings, actId = newActId()) => ({ actId, settings, decisions: [] })

describe('an import that is composed ahead', () => {
  it('comes in as one that is composed while it is written', async () => {
    const file = sampleFile('peserta-maros-2023.xlsx')
    const ahead = await importList(event, ADMIN, ask(await readList(event, file)), MORNING)
    const other = openTempEvent()
    expect(ahead.counts).toEqual(commit(other, await readList(other, file)).counts)
    expect(contentOf(event)).toEqual(contentOf(other))
  })

  it('is composed anew when somebody came in meanwhile', async () => {
    const settings = await readList(event, csvFile(LIST))
    const input = ask(settings)
    const preparing = composeAhead(event, ADMIN, input, MORNING)
    commit(event, settings)
    const composed = await preparing
    expect(commitImport(event, ADMIN, input, MORNING, composed).counts).toMatchObject({ added: 0, already: 2 })
    expect(countPeople(event)).toBe(2)
  })

  it('leaves nothing behind beside the event, also when it is refused', async () => {
    const settings = await readList(event, csvFile(LIST))
    const staged = () => event.db.prepare('SELECT name FROM temp.sqlite_schema').all()
    const refused = importList(event, ADMIN, ask(settings), MORNING)
    expect(staged()).toEqual([])
    archiveRole(event, ADMIN, { actId: newActId(), id: settings.defaultRoleId }, MORNING)
    await expect(refused).rejects.toThrow()
    expect(staged()).toEqual([])
    expect(countPeople(event)).toBe(0)
    const [role] = getRoles(event.db).filter(({ archivedAt }) => archivedAt === null)
    await importList(event, ADMIN, ask({ ...settings, defaultRoleId: role!.id }), MORNING)
    expect(staged()).toEqual([])
    expect(countPeople(event)).toBe(2)
  })

  it('needs no list when it is sent again', async () => {
    const input = ask(await readList(event, csvFile(LIST)))
    const first = await importList(event, ADMIN, input, MORNING)
    peopleDesk.forget(event, ADMIN)
    expect(await importList(event, ADMIN, input, MORNING)).toEqual(first)
  })
})

describe('a judgement', () => {
  it('outlives what desks do all the time, and nothing else', async () => {
    const settings = await readList(event, csvFile(LIST))
    const judgeNow = () => judgeAhead(event, ADMIN, settings, MORNING)
    const person = { ...BLANK_PERSON, name: 'Siti', roleId: settings.defaultRoleId }
    const { id } = addPerson(event, ADMIN, { actId: newActId(), person, isWalkIn: false }, MORNING)
    const first = await judgeNow()
    checkIn(event, ADMIN, { actId: newActId(), participantId: id }, MORNING)
    scanText(event, ADMIN, { actId: newActId(), text: 'nobody' }, MORNING)
    expect(await judgeNow()).toBe(first)
    archivePerson(event, ADMIN, { actId: newActId(), id, reason: '' }, MORNING)
    expect(await judgeNow()).not.toBe(first)
  })
})

/** What stands in the event, without the ids that are made up. */
function contentOf({ db }: EventFile) {
  const without = ['id', 'participant_id', 'run_id', 'role_id', 'delegation_id', 'delegationId']
  const bare = (row: unknown) =>
    Object.fromEntries(Object.entries(row as object).filter(([key]) => !without.includes(key)))
  const all = (sql: string) => db.prepare(sql).all().map(bare)
  return {
    people: all(
      'SELECT p.*, d.name AS delegation FROM participants p LEFT JOIN delegations d ON d.id = delegation_id ORDER BY p.id',
    ),
    documents: all('SELECT * FROM participant_search ORDER BY search_key'),
    words: all('SELECT * FROM participant_words ORDER BY word'),
    rows: all('SELECT * FROM import_rows ORDER BY row_number'),
  }
}

it('lets others have their turn between two slices of long work', async () => {
  const turns: string[] = []
  setImmediate(() => turns.push('a scan'))
  await runInSlices(
    (function* () {
      const startedAt = performance.now()
      while (performance.now() - startedAt < 30) yield
      turns.push('the end of the work')
    })(),
  )
  expect(turns).toEqual(['a scan', 'the end of the work'])
})
