import { describe, expect, it } from 'vitest'
import { findBrokenLink } from '#main/features/audit/service.ts'
import { decideRow, getReport, getRuns } from '#main/features/participant-import/run-service.ts'
import { getDelegations } from '#main/features/participants/delegation-service.ts'
import { ADMIN, MORNING, newActId, openTempEvent } from '#test/fixtures/temp-event.ts'
import { commit, countPeople, csvFile, decideAll, look, readList, sampleFile } from './list-import.ts'

describe('the list of Maros', () => {
  it('is read whole: 136 rows, 3 likely doubles, 1 destroyed NIP, 4 phones that were numbers', async () => {
    const event = openTempEvent()
    const settings = await readList(event, sampleFile('peserta-maros-2023.xlsx'))
    const seen = look(event, settings, 'likelyDouble')
    expect(seen.counts).toMatchObject({ read: 136, taken: 132, likelyDouble: 3, needsLook: 1 })
    expect(seen.noteCounts).toMatchObject({ 'nip-destroyed': 1, 'phone-was-number': 4 })
    expect(seen.rows.map(row => row.double?.kind)).toEqual(['row', 'row', 'row'])
    expect(seen.rows.every(row => row.double!.fullName !== '' && row.double!.reasons.length > 0)).toBe(true)
    expect(countPeople(event)).toBe(0)
  })

  it('makes 133 people once the doubles are decided, and nobody more the second time', async () => {
    const event = openTempEvent()
    const settings = await readList(event, sampleFile('peserta-maros-2023.xlsx'))
    const decisions = [
      ...decideAll(event, settings, 'likelyDouble', 'same'),
      ...decideAll(event, settings, 'needsLook', 'add'),
    ]
    const actId = newActId()
    const { counts } = commit(event, settings, decisions, actId)
    expect(counts).toEqual({
      read: 136,
      added: 133,
      changed: 0,
      same: 3,
      left: 0,
      undecided: 0,
      already: 0,
      skipped: 3,
    })
    expect(commit(event, settings, decisions, actId).counts).toEqual(counts)
    expect(countPeople(event)).toBe(133)
    const again = await readList(event, sampleFile('peserta-maros-2023.xlsx'))
    expect(look(event, again, 'taken').counts).toMatchObject({
      taken: 0,
      likelyDouble: 0,
      needsLook: 0,
      alreadyImported: 136,
    })
    expect(commit(event, again).counts).toMatchObject({ added: 0, already: 136 })
    expect(countPeople(event)).toBe(133)
    expect(findBrokenLink(event)).toBeNull()
    expect(event.db.prepare(`SELECT count(*) FROM participants WHERE nip LIKE '%E+%'`).pluck().get()).toBe(0)
  })

  it('leaves undecided rows out but listed, and they can be decided later', async () => {
    const event = openTempEvent()
    const settings = await readList(event, sampleFile('peserta-maros-2023.xlsx'))
    const { runId, counts } = commit(event, settings)
    expect(counts).toMatchObject({ added: 132, undecided: 4 })
    const open = getReport(event, { runId, outcome: 'undecided', offset: 0, limit: 50 }, MORNING)
    expect(open.total).toBe(4)
    const decide = (rowNumber: number, choice: 'same' | 'fill' | 'add') =>
      decideRow(event, ADMIN, { actId: newActId(), runId, rowNumber, choice }, MORNING)
    for (const row of open.rows) decide(row.rowNumber, row.verdict === 'needsLook' ? 'add' : 'fill')
    expect(countPeople(event)).toBe(133)
    expect(getRuns(event)[0]!.counts).toMatchObject({ added: 133, changed: 3, undecided: 0 })
    expect(() => decide(open.rows[0]!.rowNumber, 'add')).toThrow(expect.objectContaining({ code: 'RULE' }))
  })

  it('settles rows that waited in an earlier import when a later one decides them', async () => {
    const event = openTempEvent()
    const first = commit(event, await readList(event, sampleFile('peserta-maros-2023.xlsx')))
    const settings = await readList(event, sampleFile('peserta-maros-2023.xlsx'))
    commit(event, settings, decideAll(event, settings, 'needsLook', 'add'))
    const open = getReport(event, { runId: first.runId, outcome: 'undecided', offset: 0, limit: 50 }, MORNING)
    expect(open.total).toBe(3)
    expect(getReport(event, { runId: first.runId, outcome: 'elsewhere', offset: 0, limit: 50 }, MORNING).total).toBe(1)
  })
})

