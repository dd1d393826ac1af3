import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { EventFile } from '#main/event-file/open.ts'
import { badgeIdentityOf, issueBadgeIn, readCode } from '#main/features/badges/code-service.ts'
import { listNewest } from '#main/features/certificates/certificate-queries.ts'
import type { IssueAnswer, Verification } from '#main/features/certificates/contract.ts'
import { issueCertificates, reissueCertificate, revokeCertificate } from '#main/features/certificates/issue-service.ts'
import { getSample, getSheet } from '#main/features/certificates/print-service.ts'
import { readRegister, verifyCertificate } from '#main/features/certificates/register-service.ts'
import { readCertificateSettings, setCertificateSettings } from '#main/features/certificates/settings-service.ts'
import { listCandidates } from '#main/features/certificates/standing-service.ts'
import { findBrokenLink } from '#main/features/audit/service.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import {
  ALL_MINUTES,
  type AttendedHow,
  CERTIFICATE_DAY_END as AT,
  FIRST_MINUTES,
  makeCertificateEvent,
} from '#test/fixtures/certificate-event.ts'
import { ADMIN, newActId } from '#test/fixtures/temp-event.ts'

const EVERYBODY = { filter: { roleId: null, delegationId: null, text: '' } }
const LIST = { roleId: null, delegationId: null, text: '', state: null }

