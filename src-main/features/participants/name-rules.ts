/**
 * Names as a desk hears them. Indonesian names carry titles before and behind, and several spellings
 * (Soewandi reform, Arabic transliteration); both are taken away to compare, never to show.
 */

const FRONT_TITLES = new Set(
  (
    'prof dr dra drs drg drh ir h hj hjh haji hajjah hajah kh tgh ust ustad ustadz ustaz ustadzah ny tn sdr sdri bapak ibu pak bu ' +
    'apt ns bdn pdt plt plh pj pjs yth bripka bripda brigpol briptu aiptu aipda ipda iptu akp kompol akbp kombes serka serma sertu serda ' +
    'letda lettu kapten mayor letkol kolonel hc'
  ).split(' '),
)

/** Titles that only count as such at the very front or when written with a stop: they are also the start of names. */
const FRONT_ONLY = new Set([
  'dr',
  'ir',
  'h',
  'kh',
  'ny',
  'tn',
  'bu',
  'pak',
  'ibu',
  'bapak',
  'ust',
  'ns',
  'pj',
  'plh',
  'hc',
])

const DEGREES = new Set(
  (
    'ama amd amdkom amdkeb amdkep amdpust amdak amdt amdp amdip amdikom aptnh ba bba bsc bed skm sag sap sars sds se sei sek sesy sfil sfarm sgz sh shi shum ' +
    'si sip sih siikom sikom sin sint siptk sipust spust sptk sipem sk skel sked skep skg skh sking skom skpm spm smn smb sab sak sakun sp spd spdi spdsd spdk spdpaud ' +
    'spdio spt spi spsi spsik spts spar sps ssi ssn ssos ssosi sst sstp sstk ss st sth sthi sthum stp strkeb strip strak stri strkom str sud ' +
    'ma mab mag mak makun map mars mba me mei mek med mh mhi mhum mhkes mim min minf mip mipol mikom mkes mkep mkeb mkn mkom mkm ' +
    'mla mm mmpd mmsi mpa mpd mpdi mpp mpar mph mphil mpsi mps msc msi msie msn msos msosi mse mt mti mth mtp mtpd mud phd dea dba sppd sppk spog spa sppak spb spkk sppsi ' +
    'cht cpm cps cgaa qia crmp aapai gr apt ners ns lc ma ssit sssi sssos stt sttp'
  ).split(' '),
)

/** Degrees that are also names: they need a stop or a comma. */
const NAME_LIKE_DEGREES = new Set('ama mei min mars map sed mag mab mak spa med mud sin sak dea ba'.split(' '))

/** Whole words that are short for a name. */
const ABBREVIATIONS = new Map<string, string>([
  ...[
    'muh',
    'moh',
    'moch',
    'much',
    'mukh',
    'mokh',
    'mhd',
    'mohd',
    'muhd',
    'mochd',
    'mohamed',
    'muhammed',
    'mohammed',
  ].map((word): [string, string] => [word, 'muhamad']),
  ['abd', 'abdul'],
  ['st', 'siti'],
  ['sti', 'siti'],
  ['wyn', 'waian'],
  ['nym', 'nioman'],
  ['kt', 'ketut'],
  ['gst', 'gusti'],
])

/** Spellings of one sound, applied in this order. The old ones come first. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/tj/g, 'c'],
  [/dj/g, 'j'],
  [/oe/g, 'u'],
  [/s[yj]/g, 's'],
  [/chr/g, 'kr'],
  [/chand/g, 'cand'],
  [/ck/g, 'k'],
  [/[ck]h/g, 'h'],
  [/([dtgbs])h/g, '$1'],
  [/ph/g, 'f'],
  [/c(?![aeiouhy])/g, 'k'],
  [/q/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/v/g, 'f'],
  [/y/g, 'i'],
  [/ae/g, 'ai'],
  [/ie/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/^moh(?=a)/, 'muh'],
  [/(?<=..[aeiou])h$/, ''],
]

type Token = { text: string; compact: string; start: number; end: number; after: string }

/** Nearly every word of a list: nothing to take away. */
const BARE_WORD = /^[a-z0-9]+$/i

