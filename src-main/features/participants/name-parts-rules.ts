import { stripTitles } from './name-rules.ts'
import { fullName, type NameOnBadge } from './person-rules.ts'

/**
 * Suggests where the titles of a written name begin and end. Nothing is re-cased, reordered or corrected: `fullName` of
 * the result is the written text with blanks collapsed. What is not known as a title stays with the name, and so does a
 * degree with nothing but a blank before it ("Siti Aminah S.Pd"), for showing it apart would add a comma.
 */
export function splitName(written: string): NameOnBadge {
  const text = written.replace(/\s+/gu, ' ').trim()
  const bare = stripTitles(text)
  const start = bare === '' ? -1 : text.lastIndexOf(bare)
  const whole = { titleBefore: '', name: text, titleAfter: '' }
  if (start < 0 || bare === text) return whole
  const titleBefore = text.slice(0, start).trimEnd()
  const rest = text.slice(start + bare.length)
  const frontOnly = { titleBefore, name: bare + rest, titleAfter: '' }
  const suggestions = [{ titleBefore, ...splitBehind(bare, rest) }, frontOnly]
  return suggestions.find(parts => parts.name !== '' && fullName(parts) === text) ?? whole
}

/** The stop of an initial ("Amiludin A., S.E.") belongs to the name, the stop before a degree ("Nurliani. M.AP") does not. */
function splitBehind(bare: string, rest: string): { name: string; titleAfter: string } {
  if (!/[\p{L}\p{N}]/u.test(rest)) return { name: bare + rest, titleAfter: '' }
  const isOwnStop = rest.startsWith('.,')
  const name = isOwnStop ? `${bare}.` : bare
  const behind = isOwnStop ? rest.slice(1) : rest
  return { name, titleAfter: behind.startsWith(', ') ? behind.slice(2) : behind }
}