function openEvent(peopleCount = 40): { event: EventFile; attended: Map<string, AttendedHow>; sessionIds: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'gelar-certificates-'))
  const workspace = new Workspace(folder)
  onTestFinished(() => {
    workspace.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return makeCertificateEvent(workspace, peopleCount)
}

const issue = (
  event: EventFile,
  actId = newActId(),
  recipients: Parameters<typeof issueCertificates>[2]['recipients'] = EVERYBODY,
): IssueAnswer => issueCertificates(event, ADMIN, { actId, recipients }, AT)

function idsByRole(event: EventFile, role: string): string[] {
  const sql = 'SELECT p.id FROM participants p JOIN roles r ON r.id = p.role_id WHERE r.name = ?'
  return event.db.prepare(sql).pluck().all(role) as string[]
}

describe('giving certificates', () => {
  test('those who have attended enough get one, the others are told which minutes they lack', () => {
    const { event, attended } = openEvent()
    const before = listCandidates(event, LIST, AT)
    const participants = idsByRole(event, 'Peserta')
    const ready = participants.filter(id => attended.get(id) === 'all')
    const rows = new Map(before.rows.map(row => [row.participantId, row]))
    for (const id of participants) {
      const row = rows.get(id)!
      expect(row.state).toBe(attended.get(id) === 'all' ? 'ready' : 'withheld')
      if (attended.get(id) === 'all') expect(row).toMatchObject({ minutes: ALL_MINUTES, possible: ALL_MINUTES, jp: 8 })
      if (attended.get(id) === 'first') {
        const lacking = [
          { attended: 0, possible: 90 },
          { attended: 0, possible: 180 },
        ]
        expect(row.withheld).toMatchObject({ kind: 'too-few-minutes', attended: FIRST_MINUTES, needed: 288, lacking })
      }
    }
    const answer = issue(event)
    expect(answer.issuedCount).toBe(before.counts.ready)
    expect(answer.withheldCount).toBe(before.counts.withheld)
    const given = listNewest(event.db).map(row => row.participant_id)
    expect(given.filter(id => participants.includes(id)).toSorted()).toEqual(ready.toSorted())
    expect(listCandidates(event, LIST, AT).counts).toMatchObject({ ready: 0, issued: answer.issuedCount })
  })

  test('numbers are unique and in order, and a retry counts once', () => {
    const { event } = openEvent()
    const actId = newActId()
    const first = issue(event, actId)
    expect(issue(event, actId)).toEqual(first)
    expect(first.sequences).toEqual(Array.from({ length: first.issuedCount }, (_, index) => index + 1))
    expect(first).toMatchObject({ firstNumber: '001/SERT/XII/2023' })
    const rows = listNewest(event.db)
    expect(rows.map(({ sequence }) => sequence)).toEqual(first.sequences)
    expect(new Set(rows.map(({ number }) => number)).size).toBe(first.issuedCount)
    expect(new Set(rows.map(({ code }) => code)).size).toBe(first.issuedCount)
    expect(issue(event).issuedCount).toBe(0)
    expect(findBrokenLink(event)).toBeNull()
  })

  test('a revoked number is never given again; the next certificate of that person has another; a raised start leaves a gap that is told', () => {
    const { event } = openEvent()
    const { sequences } = issue(event)
    const last = sequences.at(-1)!
    revokeCertificate(event, ADMIN, { actId: newActId(), sequence: last, reason: 'Salah cetak' }, AT)
    const settings = { ...readCertificateSettings(event.db), firstNumber: last + 11 }
    setCertificateSettings(event, ADMIN, { actId: newActId(), settings }, AT)
    expect(issue(event).sequences).toEqual([last + 11])
    const register = readRegister(event, '')
    expect(register.gaps).toEqual([{ from: last + 1, to: last + 10 }])
    expect(register.entries.find(({ sequence }) => sequence === last)).toMatchObject({ revokedReason: 'Salah cetak' })
    expect(register.sequences).toEqual([...sequences.slice(0, -1), last + 11])
    expect(() => revokeCertificate(event, ADMIN, { actId: newActId(), sequence: last, reason: 'lagi' }, AT)).toThrow(
      'RULE',
    )
  })

  test('a pattern that would write a number a second time gives none at all', () => {
    const { event } = openEvent()
    issue(event, newActId(), { participantIds: idsByRole(event, 'Narasumber') })
    const before = readCertificateSettings(event.db)
    const pattern = (numberPattern: string, firstNumber: number): void =>
      setCertificateSettings(
        event,
        ADMIN,
        { actId: newActId(), settings: { ...before, numberPattern, firstNumber } },
        AT,
      )
    pattern('1{nomor}', 2)
    issue(event, newActId(), { participantIds: idsByRole(event, 'Panitia') })
    const count = listNewest(event.db).length
    pattern('{nomor}', 12)
    expect(() => issue(event)).toThrow('RULE')
    expect(listNewest(event.db)).toHaveLength(count)
  })

  test('nothing in the register can be changed or taken out', () => {
    const { event } = openEvent()
    issue(event)
    expect(() => event.db.prepare("UPDATE certificates SET number = 'x'").run()).toThrow('append-only')
    expect(() => event.db.prepare('DELETE FROM certificates').run()).toThrow('append-only')
  })
})

describe('what is printed', () => {
  test('the JP on the reverse add up to those on the front, for every certificate', () => {
    const { event } = openEvent()
    const { sequences } = issue(event)
    const { certificates, logos } = getSheet(event, `1-${sequences.at(-1)}`)
    expect(certificates).toHaveLength(sequences.length)
    expect(logos).toHaveLength(2)
    for (const { snapshot } of certificates.filter(one => one.snapshot.as === 'Peserta')) {
      expect(snapshot.materials.reduce((sum, { jp }) => sum + (jp ?? 0), 0)).toBe(snapshot.jp)
      expect(snapshot.materials.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)).toBe(snapshot.minutes)
      expect(snapshot.body).toContain('setara dengan 8 (delapan) jam pelajaran (JP).')
      expect(snapshot.rules.join(' ')).toMatch(/80% waktu sesi.+1 JP = 45 menit.+Peserta dinyatakan hadir bila/)
      expect(snapshot.dateline).toBe('Maros, 18 Desember 2023')
    }
    const speaker = certificates.find(({ snapshot }) => snapshot.as === 'Narasumber')!
    expect(speaker.snapshot).toMatchObject({ jp: null, minutes: null, phrase: 'atas kontribusinya sebagai' })
  })

  test('the sample shows the longest name, and no scan accepts it', () => {
    const { event } = openEvent()
    const [sample] = getSample(event, readCertificateSettings(event.db), AT).certificates
    expect(sample!.snapshot.name).toContain('Mattawang')
    expect(verifyCertificate(event, sample!.code).kind).not.toBe('genuine')
  })
})