describe('other lists', () => {
  it('Kalimantan Tengah: 98 rows of 14 delegations', async () => {
    const event = openTempEvent()
    const { counts } = commit(event, await readList(event, sampleFile('peserta-kalteng-2021.csv')))
    expect(counts).toMatchObject({ read: 98, added: 98, undecided: 0 })
    expect(getDelegations(event, MORNING)).toHaveLength(14)
    expect(event.db.prepare(`SELECT count(*) FROM participants WHERE length(nip) = 18`).pluck().get()).toBeGreaterThan(
      50,
    )
  })

  it('the whole country: 1,100 rows', async () => {
    const event = openTempEvent()
    const settings = await readList(event, sampleFile('peserta-nasional.xlsx'))
    const { counts } = commit(event, settings)
    expect(counts.read).toBe(1100)
    expect(counts.added + counts.undecided).toBe(1100)
    expect(getDelegations(event, MORNING)).toHaveLength(38)
  })

  it('an unknown role waits until somebody says which one is meant, or that it is to be added', async () => {
    const event = openTempEvent()
    const list = ['Nama;Sebagai', 'Sitti Aminah;Pendamping', 'Abdul Rahman;Juru Foto', 'Muh. Idris;Panitia']
    const settings = await readList(event, csvFile(list))
    expect(look(event, settings, 'needsLook').unknownRoles).toEqual([
      { written: 'Pendamping', rowCount: 1 },
      { written: 'Juru Foto', rowCount: 1 },
    ])
    const roleChoices = [
      { written: 'Pendamping', roleId: null },
      { written: 'Juru Foto', roleId: settings.defaultRoleId },
    ]
    expect(look(event, { ...settings, roleChoices }, 'taken')).toMatchObject({ total: 3, unknownRoles: [{}, {}] })
    const { counts, runId } = commit(event, { ...settings, roleChoices })
    expect(counts).toMatchObject({ added: 3, undecided: 0 })
    const roles = event.db
      .prepare('SELECT p.name, r.name AS role FROM participants p JOIN roles r ON r.id = role_id ORDER BY p.rowid')
      .all()
    expect(roles).toEqual([
      { name: 'Sitti Aminah', role: 'Pendamping' },
      { name: 'Abdul Rahman', role: 'Peserta' },
      { name: 'Muh. Idris', role: 'Panitia' },
    ])
    expect(getReport(event, { runId, outcome: null, offset: 0, limit: 10 }, MORNING).rows[0]!.fields['role']).toBe(
      'Pendamping',
    )
  })

  it('fills what is not known of a person who is there already, and keeps what is', async () => {
    const event = openTempEvent()
    commit(event, await readList(event, csvFile(['Nama;Desa;No HP', 'Sitti Aminah;Bentenge;0812 3456 7890'])))
    const settings = await readList(
      event,
      csvFile(['Nama;Desa;Jabatan;HP', 'Hj. Siti Aminah, S.Pd.;Bentenge;Pengelola;081234567890']),
    )
    const [row] = look(event, settings, 'likelyDouble').rows
    expect(row?.double).toMatchObject({ kind: 'person', fullName: 'Sitti Aminah' })
    commit(event, settings, [{ rowNumber: row!.rowNumber, choice: 'fill' }])
    const people = event.db.prepare('SELECT name, position, title_after AS titleAfter, phone FROM participants').all()
    expect(people).toEqual([
      { name: 'Sitti Aminah', position: 'Pengelola', titleAfter: 'S.Pd.', phone: '0812 3456 7890' },
    ])
  })

  it('keeps cells that no field can hold', async () => {
    const event = openTempEvent()
    const long = 'x'.repeat(3000)
    const { runId } = commit(
      event,
      await readList(event, csvFile([`Nama;Jabatan;${'K'.repeat(300)}`, `Sitti;${long};${long}`])),
    )
    const [person] = event.db.prepare('SELECT position, extras FROM participants').all() as {
      position: string
      extras: string
    }[]
    expect(person!.position).toHaveLength(500)
    expect(Object.values(JSON.parse(person!.extras) as Record<string, string>)[0]).toHaveLength(2000)
    expect(event.db.prepare('SELECT cells FROM import_rows WHERE run_id = ?').pluck().get(runId)).toContain(long)
  })

  it('remembers the columns that were chosen for the same headers', async () => {
    const event = openTempEvent()
    const list = ['Nama;Asal Utusan;X', 'Sitti Aminah;Maros;1']
    const settings = await readList(event, csvFile(list))
    commit(event, { ...settings, fields: ['name', 'delegation', 'room'], delegationFrom: 'delegation' })
    const next = await readList(event, csvFile(['X;Nama;Asal Utusan', '2;Abdul Rahman;Bone']))
    expect(next).toMatchObject({ fields: ['room', 'name', 'delegation'], delegationFrom: 'delegation' })
  })
})
