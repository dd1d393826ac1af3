import { z } from 'zod'
import { actIdSchema, deskProcedure } from '#main/rpc/base-contract.ts'

export const undoableActSchema = z.object({
  actId: z.string(),
  at: z.number(),
  verb: z.string(),
  subjectId: z.string(),
})
export type UndoableAct = z.infer<typeof undoableActSchema>

/** Taking acts back, whichever feature they belong to. */
export const undoContract = {
  /** The newest act of this device that can still be taken back; null when there is none. */
  last: deskProcedure.output(undoableActSchema.nullable()),
  /**
   * Takes an act back, as an act of its own. Rules: `already-undone`, `not-undoable`, and what the act's feature objects
   * (`undo-later-check-in`, `undo-replaced-since`, `undo-changed-since`, ...).
   */
  act: deskProcedure
    .input(z.object({ actId: actIdSchema, targetActId: actIdSchema }))
    .output(z.object({ verb: z.string(), subjectId: z.string() })),
}
