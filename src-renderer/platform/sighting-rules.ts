/** A code must have been out of the camera's sight for this long to count as shown again. */
const GONE_AFTER_MS = 2500

/** The code that was seen last, and when. */
export interface Sighting {
  code: string
  at: number
}

/** Whether a code that is seen now is shown anew: a badge held before the camera is one scan, however often it is read. */
export function isNewSighting(last: Sighting | null, code: string, at: number): boolean {
  return last === null || last.code !== code || at - last.at > GONE_AFTER_MS
}
