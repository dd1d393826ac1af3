import type { ReadableEvent } from '#main/features/events/service.ts'
import { daftarHadir, rekap } from './attendance-papers-service.ts'
import { buildBiodata } from './biodata-rules.ts'
import { buildPerlengkapan, buildRegisterBerkas, type IsTicked } from './checklist-papers-rules.ts'
import type { PaperRequest } from './contract.ts'
import { listItems, listTicks } from './document-queries.ts'
import { buildRoomingList } from './kamar-rules.ts'
import type { PaperDocument } from './paper-rules.ts'
import {
  daysPresent,
  openPaperSource,
  type PaperSource,
  peopleOfRequest,
  peopleWithPresence,
} from './paper-source-service.ts'
import type { PaperId } from './settings-rules.ts'
import { buildUang } from './uang-rules.ts'

/**
 * The model of a paper, read from any connection to the event file: the program's own, or a worker's.
 * `at` (UTC epoch milliseconds) is the time at which attendance is looked at. Refuses what is not there.
 */
export function buildPaper(event: ReadableEvent, request: PaperRequest, at: number): PaperDocument {
  return BUILDERS[request.paper](openPaperSource(event, request, at))
}

const BUILDERS: Record<PaperId, (source: PaperSource) => PaperDocument> = {
  'daftar-hadir': daftarHadir,
  'rekap-kehadiran': rekap,
  'tanda-terima-perlengkapan': source => checklist(source, 'kit', buildPerlengkapan),
  'tanda-terima-transport': source => uang('tanda-terima-transport', source),
  'tanda-terima-uang-harian': source => uang('tanda-terima-uang-harian', source),
  'register-berkas': source => checklist(source, 'berkas', buildRegisterBerkas),
  biodata: source => buildBiodata(peopleOfRequest(source), source.context),
  'rooming-list': source => buildRoomingList(peopleOfRequest(source), source.context),
}

function uang(paper: 'tanda-terima-transport' | 'tanda-terima-uang-harian', source: PaperSource): PaperDocument {
  const days = daysPresent(source)
  return buildUang(paper, peopleWithPresence(source, days), id => days.get(id)?.size ?? 0, source.context)
}

function checklist(source: PaperSource, kind: 'berkas' | 'kit', build: typeof buildPerlengkapan): PaperDocument {
  const { db } = source.event
  return build(peopleOfRequest(source), listItems(db, kind), asTicked(listTicks(db)), source.context)
}

function asTicked(rows: readonly { participantId: string; itemId: string }[]): IsTicked {
  const ticks = new Set(rows.map(({ participantId, itemId }) => `${participantId} ${itemId}`))
  return (participantId, itemId) => ticks.has(`${participantId} ${itemId}`)
}
