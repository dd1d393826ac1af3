import { createSecretKey, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { EventFile } from '#main/event-file/open.ts'
import {
  badgeIdentityOf,
  issueBadgeIn,
  makeCode,
  readCode,
  restoreBadgesIn,
  revokeBadgesIn,
} from '#main/features/badges/code-service.ts'
import { LAYOUT_SCRAMBLES } from './keyboard-layouts.ts'
import { AT, openTestEvent } from './open-event.ts'
import { addPerson } from './people.ts'

let event: EventFile
beforeEach(() => {
  ;({ event } = openTestEvent())
})

function issue(name: string): { participantId: string; badgeId: string; code: string } {
  const participantId = addPerson(event, name)
  return { participantId, ...issueBadgeIn(event.db, badgeIdentityOf(event), participantId, AT) }
}

describe('badges of an event', () => {
  it('are read back, whatever the keyboard', () => {
    const { participantId, badgeId, code } = issue('Sitti Aminah')
    for (const scramble of Object.values(LAYOUT_SCRAMBLES)) {
      expect(readCode(event, scramble(code))).toEqual({
        kind: 'valid',
        badgeId,
        participantId,
        revokedAt: null,
        revokedReason: '',
      })
    }
  })

  it('are given once', () => {
    const { participantId, badgeId, code } = issue('Arifin')
    expect(issueBadgeIn(event.db, badgeIdentityOf(event), participantId, AT + 1)).toEqual({ badgeId, code })
  })

  it('carry nothing of a person, and no two are alike', () => {
    const identity = badgeIdentityOf(event)
    const codes = Array.from({ length: 2000 }, () => makeCode(identity))
    expect(new Set(codes.map(code => code.slice(9, 25))).size).toBe(codes.length)
    expect(new Set(codes.map(code => code.slice(0, 9))).size).toBe(1)
  })

  it('are revoked with a reason and restored with the act', () => {
    const { participantId, badgeId, code } = issue('Nurhayati')
    expect(revokeBadgesIn(event.db, participantId, 'substituted', 'act-1', AT + 5)).toBe(1)
    expect(readCode(event, code)).toMatchObject({ badgeId, revokedAt: AT + 5, revokedReason: 'substituted' })
    expect(restoreBadgesIn(event.db, 'act-1')).toBe(1)
    expect(readCode(event, code)).toMatchObject({ revokedAt: null, revokedReason: '' })
  })

  it('stay revoked when another badge was given since', () => {
    const { participantId, code } = issue('Hasanuddin')
    revokeBadgesIn(event.db, participantId, 'lost', 'act-2', AT)
    const next = issueBadgeIn(event.db, badgeIdentityOf(event), participantId, AT)
    expect(next.code).not.toBe(code)
    expect(restoreBadgesIn(event.db, 'act-2')).toBe(0)
    expect(readCode(event, next.code)).toMatchObject({ kind: 'valid', revokedAt: null })
    expect(readCode(event, code)).toMatchObject({ kind: 'valid', revokedReason: 'lost' })
  })
})

describe('codes that are nobody’s', () => {
  it('are told apart', () => {
    const { code } = issue('Rahmawati')
    const identity = badgeIdentityOf(event)
    const foreign = makeCode({ eventTag: '00000', secretKey: createSecretKey(randomBytes(32)) })
    const forged = makeCode({ ...identity, secretKey: createSecretKey(randomBytes(32)) })
    const otherTag = code.slice(0, 4) + (code[4] === '0' ? '1' : '0') + code.slice(5)
    expect(readCode(event, foreign)).toEqual({ kind: 'other-event' })
    expect(readCode(event, forged)).toEqual({ kind: 'altered' })
    expect(readCode(event, otherTag)).toEqual({ kind: 'altered' })
    expect(readCode(event, makeCode(identity))).toEqual({ kind: 'unknown' })
    expect(readCode(event, code.slice(0, 30))).toEqual({ kind: 'incomplete' })
    expect(readCode(event, 'Sitti Aminah')).toEqual({ kind: 'not-a-code' })
  })

  it('are never valid with one character changed', () => {
    const characters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ&é"(-,;?:! ']
    const accepted: string[] = []
    for (let person = 0; person < 12; person++) {
      const { code } = issue(`Peserta ${person}`)
      for (const [at, right] of [...code].entries()) {
        for (const wrong of characters.filter(character => character !== right)) {
          const changed = code.slice(0, at) + wrong + code.slice(at + 1)
          if (readCode(event, changed).kind === 'valid') accepted.push(changed)
        }
      }
    }
    expect(accepted).toEqual([])
  })

  it('get an answer for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map(text => `GLR1${text}`),
        ),
        text => {
          expect(readCode(event, text).kind).not.toBe('valid')
        },
      ),
    )
  })
})
