const FRENCH_DIGITS = ['à', '&', 'é', '"', "'", '(', '-', 'è', '_', 'ç']
const BELGIAN_DIGITS = ['à', '&', 'é', '"', "'", '(', '§', 'è', '!', 'ç']
const US_SHIFTED_DIGITS = [')', '!', '@', '#', '$', '%', '^', '&', '*', '(']
const AZERTY: Record<string, string> = { A: 'Q', Q: 'A', W: 'Z', Z: 'W', M: '?' }
const QWERTZ: Record<string, string> = { Y: 'Z', Z: 'Y' }

const typed =
  (letters: Record<string, string>, digits?: readonly string[]) =>
  (code: string): string =>
    [...code]
      .map(character =>
        /\d/.test(character) && digits ? digits[Number(character)]! : (letters[character] ?? character),
      )
      .join('')

/** What arrives in the field when a scanner that types as a US keyboard meets another layout, or the other way round. */
export const LAYOUT_SCRAMBLES: Record<string, (code: string) => string> = {
  'a US keyboard': code => code,
  'Caps Lock': code => code.toLowerCase(),
  QWERTZ: typed(QWERTZ),
  'QWERTZ with Caps Lock': code => typed(QWERTZ)(code).toLowerCase(),
  'French AZERTY': typed(AZERTY, FRENCH_DIGITS),
  'French AZERTY, unshifted': code => typed({ ...AZERTY, M: ',' }, FRENCH_DIGITS)(code).toLowerCase(),
  'French AZERTY with Caps Lock on Windows': code => typed({ ...AZERTY, M: ',' })(code).toLowerCase(),
  'Belgian AZERTY': typed(AZERTY, BELGIAN_DIGITS),
  'a scanner set to French on a US keyboard': typed({ ...AZERTY, M: ':' }, US_SHIFTED_DIGITS),
}
