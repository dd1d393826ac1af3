import { stripTitles } from './name-rules.ts'

/** A name in the three parts that are stored, each exactly as written. */
export interface NameParts {
  titleBefore: string
  name: string
  titleAfter: string
  /** What stood between name and title behind; ', ' unless it was written otherwise ("Nurliani. M.AP"). */
  separator: string
}

/**
 * Suggests where the titles of a written name begin and end. Nothing is re-cased, reordered or corrected:
 * `joinName` of the result is the written text with blanks collapsed. What is not known as a title stays with the name.
 */
export function splitName(written: string): NameParts {
  const text = written.replace(/\s+/gu, ' ').trim()
  const whole: NameParts = { titleBefore: '', name: text, titleAfter: '', separator: ', ' }
  const bare = stripTitles(text)
  const start = bare === '' ? -1 : text.lastIndexOf(bare)
  if (start < 0 || bare === text) return whole
  const parts = splitAround(text, start, bare)
  return joinName(parts) === text ? parts : whole
}

function splitAround(text: string, start: number, bare: string): NameParts {
  const before = text.slice(0, start)
  const { name, separator, after } = splitBehind(bare, text.slice(start + bare.length))
  // A title without a blank behind it ("Drs.Amir") could not be joined again as it was.
  if (before !== '' && !before.endsWith(' '))
    return { titleBefore: '', name: before + name, titleAfter: after, separator }
  return { titleBefore: before.trimEnd(), name, titleAfter: after, separator }
}

/** The written name again: the parts of {@link splitName} with what stood between them. */
export function joinName(
  parts: Pick<NameParts, 'titleBefore' | 'name' | 'titleAfter'> & { separator?: string },
): string {
  const front = [parts.titleBefore, parts.name].filter(part => part !== '').join(' ')
  return parts.titleAfter === '' ? front : `${front}${parts.separator ?? ', '}${parts.titleAfter}`
}

/** The stop of an initial ("Amiludin A., S.E.") belongs to the name, the stop before a degree ("Nurliani. M.AP") does not. */
function splitBehind(bare: string, rest: string): { name: string; separator: string; after: string } {
  const separator = /^[^\p{L}\p{N}([]*/u.exec(rest)?.[0] ?? ''
  const after = rest.slice(separator.length)
  if (after === '') return { name: bare + rest, separator: ', ', after: '' }
  if (separator === '') return { name: bare + rest, separator: ', ', after: '' }
  const isInitial = /(?:^|[\s.])\p{L}{1,2}$/u.test(bare)
  const hasOwnStop = separator.startsWith('.') && (isInitial || separator.includes(','))
  return hasOwnStop
    ? { name: `${bare}.`, separator: separator.slice(1) || ' ', after }
    : { name: bare, separator, after }
}
