import { scanAtDoor } from '#main/features/sessions/door-service.ts'
import {
  type Admission,
  type DoorAnswer,
  type DoorDirection,
  type DoorVerdict,
  EVERYBODY,
  type SessionInput,
} from '#main/features/sessions/contract.ts'
import { addRoom, addSession } from '#main/features/sessions/programme-service.ts'
import { undoAct } from '#main/features/undo/service.ts'
import { DESK_1, DeskEvent, MORNING, newActId } from '../registration/desk-event.ts'

/** An instant of the first day, by the clock on the wall (WITA). */
export const clock = (hours: number, minutes = 0, seconds = 0): number =>
  MORNING + ((hours - 8) * 3600 + minutes * 60 + seconds) * 1000

/** A session of a plan in the words of a test. */
interface Planned {
  room: string
  from: [hours: number, minutes: number]
  to: [hours: number, minutes: number]
  day?: number
  more?: Partial<Omit<SessionInput, 'admission'>> & { admission?: Partial<Admission> }
}

/** The event of a desk with a hall and two class rooms. */
export class HallEvent extends DeskEvent {
  readonly rooms: Record<string, string> = {}

  addRoom(name: string, capacity: number | null = null): string {
    const { id } = addRoom(this.event, DESK_1, { actId: newActId(), name, capacity }, MORNING)
    this.rooms[name] = id
    return id
  }

  input({ room, from, to, day = 0, more = {} }: Planned): SessionInput {
    const { admission, ...rest } = more
    return {
      dayId: this.dayIds[day]!,
      title: `Sesi ${room} ${from.join('.')}`,
      kind: 'Kelas',
      roomId: this.rooms[room] ?? this.addRoom(room),
      startMinute: from[0] * 60 + from[1],
      endMinute: to[0] * 60 + to[1],
      capacity: null,
      isCounted: true,
      isBreak: false,
      rule: null,
      speakers: [],
      moderator: '',
      note: '',
      ...rest,
      admission: { ...EVERYBODY, ...admission },
    }
  }

  addSession(planned: Planned): string {
    return addSession(this.event, DESK_1, { actId: newActId(), session: this.input(planned) }, MORNING).id
  }

  /** Scans somebody's badge at the door of a room. */
  scan(
    room: string,
    participantId: string,
    at: number,
    more: { direction?: DoorDirection; held?: string; actId?: string } = {},
  ): DoorAnswer {
    const { direction = 'both', held = null, actId = newActId() } = more
    const door = { roomId: this.rooms[room]!, heldSessionId: held, direction }
    return scanAtDoor(this.event, DESK_1, { ...door, actId, text: this.badgeCode(participantId) }, at)
  }

  verdict(...scan: Parameters<HallEvent['scan']>): DoorVerdict {
    return this.scan(...scan).verdict
  }

  undo(targetActId: string, at: number): void {
    undoAct(this.event, DESK_1, { actId: newActId(), targetActId }, at)
  }
}
