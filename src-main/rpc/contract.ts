import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { activityReportContract } from '#main/features/activity-report/contract.ts'
import { badgesContract } from '#main/features/badges/contract.ts'
import { certificatesContract } from '#main/features/certificates/contract.ts'
import { documentsContract } from '#main/features/documents/contract.ts'
import { eventsContract } from '#main/features/events/contract.ts'
import { exportsContract } from '#main/features/exports/contract.ts'
import { registrationContract } from '#main/features/registration/contract.ts'
import { undoContract } from '#main/features/undo/contract.ts'
import { participantImportContract } from '#main/features/participant-import/contract.ts'
import { sessionImportContract } from '#main/features/session-import/contract.ts'
import { participantsContract } from '#main/features/participants/contract.ts'
import { sessionsContract } from '#main/features/sessions/contract.ts'
import { deskProcedure } from './base-contract.ts'

/** A topic under which something has changed, with the number of changes so far; `*` = everything, sent at the start. */
export const changeSchema = z.object({ topic: z.string(), revision: z.number() })

/** Everything that a window or a device can ask of the program, over either transport. */
export const contract = {
  program: {
    /** What this program is and who the caller is to it. */
    about: deskProcedure.output(
      z.object({
        version: z.string(),
        shell: z.enum(['desktop', 'browser']),
        deviceName: z.string(),
        role: z.string(),
        /** UTC epoch milliseconds by the program's clock. */
        now: z.number(),
      }),
    ),
    /** Topics of what changes, for as long as the caller listens. */
    changes: deskProcedure.output(eventIterator(changeSchema)),
  },
  events: eventsContract,
  participantImport: participantImportContract,
  registration: registrationContract,
  undo: undoContract,
  badges: badgesContract,
  activityReport: activityReportContract,
  certificates: certificatesContract,
  documents: documentsContract,
  exports: exportsContract,
  participants: participantsContract,
  sessionImport: sessionImportContract,
  sessions: sessionsContract,
}
