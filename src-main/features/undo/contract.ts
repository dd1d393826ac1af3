import { z } from 'zod'
import { actIdSchema, deskProcedure } from '#main/rpc/base-contract.ts'

/** Places of work where Ctrl+Z takes back what was done there last, and nothing from other screens. */
export const UNDO_PLACES = ['desk', 'door'] as const
export type UndoPlace = (typeof UNDO_PLACES)[number]

export const undoableActSchema = z.object({
  actId: z.string(),
  at: z.number(),
  verb: z.string(),
  subjectId: z.string(),
})
export type UndoableAct = z.infer<typeof undoableActSchema>

/** Taking acts back, whichever feature they belong to. */
export const undoContract = {
  /** The newest act of this device at that place that can still be taken back; null when there is none. */
  last: deskProcedure.input(z.object({ place: z.enum(UNDO_PLACES) })).output(undoableActSchema.nullable()),
  /**
   * Takes an act back, as an act of its own. Rules: `already-undone`, `not-undoable`, and what the act's feature objects
   * (`undo-later-check-in`, `undo-replaced-since`, `undo-changed-since`, ...).
   */
  act: deskProcedure
    .input(z.object({ actId: actIdSchema, targetActId: actIdSchema }))
    .output(z.object({ verb: z.string(), subjectId: z.string() })),
}
