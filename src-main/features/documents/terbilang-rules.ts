const UNITS = [
  '',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const
/** The largest first; `seribu` is one word, `satu juta` are two. */
const SCALES = [
  [1e12, 'triliun'],
  [1e9, 'miliar'],
  [1e6, 'juta'],
  [1e3, 'ribu'],
] as const

/** A whole number from 0 up to 999 trillion in Indonesian words: 1250000 -> `satu juta dua ratus lima puluh ribu`. */
export function numberInWords(value: number): string {
  const whole = Math.trunc(Math.abs(value))
  if (whole === 0) return 'nol'
  const words: string[] = []
  let rest = whole
  for (const [scale, word] of SCALES) {
    const count = Math.floor(rest / scale)
    rest %= scale
    if (count > 0) words.push(scale === 1000 && count === 1 ? 'seribu' : `${belowThousand(count)} ${word}`)
  }
  if (rest > 0) words.push(belowThousand(rest))
  return (value < 0 ? ['minus', ...words] : words).join(' ')
}

/** The sum in words as receipts have it: `Satu juta rupiah`. Rupiah only; sen are not paid out. */
export function terbilang(rupiah: number): string {
  const words = `${numberInWords(rupiah)} rupiah`
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100)
  const words = [
    hundreds === 0 ? '' : hundreds === 1 ? 'seratus' : `${UNITS[hundreds]} ratus`,
    belowHundred(value % 100),
  ]
  return words.filter(word => word !== '').join(' ')
}

function belowHundred(value: number): string {
  if (value < UNITS.length) return UNITS[value] ?? ''
  if (value < 20) return `${UNITS[value - 10]} belas`
  return [`${UNITS[Math.floor(value / 10)]} puluh`, UNITS[value % 10] ?? ''].filter(word => word !== '').join(' ')
}