describe('a name corrected later', () => {
  test('is listed, and the next version has the same number; the paper before it says that it was replaced', () => {
    const { event } = openEvent()
    issue(event)
    const [row] = listNewest(event.db)
    event.db.prepare("UPDATE participants SET name = 'Nama Yang Benar' WHERE id = ?").run(row!.participant_id)
    const { rows } = listCandidates(event, { ...LIST, state: 'changed' }, AT)
    expect(rows).toHaveLength(1)
    expect(rows[0]!.changes).toMatchObject([{ field: 'name' }])
    const actId = newActId()
    const again = { actId, sequence: row!.sequence, reason: 'Ejaan nama' }
    expect(reissueCertificate(event, ADMIN, again, AT)).toEqual({ version: 2 })
    expect(reissueCertificate(event, ADMIN, again, AT)).toEqual({ version: 2 })
    const [next] = listNewest(event.db)
    expect(next).toMatchObject({ number: row!.number, version: 2, reason: 'Ejaan nama' })
    expect(verifyCertificate(event, row!.code)).toMatchObject({ kind: 'replaced', version: 1, newestVersion: 2 })
    expect(verifyCertificate(event, next!.code)).toMatchObject({ kind: 'genuine', version: 2 })
    expect(listCandidates(event, LIST, AT).counts.changed).toBe(0)
  })

  test('a certificate that is no longer earned is not issued again', () => {
    const { event, attended } = openEvent()
    issue(event)
    const row = listNewest(event.db).find(({ participant_id: id }) => idsByRole(event, 'Peserta').includes(id))!
    expect(attended.get(row.participant_id)).toBe('all')
    event.db.prepare('UPDATE passes SET voided_at = 1 WHERE participant_id = ?').run(row.participant_id)
    expect(listCandidates(event, LIST, AT).counts.lost).toBe(1)
    const again = { actId: newActId(), sequence: row.sequence, reason: 'Koreksi' }
    expect(() => reissueCertificate(event, ADMIN, again, AT)).toThrow('RULE')
  })
})

describe('verifying', () => {
  const kindOf = (event: EventFile, text: string): Verification['kind'] => verifyCertificate(event, text).kind

  test('tells genuine, revoked, altered, badges and other events apart', () => {
    const { event } = openEvent()
    issue(event)
    const [first, second] = listNewest(event.db)
    const badge = event.db.transaction(() =>
      issueBadgeIn(event.db, badgeIdentityOf(event), first!.participant_id, AT),
    )()
    expect(verifyCertificate(event, ` ${first!.code.toLowerCase()}\n`)).toMatchObject({
      kind: 'genuine',
      number: first!.number,
      isByNumber: false,
    })
    expect(verifyCertificate(event, first!.number)).toMatchObject({ kind: 'genuine', isByNumber: true })
    revokeCertificate(event, ADMIN, { actId: newActId(), sequence: second!.sequence, reason: 'Tidak berhak' }, AT)
    expect(verifyCertificate(event, second!.code)).toMatchObject({ kind: 'revoked', reason: 'Tidak berhak' })
    expect(kindOf(event, badge.code)).toBe('badge')
    expect(readCode(event, first!.code).kind).toBe('not-a-code')
    // A badge's code with a certificate's beginning, and the other way round.
    expect(kindOf(event, `GLS1${badge.code.slice(4)}`)).toBe('altered')
    expect(readCode(event, `GLR1${first!.code.slice(4)}`).kind).toBe('altered')
    const { event: other } = openEvent(5)
    issue(other)
    expect(kindOf(event, listNewest(other.db)[0]!.code)).toBe('other-event')
    expect(kindOf(event, first!.code.slice(0, 30))).toBe('incomplete')
    expect(kindOf(event, 'Sitti Aminah')).toBe('not-a-code')
    // An older copy of the file does not have it yet.
    event.db.exec('DROP TRIGGER certificates_last')
    event.db.prepare('DELETE FROM certificates WHERE code = ?').run(first!.code)
    expect(kindOf(event, first!.code)).toBe('unknown')
  })

  test('no single wrong character is taken for a certificate', () => {
    const { event } = openEvent(10)
    issue(event)
    const { code } = listNewest(event.db)[0]!
    for (let index = 4; index < code.length; index++) {
      for (const character of 'AZ05Y') {
        if (code[index] === character) continue
        const changed = code.slice(0, index) + character + code.slice(index + 1)
        expect(kindOf(event, changed)).toMatch(/altered|other-event/)
      }
    }
  })
})
