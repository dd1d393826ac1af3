import { setTimeout as wait } from 'node:timers/promises'
import { v7 as newId } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { getOverview, listAttendance } from '#main/features/sessions/overview-service.ts'
import { readOverview, readPeople } from '#main/features/sessions/recap-service.ts'
import { clock, HallEvent } from './hall-event.ts'

const EVENING = clock(20)
const now = () => EVENING
const CROWD = 1100
const SESSIONS = 5
/** A worker that starts from source reads much. */
const TIMEOUT_MS = 60_000

let hall: HallEvent
let sessionId: string
beforeEach(() => {
  hall = new HallEvent()
  for (let hour = 8; hour < 8 + SESSIONS; hour++) {
    sessionId = hall.addSession({ room: 'Aula', from: [hour, 0], to: [hour + 1, 0] })
  }
  hall.write(db => {
    const copy = db.prepare(
      `INSERT INTO participants (id, ${columnsOf(hall)}) SELECT ?, ${columnsOf(hall)} FROM participants WHERE id = ?`,
    )
    for (let index = 0; index < CROWD; index++) copy.run(newId(), hall.people[0])
  })
  hall.scan('Aula', hall.people[1]!, clock(12, 5))
})

const columnsOf = ({ event }: HallEvent): string =>
  (event.db.pragma('table_info(participants)') as { name: string }[])
    .map(column => column.name)
    .filter(name => name !== 'id')
    .join(', ')

const place = () => ({ dayId: hall.dayIds[0]!, sessionId, state: 'present' as const, text: '' })

describe('the numbers of a large event', { timeout: TIMEOUT_MS }, () => {
  it('are read while everybody else has their turn, and are the same', async () => {
    let turns = 0
    let isRead = false
    const reading = readOverview(hall.event, now).finally(() => (isRead = true))
    while (!isRead) {
      await wait(1)
      turns++
    }
    expect(turns).toBeGreaterThan(10)
    expect(await reading).toEqual(getOverview(hall.event.db, EVENING))
    expect(await readPeople(hall.event, place(), now)).toEqual(listAttendance(hall.event.db, place(), EVENING))
  })

  it('that several screens ask for at once are read once after the reading that is under way, with the newest scan', async () => {
    let readings = 0
    const counted = () => {
      readings++
      return EVENING
    }
    const first = readOverview(hall.event, counted)
    await wait(1)
    hall.scan('Aula', hall.people[2]!, clock(12, 6))
    const others = await Promise.all([readOverview(hall.event, counted), readOverview(hall.event, counted)])
    await first
    expect(readings).toBe(2)
    for (const overview of others) expect(overview).toEqual(getOverview(hall.event.db, EVENING))
  })

  it('of a place that is not there are refused alike', async () => {
    const nowhere = { ...place(), sessionId: 'none' }
    await expect(readPeople(hall.event, nowhere, now)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await readPeople(hall.event, place(), now)).toHaveLength(1)
  })
})
