import { v7 as newId } from 'uuid'
import { onTestFinished } from 'vitest'
import type { EventFile } from '#main/event-file/open.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { EVERYBODY } from '#main/features/sessions/contract.ts'
import { createRoomIn, createSessionIn } from '#main/features/sessions/programme-service.ts'
import { makePaperEvent, PAPER_DAY_START } from '#test/fixtures/paper-event.ts'
import { tempFolder } from '../temp-folder.ts'

const MINUTE_MS = 60_000
const SESSION = {
  kind: 'Kelas',
  capacity: null,
  isCounted: true,
  isBreak: false,
  rule: null,
  speakers: [],
  moderator: '',
  note: '',
  admission: EVERYBODY,
}
/** Long after the event. */
export const AFTERWARDS = PAPER_DAY_START + 30 * 24 * 60 * MINUTE_MS

/** The event of papers with two parallel classes of one title, and every second person in one or the other. */
export function openExportedEvent(peopleCount = 30): EventFile {
  const workspace = new Workspace(tempFolder())
  onTestFinished(() => workspace.close())
  const event = makePaperEvent(workspace, peopleCount, ['2023-12-18', '2023-12-19'])
  const dayId = event.db.prepare('SELECT id FROM event_days ORDER BY date').pluck().get() as string
  const rooms = ['Aula', 'Ruang 2'].map(name => createRoomIn(event.db, { name, capacity: null }).id)
  const sessions = rooms.map(roomId =>
    createSessionIn(event.db, { ...SESSION, title: 'Kelas berbagi', dayId, roomId, startMinute: 540, endMinute: 630 }),
  )
  const people = event.db.prepare('SELECT id FROM participants ORDER BY id').pluck().all() as string[]
  const insert = event.db.prepare(
    `INSERT INTO passes (id, participant_id, session_id, room_id, direction, at, device_name, method, override_reason, act_id, voided_at, voided_by)
     VALUES (?, ?, ?, ?, ?, ?, 'Pintu', 'scan', '', ?, NULL, NULL)`,
  )
  people.forEach((id, index) => {
    if (index % 2 === 1) return
    const which = index % 4 === 0 ? 0 : 1
    const inAt = PAPER_DAY_START + (30 + (index % 7)) * MINUTE_MS
    insert.run(newId(), id, sessions[which], rooms[which], 'in', inAt, newId())
    insert.run(newId(), id, sessions[which], rooms[which], 'out', inAt + 80 * MINUTE_MS, newId())
  })
  return event
}
