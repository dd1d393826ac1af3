import { foldWord, type Token, tokensOf } from './word-rules.ts'

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

/** Letters that stand somewhere in a degree: a word that holds others can be no part of one. */
const DEGREE_PARTS = new Set(
  [...DEGREES].flatMap(degree =>
    Array.from(degree, (_letter, start) =>
      Array.from(degree.slice(start), (_, end) => degree.slice(start, start + end + 1)),
    ).flat(),
  ),
)

/** Whether a plain word is written like a title, though it may also be (the start of) a name, such as "dr" or "ma". */
export function isTitleWord(plain: string): boolean {
  return FRONT_TITLES.has(plain) || DEGREES.has(plain)
}

/**
 * The name without titles before and behind ("Dra. Hj. Nurliani. M.AP" becomes "Nurliani"), otherwise as written.
 * A text of nothing but titles comes back trimmed and unchanged. Two-letter degrees without stops ("SE", "MM") count only in capitals.
 */
export function stripTitles(text: string): string {
  const all = tokensOf(text)
  const named = withoutTitles(all)
  if (named.length === all.length) return text.trim()
  return named
    .map((token, index) => (index === named.length - 1 ? token.text : token.text + token.after))
    .join('')
    .trim()
}

/** The words of a name without its titles, in the order written, each as it stands. */
export function bareWords(text: string): string[] {
  return withoutTitles(tokensOf(text)).map(token => token.text)
}

/** The folded words of a name without its titles, in the order written: what two spellings of one name share. */
export function nameWords(text: string): string[] {
  return bareWords(text)
    .map(foldWord)
    .filter(word => word !== '')
}

/** All of them when they are nothing but titles. */
function withoutTitles(all: readonly Token[]): readonly Token[] {
  if (!all.some(mayBeTitle)) return all
  const named = withoutFrontTitles(withoutInnerDegrees(withoutDegrees(all)))
  return named.length === 0 ? all : named
}

const mayBeTitle = ({ compact }: Token): boolean =>
  DEGREE_PARTS.has(compact) || FRONT_TITLES.has(compact) || compact === 'hi'

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
