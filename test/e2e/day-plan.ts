// One whole day of the Maros sample, written down twice: what happens at the desk and at the doors, and what everybody's
// attendance must be after it. The second list was worked out by hand from the first and the rule, not by the program.

/** 18 December 2023 in Makassar (WITA, UTC+8). */
export const DATE = '2023-12-18'
const MIDNIGHT = Date.UTC(2023, 11, 17, 16)
const MINUTE_MS = 60_000

/** The instant of `13.05` on the day, UTC epoch milliseconds. */
export function instantOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split('.').map(Number)
  return MIDNIGHT + (hours * 60 + minutes) * MINUTE_MS
}

/** `13.05` for an instant of the day; '' for none. */
export function timeOf(instant: number | null): string {
  if (instant === null) return ''
  const minute = (instant - MIDNIGHT) / MINUTE_MS
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}.${String(minute % 60).padStart(2, '0')}`
}

export type Room = 'Aula Utama' | 'Ruang Anggrek' | 'Ruang Melati'

/** The sessions whose attendance is taken: those of the rundown that last half an hour or longer. */
export const SESSIONS = {
  keynote: {
    title: 'Sambutan Bupati sekaligus membuka acara secara resmi',
    room: 'Aula Utama',
    start: '09.10',
    end: '09.40',
  },
  awards: { title: 'Pemberian apresiasi perpustakaan desa', room: 'Aula Utama', start: '09.40', end: '10.10' },
  results: {
    title: 'Paparan capaian implementasi TPBIS di 32 desa mitra',
    room: 'Aula Utama',
    start: '10.30',
    end: '11.00',
  },
  talk: { title: 'Talk show: pengalaman baik perpustakaan desa', room: 'Aula Utama', start: '11.00', end: '12.15' },
  classA: { title: 'Kelas berbagi A: pelibatan masyarakat', room: 'Ruang Anggrek', start: '13.15', end: '14.15' },
  classB: { title: 'Kelas berbagi B: publikasi dan advokasi', room: 'Ruang Melati', start: '13.15', end: '14.15' },
  plan: { title: 'Penyusunan rencana tindak lanjut (RTL)', room: 'Aula Utama', start: '14.15', end: '15.15' },
  closing: { title: 'Evaluasi, penutupan, dan pembagian sertifikat', room: 'Aula Utama', start: '15.15', end: '15.45' },
} as const satisfies Record<string, { title: string; room: Room; start: string; end: string }>
export type SessionKey = keyof typeof SESSIONS
export const SESSION_KEYS = Object.keys(SESSIONS) as SessionKey[]

/** Everybody has a number: the place in the list in which they were imported, namesakes moved to {@link NAMESAKES}. */
export type Who = number
/** From one to the other, both included. */
const from = (first: Who, last: Who): Who[] => Array.from({ length: last - first + 1 }, (_, index) => first + index)

export const PEOPLE = 133
/** They come to the desk, ten every five minutes from 07.30 on; the others stay away. */
export const ARRIVING = from(0, 119)
export const arrivalOf = (who: Who): string => timeOf(instantOf('07.30') + Math.floor(who / 10) * 5 * MINUTE_MS)
/** Where those stand whose full name is that of somebody else: nobody looks for them by name. */
export const NAMESAKES = from(90, 95)
/** Crossed off the list in the afternoon, having never come. */
export const ARCHIVED: Who = 131

/** Who is on the sign-up list of class B. */
export const SIGNED_UP = [2, 3, 4, ...from(45, 85)]

/** One thing done at a door, by one or more people one behind the other. */
export interface Passage {
  at: string
  room: Room
  direction: 'in' | 'out'
  who: readonly Who[]
  /** The verdict, `entered` or `left` when nothing is said. */
  refused?: 'full' | 'not-on-list' | 'already-inside'
  /** What the verdict says besides. */
  says?: readonly string[]
  /** The operator takes it back at once. */
  isUndone?: true
  /** After the refusal staff let them in: with which key, for which reason. */
  override?: { key: string; reason: string }
}

const A = { room: 'Ruang Anggrek' } as const
const B = { room: 'Ruang Melati' } as const
const HALL = { room: 'Aula Utama' } as const

/** All passages of the day in their order. */
export const PASSAGES: readonly Passage[] = [
  { at: '09.05', ...HALL, direction: 'in', who: from(100, 104) },
  { at: '11.10', ...HALL, direction: 'in', who: [105] },
  { at: '11.12', ...HALL, direction: 'in', who: [122], says: ['Belum registrasi'] },
  { at: '11.20', ...HALL, direction: 'in', who: [104], says: ['Terlambat 20 menit'] },
  { at: '11.45', ...HALL, direction: 'in', who: [106], says: ['Terlambat 45 menit'] },
  { at: '11.50', ...HALL, direction: 'out', who: [105], says: ['25 menit sebelum sesi selesai'] },
  { at: '12.15', ...HALL, direction: 'out', who: [...from(100, 104), 122] },
  { at: '13.05', ...A, direction: 'in', who: [5], isUndone: true },
  { at: '13.05', ...A, direction: 'in', who: [...from(0, 4), 6, ...from(8, 35)] },
  { at: '13.06', ...B, direction: 'in', who: from(46, 75) },
  {
    at: '13.08',
    ...B,
    direction: 'in',
    who: [86],
    refused: 'not-on-list',
    override: { key: 'Alt+3', reason: 'Tukar kelas' },
  },
  { at: '13.09', ...B, direction: 'in', who: [87], refused: 'not-on-list' },
  { at: '13.10', ...A, direction: 'in', who: from(38, 43) },
  {
    at: '13.11',
    ...A,
    direction: 'in',
    who: [44],
    refused: 'full',
    override: { key: 'Alt+1', reason: 'Izin pimpinan' },
  },
  { at: '13.12', ...A, direction: 'in', who: [45], refused: 'full', says: ['41 orang di dalam, batasnya 40'] },
  { at: '13.14', ...B, direction: 'in', who: [45] },
  { at: '13.20', ...B, direction: 'in', who: [3], says: ['Pindah dari Ruang Anggrek'] },
  { at: '13.25', ...B, direction: 'in', who: [4], says: ['Pindah dari Ruang Anggrek'], isUndone: true },
  { at: '13.30', ...B, direction: 'in', who: [76], says: ['Terlambat 15 menit'] },
  { at: '13.30', ...A, direction: 'out', who: [1] },
  { at: '13.32', ...A, direction: 'in', who: [36], says: ['Terlambat 17 menit'] },
  { at: '13.35', ...A, direction: 'out', who: [0], says: ['40 menit sebelum sesi selesai'] },
  { at: '13.40', ...A, direction: 'in', who: [1], says: ['Masuk kembali'] },
  { at: '13.45', ...B, direction: 'out', who: [75] },
  { at: '13.50', ...B, direction: 'in', who: [77, 2], says: ['Terlambat 35 menit'] },
  { at: '13.50', ...A, direction: 'in', who: [37], says: ['Terlambat 35 menit'] },
  { at: '14.05', ...B, direction: 'out', who: [74] },
  { at: '14.15', ...B, direction: 'out', who: [2, 3, 45, ...from(46, 69), 76, 77, 86] },
  { at: '14.15', ...A, direction: 'out', who: [1, 4, 6, ...from(8, 15), 38, 39] },
  { at: '14.20', ...HALL, direction: 'in', who: [16], says: ['Pindah dari Ruang Anggrek'] },
  { at: '14.20', ...HALL, direction: 'in', who: [70, 88] },
  { at: '14.21', ...HALL, direction: 'in', who: [88], refused: 'already-inside', says: ['Masuk pukul 14.20'] },
  { at: '15.00', ...HALL, direction: 'out', who: [88], says: ['15 menit sebelum sesi selesai'] },
  { at: '15.45', ...HALL, direction: 'out', who: [70] },
]

/** Rows that bear a signature on the sheets that were printed beforehand. */
export const SIGNED = { talk: [105, 106, 107, 108, 109], classB: [70, 78, 79] } as const

/** Corrections after the day, each with its reason; `session` null = the day. */
export const CORRECTIONS = [
  { who: 6, session: 'classA', isPresent: false, minutes: null, reason: 'Badge dibawa orang lain' },
  { who: 7, session: 'classA', isPresent: true, minutes: 45, reason: 'Badge tertinggal, disaksikan narasumber' },
  { who: 121, session: null, isPresent: true, minutes: null, reason: 'Datang saat meja registrasi sudah tutup' },
] as const satisfies readonly {
  who: Who
  session: SessionKey | null
  isPresent: boolean
  minutes: number | null
  reason: string
}[]

/** How somebody must stand to a session when the day is over. */
export interface Expected {
  state: 'present' | 'absent' | 'archived'
  minutes: number
  /** `13.05`; '' = none. */
  firstIn: string
  lastOut: string
  evidence: 'scan' | 'sheet' | 'correction' | null
  isLate: boolean
  hasLeftEarly: boolean
  isExitMissing: boolean
}

const AWAY: Expected = {
  state: 'absent',
  minutes: 0,
  firstIn: '',
  lastOut: '',
  evidence: null,
  isLate: false,
  hasLeftEarly: false,
  isExitMissing: false,
}
const present = (minutes: number, firstIn: string, lastOut: string, more: Partial<Expected> = {}): Expected => ({
  ...AWAY,
  state: 'present',
  evidence: 'scan',
  minutes,
  firstIn,
  lastOut,
  ...more,
})
const absent = (minutes: number, firstIn: string, lastOut: string, more: Partial<Expected> = {}): Expected => ({
  ...present(minutes, firstIn, lastOut, more),
  state: 'absent',
})
const late = { isLate: true }
const early = { hasLeftEarly: true }
const noExit = { isExitMissing: true }
const bySheet = (minutes: number): Expected => present(minutes, '', '', { evidence: 'sheet' })

/**
 * The rule of the event: 15 minutes of grace, half of the session, a missing exit counts until the end. Class B has its own: 10 minutes
 * of grace, 45 minutes, a missing exit counts nothing.
 */
const OUTCOME: Record<SessionKey, readonly [who: readonly Who[], expected: Expected][]> = {
  keynote: [
    [from(100, 103), present(30, '09.05', '12.15')],
    [[104], present(30, '09.05', '', noExit)],
  ],
  awards: [[from(100, 103), present(30, '09.05', '12.15')]],
  results: [[from(100, 103), present(30, '09.05', '12.15')]],
  talk: [
    [from(100, 103), present(75, '09.05', '12.15')],
    [[104], present(55, '11.20', '12.15', late)],
    [[105], present(75, '11.10', '11.50', { ...early, evidence: 'sheet' })],
    [[106], present(75, '11.45', '', { ...late, ...noExit, evidence: 'sheet' })],
    [[107, 108, 109], bySheet(75)],
    [[122], present(75, '11.12', '12.15')],
  ],
  classA: [
    [[0], absent(20, '13.05', '13.35', early)],
    [[1], present(50, '13.05', '14.15')],
    [[2], present(35, '13.05', '13.50', early)],
    [[3], absent(5, '13.05', '13.20', early)],
    [[4, ...from(8, 15)], present(60, '13.05', '14.15')],
    [[6], absent(0, '13.05', '14.15', { evidence: 'correction' })],
    [[7], present(45, '', '', { evidence: 'correction' })],
    [from(16, 35), present(60, '13.05', '', noExit)],
    [[36], present(43, '13.32', '', { ...late, ...noExit })],
    [[37], absent(25, '13.50', '', noExit)],
    [[38, 39], present(60, '13.10', '14.15')],
    [from(40, 43), present(60, '13.10', '', noExit)],
    [[44], present(60, '13.11', '', noExit)],
  ],
  classB: [
    [[2], absent(25, '13.50', '14.15')],
    [[3], present(60, '13.20', '14.15')],
    [[45], present(60, '13.14', '14.15')],
    [from(46, 69), present(60, '13.06', '14.15')],
    [[70], present(60, '13.06', '', { ...noExit, evidence: 'sheet' })],
    [from(71, 73), absent(0, '13.06', '', noExit)],
    [[74], present(50, '13.06', '14.05', early)],
    [[75], absent(30, '13.06', '13.45', early)],
    [[76], present(45, '13.30', '14.15', late)],
    [[77], absent(25, '13.50', '14.15')],
    [[78, 79], bySheet(60)],
    [[86], present(60, '13.08', '14.15')],
  ],
  plan: [
    [[16], present(60, '14.20', '', noExit)],
    [[70], present(60, '14.20', '15.45')],
    [[88], present(45, '14.20', '15.00', early)],
  ],
  closing: [[[70], present(30, '14.20', '15.45')]],
}

/** Who is registered for a session: the list of class B and whoever was let in besides; all people for the others. */
export function isRegistered(who: Who, session: SessionKey): boolean {
  return session !== 'classB' || SIGNED_UP.includes(who) || who === 86
}

/** How somebody must stand to a session; null where they are not registered for it. */
export function expectedOf(who: Who, session: SessionKey): Expected | null {
  if (!isRegistered(who, session)) return null
  const found = OUTCOME[session].find(([people]) => people.includes(who))?.[1]
  return found ?? (who === ARCHIVED ? { ...AWAY, state: 'archived' } : AWAY)
}

/** Who is present on the day: all who came to the desk, and one by correction. */
export const PRESENT_ON_DAY = [...ARRIVING, 121]

/** A standing or voided pass as it must be in the file. */
export interface ExpectedPass {
  who: Who
  at: number
  room: Room
  direction: 'in' | 'out'
  reason: string
  isVoided: boolean
}

/** What must be written down of the passages: the passes, how often which verdict was given, and who is where in the end. */
export function expectedRecords(): {
  passes: ExpectedPass[]
  verdicts: Record<string, number>
  whereabouts: Map<Who, Room>
} {
  const passes: ExpectedPass[] = []
  const verdicts: Record<string, number> = {}
  const whereabouts = new Map<Who, Room>()
  const count = (verdict: string): void => void (verdicts[verdict] = (verdicts[verdict] ?? 0) + 1)
  for (const { at, room, direction, who, refused, override, isUndone = false } of PASSAGES) {
    for (const one of who) {
      if (refused) count(refused)
      if (refused && !override) continue
      count(direction === 'in' ? 'entered' : 'left')
      passes.push({ who: one, at: instantOf(at), room, direction, reason: override?.reason ?? '', isVoided: isUndone })
      if (isUndone) continue
      if (direction === 'in') whereabouts.set(one, room)
      else whereabouts.delete(one)
    }
  }
  return { passes, verdicts, whereabouts }
}

/** Who is how many, for the day (null) or a session. */
export interface ExpectedCounts {
  registered: number
  present: number
  absent: number
  archived: number
}

/** The numbers of the day and of a session, from what is expected of everybody. */
export function expectedCounts(session: SessionKey | null): ExpectedCounts {
  const states = from(0, PEOPLE - 1).flatMap(who => {
    if (session !== null) return expectedOf(who, session)?.state ?? []
    return PRESENT_ON_DAY.includes(who) ? 'present' : who === ARCHIVED ? 'archived' : 'absent'
  })
  const count = (wanted: Expected['state']): number => states.filter(state => state === wanted).length
  return {
    registered: states.length,
    present: count('present'),
    absent: count('absent'),
    archived: count('archived'),
  }
}
