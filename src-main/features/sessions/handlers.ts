import { implement } from '@orpc/server'
import { openEvent, type RpcContext } from '#main/rpc/context.ts'
import { sessionsContract } from './contract.ts'
import { overrideAtDoor, pickAtDoor, scanAtDoor } from './door-service.ts'
import { getDoorState } from './door-state-service.ts'
import { correct, sign } from './mark-service.ts'
import { getTimeline } from './overview-service.ts'
import { readRooms, readSettings } from './plan-service.ts'
import {
  addRoom,
  addSession,
  archiveRoom,
  archiveSession,
  editRoom,
  editSession,
  listSessions,
  setSettings,
} from './programme-service.ts'
import { readOverview, readPeople } from './recap-service.ts'
import { findSheet, listSheets, makeSheet, markSheet } from './sheet-service.ts'
import { listSignedUpPeople, setSignUps } from './sign-up-service.ts'

const os = implement(sessionsContract).$context<RpcContext>()

/** The handlers of {@link sessionsContract}. */
export const sessionsRouter = os.router({
  rooms: {
    list: os.rooms.list.handler(({ context }) => readRooms(openEvent(context).db)),
    add: os.rooms.add.handler(({ input, context }) =>
      addRoom(openEvent(context), context.caller, input, context.program.now()),
    ),
    update: os.rooms.update.handler(({ input, context }) =>
      editRoom(openEvent(context), context.caller, input, context.program.now()),
    ),
    archive: os.rooms.archive.handler(({ input, context }) =>
      archiveRoom(openEvent(context), context.caller, input, context.program.now()),
    ),
  },
  settings: {
    get: os.settings.get.handler(({ context }) => readSettings(openEvent(context).db)),
    set: os.settings.set.handler(({ input, context }) =>
      setSettings(openEvent(context), context.caller, input, context.program.now()),
    ),
  },
  list: os.list.handler(({ input, context }) => listSessions(openEvent(context).db, input.dayId)),
  add: os.add.handler(({ input, context }) =>
    addSession(openEvent(context), context.caller, input, context.program.now()),
  ),
  update: os.update.handler(({ input, context }) =>
    editSession(openEvent(context), context.caller, input, context.program.now()),
  ),
  archive: os.archive.handler(({ input, context }) =>
    archiveSession(openEvent(context), context.caller, input, context.program.now()),
  ),
  signUps: {
    list: os.signUps.list.handler(({ input, context }) => listSignedUpPeople(openEvent(context).db, input.sessionId)),
    set: os.signUps.set.handler(({ input, context }) =>
      setSignUps(openEvent(context), context.caller, input, context.program.now()),
    ),
  },
  door: {
    state: os.door.state.handler(({ input, context }) =>
      getDoorState(openEvent(context), input, context.program.now()),
    ),
    scan: os.door.scan.handler(({ input, context }) =>
      scanAtDoor(openEvent(context), context.caller, input, context.program.now()),
    ),
    pick: os.door.pick.handler(({ input, context }) =>
      pickAtDoor(openEvent(context), context.caller, input, context.program.now()),
    ),
    override: os.door.override.handler(({ input, context }) =>
      overrideAtDoor(openEvent(context), context.caller, input, context.program.now()),
    ),
  },
  overview: os.overview.handler(({ context }) => readOverview(openEvent(context), context.program.now)),
  people: os.people.handler(({ input, context }) => readPeople(openEvent(context), input, context.program.now)),
  timeline: os.timeline.handler(({ input, context }) =>
    getTimeline(openEvent(context).db, input.participantId, context.program.now()),
  ),
  correct: os.correct.handler(({ input, context }) =>
    correct(openEvent(context), context.caller, input, context.program.now()),
  ),
  sheets: {
    list: os.sheets.list.handler(({ context }) => listSheets(openEvent(context).db)),
    get: os.sheets.get.handler(({ input, context }) => findSheet(openEvent(context).db, input.code)),
    make: os.sheets.make.handler(({ input, context }) =>
      makeSheet(openEvent(context), context.caller, input, context.program.now()),
    ),
    mark: os.sheets.mark.handler(({ input, context }) =>
      markSheet(openEvent(context), context.caller, input, context.program.now()),
    ),
  },
  sign: os.sign.handler(({ input, context }) => sign(openEvent(context), context.caller, input, context.program.now())),
})
