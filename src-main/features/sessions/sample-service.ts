import type { WriteHandle } from '#main/event-file/handles.ts'
import { EVERYBODY, type SESSION_KINDS } from './contract.ts'
import { createRoomIn, createSessionIn } from './programme-service.ts'

const HALL = 'Aula Utama'
/** The rooms of the Maros rundown. */
const ROOMS: readonly { name: string; capacity: number | null }[] = [
  { name: HALL, capacity: null },
  { name: 'Ruang Anggrek', capacity: 40 },
  { name: 'Ruang Melati', capacity: 40 },
  { name: 'Lobi', capacity: null },
  { name: 'Ruang Makan', capacity: null },
]

interface SampleSession {
  time: readonly [start: string, end: string]
  title: string
  kind: (typeof SESSION_KINDS)[number]
  room?: string
  speakers?: string[]
  moderator?: string
  isBreak?: boolean
}

/** The Maros rundown as far as attendance is taken; the short items of the opening are one session. */
const SESSIONS: readonly SampleSession[] = [
  {
    time: ['08.30', '10.15'],
    title: 'Pembukaan dan pemberian apresiasi',
    kind: 'Pembukaan',
    speakers: ['Kepala Dinas Perpustakaan dan Kearsipan', 'Bupati Maros'],
  },
  { time: ['10.15', '10.30'], title: 'Rehat kopi', kind: 'Jeda', room: 'Lobi', isBreak: true },
  {
    time: ['10.30', '11.00'],
    title: 'Paparan capaian implementasi TPBIS di 32 desa mitra',
    kind: 'Paparan',
    speakers: ['PIC TPBIS'],
  },
  {
    time: ['11.00', '12.15'],
    title: 'Talk show: pengalaman baik perpustakaan desa',
    kind: 'Talk Show',
    speakers: ['Pengelola Perpustakaan Desa A', 'Kepala Desa B', 'Penerima Manfaat C'],
    moderator: 'Fasilitator Daerah',
  },
  { time: ['12.15', '13.15'], title: 'Ishoma', kind: 'Jeda', room: 'Ruang Makan', isBreak: true },
  {
    time: ['13.15', '14.15'],
    title: 'Kelas berbagi A: pelibatan masyarakat',
    kind: 'Kelas',
    room: 'Ruang Anggrek',
    speakers: ['Narasumber 1'],
  },
  {
    time: ['13.15', '14.15'],
    title: 'Kelas berbagi B: publikasi dan advokasi',
    kind: 'Kelas',
    room: 'Ruang Melati',
    speakers: ['Narasumber 2'],
  },
  {
    time: ['14.15', '15.15'],
    title: 'Penyusunan rencana tindak lanjut (RTL)',
    kind: 'RTL',
    speakers: ['Fasilitator Daerah'],
  },
  {
    time: ['15.15', '15.45'],
    title: 'Evaluasi, penutupan, dan pembagian sertifikat',
    kind: 'Penutupan',
    speakers: ['Kepala Dinas'],
  },
]

/** Writes rooms and sessions of the sample event for one day; part of the transaction that makes the file. */
export function addSampleSessions(db: WriteHandle, dayId: string): void {
  const rooms = new Map(ROOMS.map(room => [room.name, createRoomIn(db, room).id]))
  for (const { time, title, kind, room = HALL, speakers = [], moderator = '', isBreak = false } of SESSIONS) {
    createSessionIn(db, {
      dayId,
      title,
      kind,
      roomId: rooms.get(room) ?? '',
      startMinute: minuteOf(time[0]),
      endMinute: minuteOf(time[1]),
      capacity: null,
      isCounted: !isBreak,
      isBreak,
      admission: EVERYBODY,
      rule: null,
      speakers,
      moderator,
      note: '',
    })
  }
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split('.').map(Number)
  return hours * 60 + minutes
}
