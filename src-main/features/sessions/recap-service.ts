import type { EventFile } from '#main/event-file/open.ts'
import type { AttendanceAnswer, AttendanceQuestion } from '#main/jobs/read-attendance.ts'
import { runJob } from '#main/jobs/run-job.ts'
import { Refusal } from '#main/rpc/base-contract.ts'
import { countRegistered } from './attendance-queries.ts'
import type { AttendancePerson, Overview } from './contract.ts'
import { getOverview, listAttendance, type PeopleRequest } from './overview-service.ts'
import { readPlan } from './plan-service.ts'
import { isDoorSession } from './schedule-rules.ts'

/** So many pairs of a person and a session are read while a scan waits; from here on a worker reads them (starting one takes about as long). */
const PAIRS_IN_MAIN = 3000

/** Reading that waits for its turn; whoever asks the same meanwhile gets the same answer. */
type Waiting = Map<string, Promise<AttendanceAnswer>>
interface Line {
  waiting: Waiting
  last: Promise<unknown>
}
const lines = new WeakMap<EventFile, Line>()

/** The numbers of all days and sessions as of now; no scan waits for them. */
export async function readOverview(event: EventFile, now: () => number): Promise<Overview> {
  if (isSmall(event)) return getOverview(event.db, now())
  const answer = await ask(event, { kind: 'overview' }, now)
  if (!('overview' in answer)) throw new Error('the job read something else')
  return answer.overview
}

/** The people behind a number, by name, as of now; no scan waits for them. */
export async function readPeople(
  event: EventFile,
  request: PeopleRequest,
  now: () => number,
): Promise<AttendancePerson[]> {
  if (isSmall(event)) return listAttendance(event.db, request, now())
  const answer = await ask(event, { kind: 'people', request }, now)
  if (!('people' in answer)) throw new Error('the job read something else')
  return answer.people
}

function isSmall({ db }: EventFile): boolean {
  return countRegistered(db) * Math.max(1, readPlan(db).sessions.filter(isDoorSession).length) <= PAIRS_IN_MAIN
}

/** One worker at a time, however many screens ask: a reading that has begun knows nothing of later scans, one that waits will. */
async function ask(event: EventFile, question: AttendanceQuestion, now: () => number): Promise<AttendanceAnswer> {
  const line = lines.get(event) ?? { waiting: new Map(), last: Promise.resolve() }
  lines.set(event, line)
  const key = JSON.stringify(question)
  const shared = line.waiting.get(key) ?? begin(line, key, event.path, question, now)
  const answer = await shared
  if ('refusal' in answer) throw new Refusal(answer.refusal.code, answer.refusal.data)
  return answer
}

function begin(
  line: Line,
  key: string,
  path: string,
  question: AttendanceQuestion,
  now: () => number,
): Promise<AttendanceAnswer> {
  const answer = line.last.then(() => {
    line.waiting.delete(key)
    return runJob('read-attendance', { path, question, at: now() })
  })
  line.waiting.set(key, answer)
  line.last = answer.catch(() => undefined)
  return answer
}
