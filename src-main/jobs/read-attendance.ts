import { openReadConnection } from '#main/event-file/read-connection.ts'
import type { AttendancePerson, Overview } from '#main/features/sessions/contract.ts'
import { getOverview, listAttendance, type PeopleRequest } from '#main/features/sessions/overview-service.ts'
import { Refusal } from '#main/rpc/base-contract.ts'

/** What is wanted of the attendance: the numbers of everything, or the people behind one of them. */
export type AttendanceQuestion = { kind: 'overview' } | { kind: 'people'; request: PeopleRequest }

/** What came of it, or the foreseen refusal that a thread can't throw across. */
export type AttendanceAnswer =
  | { overview: Overview }
  | { people: AttendancePerson[] }
  | { refusal: Pick<Refusal, 'code' | 'data'> }

/** The job `read-attendance`: works out the attendance on a connection of its own, beside the program's. */
export function readAttendanceJob(input: { path: string; question: AttendanceQuestion; at: number }): AttendanceAnswer {
  const { path, question, at } = input
  const db = openReadConnection(path)
  try {
    // One transaction: scans that come meanwhile are either in all of the numbers or in none.
    return db.transaction(() =>
      question.kind === 'overview'
        ? { overview: getOverview(db, at) }
        : { people: listAttendance(db, question.request, at) },
    )()
  } catch (error) {
    if (error instanceof Refusal) return { refusal: { code: error.code, data: error.data } }
    throw error
  } finally {
    db.close()
  }
}
