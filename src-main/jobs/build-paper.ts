import { openReadConnection } from '#main/event-file/read-connection.ts'
import { buildPaper } from '#main/features/documents/build-service.ts'
import type { PaperRequest } from '#main/features/documents/contract.ts'
import type { PaperDocument } from '#main/features/documents/paper-rules.ts'
import { Refusal } from '#main/rpc/base-contract.ts'

/** What came of it: the paper, or the foreseen refusal that a thread can't throw across. */
export type BuiltPaper = { paper: PaperDocument } | { refusal: Pick<Refusal, 'code' | 'data'> }

/** The job `build-paper`: reads an event file beside the program's own connection and builds the model of a paper. */
export function buildPaperJob({ path, request, at }: { path: string; request: PaperRequest; at: number }): BuiltPaper {
  const db = openReadConnection(path)
  try {
    return { paper: buildPaper({ path, db }, request, at) }
  } catch (error) {
    if (error instanceof Refusal) return { refusal: { code: error.code, data: error.data } }
    throw error
  } finally {
    db.close()
  }
}
