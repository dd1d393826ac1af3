import { setImmediate } from 'node:timers/promises'
import { implement } from '@orpc/server'
import type { Change } from '#main/event-file/change-feed.ts'
import { activityReportRouter } from '#main/features/activity-report/handlers.ts'
import { badgesRouter } from '#main/features/badges/handlers.ts'
import { certificatesRouter } from '#main/features/certificates/handlers.ts'
import { documentsRouter } from '#main/features/documents/handlers.ts'
import { eventsRouter } from '#main/features/events/handlers.ts'
import { exportsRouter } from '#main/features/exports/handlers.ts'
import { registrationRouter } from '#main/features/registration/handlers.ts'
import { undoRouter } from '#main/features/undo/handlers.ts'
import { participantImportRouter } from '#main/features/participant-import/handlers.ts'
import { sessionImportRouter } from '#main/features/session-import/handlers.ts'
import { participantsRouter } from '#main/features/participants/handlers.ts'
import { sessionsRouter } from '#main/features/sessions/handlers.ts'
import { authorize, boundary } from './boundary.ts'
import type { RpcContext } from './context.ts'
import { contract } from './contract.ts'

const os = implement(contract).$context<RpcContext>().use(boundary).use(authorize)

/** The whole contract with its handlers; the transports hand their calls to it. */
export const router = os.router({
  program: {
    about: os.program.about.handler(({ context: { program, caller } }) => ({
      version: program.version,
      shell: program.desktop ? 'desktop' : 'browser',
      deviceName: caller.deviceName,
      role: caller.role,
      now: program.now(),
    })),
    changes: os.program.changes.handler(({ context, signal }) => watchChanges(context, signal)),
  },
  events: eventsRouter,
  participantImport: participantImportRouter,
  registration: registrationRouter,
  undo: undoRouter,
  badges: badgesRouter,
  activityReport: activityReportRouter,
  certificates: certificatesRouter,
  documents: documentsRouter,
  exports: exportsRouter,
  participants: participantsRouter,
  sessionImport: sessionImportRouter,
  sessions: sessionsRouter,
})

/** Yields changes one by one; a listener that is slow gets each topic once, not every change. */
async function* watchChanges({ program }: RpcContext, signal: AbortSignal | undefined): AsyncGenerator<Change> {
  const waiting = new Map<string, Change>([['*', { topic: '*', revision: 0 }]])
  let wake = (): void => {}
  const unsubscribe = program.workspace.subscribe(change => {
    waiting.set(change.topic, change)
    wake()
  })
  const onAbort = (): void => wake()
  signal?.addEventListener('abort', onAbort)
  try {
    while (!signal?.aborted) {
      const changes = [...waiting.values()]
      waiting.clear()
      yield* changes
      if (waiting.size === 0 && !signal?.aborted) await new Promise<void>(resolve => (wake = resolve))
      // Whoever made the change is answered before everybody is told of it.
      await setImmediate()
    }
  } finally {
    unsubscribe()
    signal?.removeEventListener('abort', onAbort)
  }
}
