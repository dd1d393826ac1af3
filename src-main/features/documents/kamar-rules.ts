import { type Cell, column, groupRow, type PaperColumn, type PaperRow, type TablePaper } from './paper-rules.ts'
import { originOf, type PaperContext, type PaperPerson, tablePaper } from './paper-source-rules.ts'

const LEAST_BEDS = 2
const collator = new Intl.Collator('id', { numeric: true, sensitivity: 'base' })

/** Rooming list: one row a room with who sleeps there; who has no room yet stands below. */
export function buildRoomingList(people: readonly PaperPerson[], context: PaperContext): TablePaper {
  const rooms = Map.groupBy(
    people.filter(({ room }) => room !== ''),
    ({ room }) => room,
  )
  const without = people.filter(({ room }) => room === '')
  const beds = Math.max(LEAST_BEDS, ...[...rooms.values()].map(guests => guests.length))
  const columns = columnsOf(beds)
  const dates = context.event.days.map(({ date }) => date).toSorted()
  const stay = [dates[0] ?? '', dates.at(-1) ?? '']
  const rows = [...rooms]
    .toSorted(([one], [other]) => collator.compare(one, other))
    .map(([room, guests], index) => rowOf(room, guests, { number: index + 1, beds, stay }))
  const waiting = without.map((person, index) =>
    rowOf('', [person], { number: rows.length + index + 1, beds, stay: [null, null] }),
  )
  return tablePaper('rooming-list', context, {
    title: ['DAFTAR PEMBAGIAN KAMAR', '(ROOMING LIST)'],
    fileNameParts: ['Rooming List'],
    columns,
    rows: waiting.length === 0 ? rows : [...rows, groupRow('Belum mendapat kamar'), ...waiting],
    closingLines: [`Jumlah: ${rows.length} kamar, ${people.length - without.length} orang`],
  })
}

function columnsOf(beds: number): PaperColumn[] {
  const names = Array.from({ length: beds }, (_, index) =>
    column(`guest${index + 1}`, `Nama ${index + 1}`, 'name', { widthMm: 40, flex: 3 }),
  )
  return [
    column('number', 'No.', 'number', { widthMm: 9, align: 'center' }),
    column('room', 'No. Kamar', 'code', { widthMm: 17, align: 'center' }),
    ...names,
    column('gender', 'L/P', 'text', { widthMm: 11, align: 'center' }),
    column('origin', 'Asal', 'text', { widthMm: 35, flex: 3 }),
    column('checkIn', 'Masuk', 'date', { widthMm: 21 }),
    column('checkOut', 'Keluar', 'date', { widthMm: 21 }),
  ]
}

function rowOf(
  room: string,
  guests: readonly PaperPerson[],
  { number, beds, stay }: { number: number; beds: number; stay: readonly Cell[] },
): PaperRow {
  const names = Array.from({ length: beds }, (_, index) => guests[index]?.fullName ?? '')
  const genders = [...new Set(guests.map(({ gender }) => gender).filter(gender => gender !== ''))].toSorted()
  const origins = [...new Set(guests.map(guest => originOf(guest)).filter(origin => origin !== ''))]
  return {
    style: 'row',
    label: '',
    number,
    cells: [number, room, ...names, genders.join('/'), origins.join('; '), ...stay],
  }
}
