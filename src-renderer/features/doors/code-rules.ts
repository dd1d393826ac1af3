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
