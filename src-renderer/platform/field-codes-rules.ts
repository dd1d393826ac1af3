import { readings } from '#main/features/badges/code-rules.ts'

/**
 * The codes that stand in a field one behind another, as they were typed; together they are the text. What a scanner sends ahead
 * of a code stays with it, and a text that is no badge code is one piece. (No code has an L after its first four characters.)
 */
export function codesIn(text: string): string[] {
  const [first = '', ...rest] = text.split(/(?=GLR1)/i)
  if (rest.length === 0 || /^GLR1/i.test(first)) return [first, ...rest]
  const [next = '', ...others] = rest
  return [first + next, ...others]
}

/** What is the same whenever this badge is scanned, whatever the scanner sends around it. */
export function badgeIn(scanned: string): string {
  return readings(scanned).codes[0] ?? scanned
}

/**
 * Scans what stands in a field code by code, each as an act of its own: a code that was not answered stays there, and the next one
 * is scanned behind it. `scan` resolves to whether an answer came; after the first that did not, the rest waits in the field.
 * `leaveOut` is called for a badge that was answered already.
 */
export async function scanEach(
  text: string,
  scan: (code: string) => Promise<boolean>,
  leaveOut: (code: string) => void,
): Promise<void> {
  const done = new Set<string>()
  for (const code of codesIn(text)) {
    const badge = badgeIn(code)
    if (done.has(badge)) leaveOut(code)
    else if (!(await scan(code))) return
    done.add(badge)
  }
}
