import { describe, expect, it } from 'vitest'
import { peopleDesk } from '#main/features/participant-import/upload-service.ts'
import { IMPORT_MAX_BYTES } from '#main/features/table-import/contract.ts'
import { ADMIN, MORNING, newActId, openTempEvent } from '#test/fixtures/temp-event.ts'
import { buildZip, deflatedBlanks, sheetXml, textCell, workbookParts } from '../../unit/jobs/hostile-files.ts'
import { commit, countPeople, csvFile, look, readList } from './list-import.ts'

/** The head of a protected workbook as Office writes it: an OLE container with the stream `EncryptedPackage`. */
function passwordProtected(): Buffer {
  const content = Buffer.alloc(4096)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(content)
  Buffer.from('EncryptedPackage', 'utf16le').copy(content, 1024)
  return content
}

function bomb(): Buffer {
  const megabytes = 300
  const [before, after] = [sheetXml('').replace('</sheetData></worksheet>', ''), '</sheetData></worksheet>']
  const deflated = deflatedBlanks(before, megabytes, after)
  return buildZip(
    workbookParts({
      name: '',
      content: '',
      deflated,
      declaredBytes: before.length + megabytes * 2 ** 20 + after.length,
    }),
  )
}

const hostile: [string, string, () => BlobPart, string][] = [
  ['a zip bomb', 'a.xlsx', () => bomb() as unknown as BlobPart, 'zip-bomb'],
  [
    'a broken zip',
    'a.xlsx',
    () => buildZip(workbookParts(sheetXml(''))).subarray(0, 300) as unknown as BlobPart,
    'broken-file',
  ],
  ['a file under a password', 'a.xlsx', () => passwordProtected() as unknown as BlobPart, 'encrypted'],
  ['a web page', 'a.xls', () => '<html><table><tr><td>Nama</td></tr></table></html>', 'wrong-extension'],
  ['a PDF', 'a.pdf', () => '%PDF-1.7 ...', 'not-a-table-file'],
  ['nothing', 'a.csv', () => '', 'empty'],
]

describe('a file that is no list', () => {
  it.each(hostile)(
    '%s is refused with its reason, and the event is as it was',
    async (_what, name, content, reason) => {
      const event = openTempEvent()
      const before = event.db.serialize()
      const upload = peopleDesk.upload(event, ADMIN, new File([content()], name), MORNING, undefined)
      await expect(upload).rejects.toMatchObject({ code: 'IMPORT_FILE_REFUSED', data: { reason } })
      expect(event.db.serialize().equals(before)).toBe(true)
    },
  )

  it('too large is refused before it is read', async () => {
    const event = openTempEvent()
    const file = new File([new Uint8Array(IMPORT_MAX_BYTES + 1)], 'a.xlsx')
    await expect(peopleDesk.upload(event, ADMIN, file, MORNING, undefined)).rejects.toMatchObject({
      data: { reason: 'too-large' },
    })
  })

  it('can be cancelled while it is read', async () => {
    const event = openTempEvent()
    const controller = new AbortController()
    const upload = peopleDesk.upload(event, ADMIN, csvFile(['Nama', 'Sitti']), MORNING, controller.signal)
    controller.abort()
    await expect(upload).rejects.toMatchObject({ data: { reason: 'cancelled' } })
  })

  it('formulas and links in a list are taken for what they say, never followed', async () => {
    const event = openTempEvent()
    const rows = `<row r="1">${textCell('A1', 'Nama')}${textCell('B1', 'Keterangan')}</row><row r="2">${textCell('A2', 'Sitti Aminah')}<c r="B2" t="str"><f>HYPERLINK("http://127.0.0.1:9/","x")</f><v>klik</v></c></row>`
    const settings = await readList(
      event,
      new File([buildZip(workbookParts(sheetXml(rows))) as unknown as BlobPart], 'a.xlsx'),
    )
    commit(event, settings)
    expect(event.db.prepare('SELECT note FROM participants').pluck().get()).toBe('klik')
  })
})

describe('a list in memory', () => {
  it('is gone after two hours and when another one is chosen; an import of it is refused and changes nothing', async () => {
    const event = openTempEvent()
    const settings = await readList(event, csvFile(['Nama', 'Sitti Aminah']))
    const other = await readList(event, csvFile(['Nama', 'Abdul Rahman']))
    expect(() => commit(event, settings)).toThrow(expect.objectContaining({ code: 'IMPORT_EXPIRED' }))
    expect(look(event, other, 'taken').total).toBe(1)
    expect(countPeople(event)).toBe(0)
    expect(event.db.prepare('SELECT count(*) FROM audit').pluck().get()).toBe(0)
  })

  it('imported with an act id that was used before answers as before', async () => {
    const event = openTempEvent()
    const actId = newActId()
    const settings = await readList(event, csvFile(['Nama', 'Sitti Aminah']))
    commit(event, settings, [], actId)
    await readList(event, csvFile(['Nama', 'Abdul Rahman']))
    expect(commit(event, settings, [], actId).counts.added).toBe(1)
    expect(countPeople(event)).toBe(1)
  })
})