/** Lower case letters and digits only, without diacritics and apostrophes: "Ma'ruf" becomes "maruf". */
export function plainWord(word: string): string {
  if (BARE_WORD.test(word)) return word.toLowerCase()
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/**
 * One word in the spelling that all its spellings share: Muchlis and Mukhlis, Djoko and Joko, Oemar and Umar,
 * Syamsul and Samsul, Yusuf and Iusuf, Arifin and Arivin become equal. Usual abbreviations (Muh., Abd., St.) are written out.
 * The result is for comparing only; it is empty when the word holds no letter or digit.
 */
export function foldWord(word: string): string {
  const known = foldedWords.get(word)
  if (known !== undefined) return known
  const plain = plainWord(word)
  const folded = ABBREVIATIONS.get(plain) ?? foldSpelling(plain)
  if (foldedWords.size >= FOLDED_WORDS_MAX) foldedWords.clear()
  foldedWords.set(word, folded)
  return folded
}

/** A list of thousands has few different words; folding one takes twenty replacements. */
const foldedWords = new Map<string, string>()
const FOLDED_WORDS_MAX = 20_000

/** The spelling part of {@link foldWord}, for a plain word that may be unfinished (no abbreviation is written out). */
export function foldSpelling(plain: string): string {
  return SPELLINGS.reduce((folded, [pattern, replacement]) => folded.replace(pattern, replacement), plain)
}

/** Whether a plain word is written like a title, though it may also be (the start of) a name, such as "dr" or "ma". */
export function isTitleWord(plain: string): boolean {
  return FRONT_TITLES.has(plain) || DEGREES.has(plain)
}

/** The words of a text as they stand: letters and digits, apostrophes kept inside a word, split at everything else. */
export function splitWords(text: string): string[] {
  return tokens(text).map(token => token.text)
}

/**
 * The name without titles before and behind ("Dra. Hj. Nurliani. M.AP" becomes "Nurliani"), otherwise as written.
 * A text of nothing but titles comes back trimmed and unchanged. Two-letter degrees without stops ("SE", "MM") count only in capitals.
 */
export function stripTitles(text: string): string {
  const all = tokens(text)
  const named = withoutFrontTitles(withoutInnerDegrees(withoutDegrees(all)))
  if (named.length === 0 || named.length === all.length) return text.trim()
  return named
    .map((token, index) => (index === named.length - 1 ? token.text : token.text + token.after))
    .join('')
    .trim()
}

/** The folded words of a name without its titles, in the order written: what two spellings of one name share. */
export function nameWords(text: string): string[] {
  return splitWords(stripTitles(text))
    .map(foldWord)
    .filter(word => word !== '')
}

function tokens(text: string): Token[] {
  const found = [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’‘`´ʼʻ][\p{L}\p{M}\p{N}]+)*/gu)]
  return found
    .map((match, index) => {
      const end = match.index + match[0].length
      const after = text.slice(end, found[index + 1]?.index ?? text.length)
      return { text: match[0], compact: plainWord(match[0]), start: match.index, end, after }
    })
    .filter(token => token.compact !== '')
}

function withoutDegrees(all: readonly Token[]): Token[] {
  let end = all.length
  for (let length = 4; length >= 1 && end > 1; length -= 1) {
    const group = all.slice(Math.max(1, end - length), end)
    if (group.length === length && isDegree(group, all[end - length - 1])) {
      end -= length
      length = 5
    }
  }
  return all.slice(0, end)
}

/** Degrees followed by more, as in "Ratna, S.Pd., M.Si. Bontoa": only what is written with stops and is no pair of initials, or follows a comma. */
function withoutInnerDegrees(all: readonly Token[]): Token[] {
  const kept = all.slice(0, 1)
  for (let index = 1; index < all.length; ) {
    const length = [4, 3, 2, 1].find(count => isInnerDegree(all.slice(index, index + count), count, all[index - 1]))
    const token = all[index]
    if (length === undefined && token !== undefined) kept.push(token)
    index += length ?? 1
  }
  return kept
}

function isInnerDegree(group: readonly Token[], length: number, before: Token | undefined): boolean {
  if (group.length < length || !isDegree(group, before)) return false
  const isDotted = group.every(token => token.after.startsWith('.'))
  const letters = group.reduce((sum, token) => sum + token.compact.length, 0)
  return before?.after.includes(',') === true || (isDotted && letters > 2)
}

function isDegree(group: readonly Token[], before: Token | undefined): boolean {
  const compact = group.map(token => token.compact).join('')
  const last = group.at(-1)
  if (!DEGREES.has(compact) || last === undefined) return false
  const inner = group.slice(0, -1)
  if (inner.some(token => !/^[.\s]*$/.test(token.after))) return false
  if (inner.length === 0) return isSingleDegree(last, before)
  return inner.every(token => token.after.includes('.')) || (compact.length > 2 && last.compact.length > 1)
}

/** A lone token is a degree when it is written as one (a stop, a comma before it, capitals) or can be nothing else ("spd"). */
function isSingleDegree(token: Token, before: Token | undefined): boolean {
  if (token.after.startsWith('.') || before?.after.includes(',')) return true
  if (NAME_LIKE_DEGREES.has(token.compact)) return false
  return /^.+\p{Lu}/u.test(token.text) || (token.compact.length > 2 && /^[^aeiou]{2}/.test(token.compact))
}

function withoutFrontTitles(all: readonly Token[]): Token[] {
  const kept: Token[] = []
  for (const [index, token] of all.entries()) {
    const isLast = index === all.length - 1
    const isTitle = FRONT_TITLES.has(token.compact) || (token.compact === 'hi' && token.after.startsWith('.'))
    const isSure = !FRONT_ONLY.has(token.compact) || kept.length === 0 || token.after.startsWith('.')
    if (!isTitle || !isSure || isLast) kept.push(token)
  }
  return kept
}
