/** The row "1 2 3 4 ..." (or "(1) (2) ...") that official tables carry under the header. Takes the texts that are not empty. */
export function isColumnNumbers(texts: readonly string[]): boolean {
  return texts.length >= 3 && texts.every((text, index) => text === String(index + 1) || text === `(${index + 1})`)
}

/** Tells the header when it stands in the table again, as at the top of each printed page. Takes the texts that are not empty. */
export function makeHeaderAgain(mapping: readonly { header: string }[]): (texts: readonly string[]) => boolean {
  const headerTexts = new Set(mapping.map(({ header }) => header.toLowerCase()).filter(text => text !== ''))
  const isWord = (text: string): boolean => headerTexts.has(text.toLowerCase())
  return texts =>
    texts.length >= 2 && texts.slice(0, 2).some(isWord) && texts.filter(isWord).length / texts.length >= 0.8
}
