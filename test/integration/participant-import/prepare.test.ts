import { beforeEach, describe, expect, it } from 'vitest'
import type { EventFile } from '#main/event-file/open.ts'
import { prepareImport } from '#main/features/participant-import/commit-service.ts'
import { forgetHeld } from '#main/features/participant-import/upload-service.ts'
import { runInSlices } from '#main/jobs/run-in-slices.ts'
import { ADMIN, MORNING, newActId, openTempEvent } from '#test/fixtures/temp-event.ts'
import { commit, countPeople, csvFile, readList, sampleFile } from './list-import.ts'

const LIST = ['Nama,Desa', 'Andi Nurhayati,Bontoa', 'Muhammad Yusuf,Marusu']

let event: EventFile
beforeEach(() => void (event = openTempEvent()))

describe('a list that is judged ahead of its import', () => {
  it('comes in as one that is judged while it is imported', async () => {
    const settings = await readList(event, sampleFile('peserta-maros-2023.xlsx'))
    await prepareImport(event, ADMIN, { actId: newActId(), settings, decisions: [] }, MORNING)
    const ahead = commit(event, settings).counts
    const other = openTempEvent()
    expect(ahead).toEqual(commit(other, await readList(other, sampleFile('peserta-maros-2023.xlsx'))).counts)
  })

  it('is judged anew when somebody came in meanwhile', async () => {
    const settings = await readList(event, csvFile(LIST))
    const preparing = prepareImport(event, ADMIN, { actId: newActId(), settings, decisions: [] }, MORNING)
    commit(event, settings)
    await preparing
    expect(commit(event, settings).counts).toMatchObject({ added: 0, already: 2 })
    expect(countPeople(event)).toBe(2)
  })

  it('needs no list for an import that is sent again', async () => {
    const settings = await readList(event, csvFile(LIST))
    const actId = newActId()
    const first = commit(event, settings, [], actId)
    forgetHeld(event, ADMIN)
    await prepareImport(event, ADMIN, { actId, settings, decisions: [] }, MORNING)
    expect(commit(event, settings, [], actId)).toEqual(first)
  })
})

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
