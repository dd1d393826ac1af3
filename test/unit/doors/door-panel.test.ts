import { describe, expect, it } from 'vitest'
import type { DoorAnswer, DoorVerdict } from '#main/features/sessions/contract.ts'
import { choicesOf, panelOf } from '#renderer/features/doors/door-panel.ts'

const panel = (verdict: DoorVerdict, sessionId: string | null) => {
  const canOverride = verdict.kind === 'full'
  return {
    ...panelOf({ actId: 'act', verdict, person: null, canOverride } satisfies DoorAnswer, sessionId),
    sequence: 1,
  }
}
const full = panel({ kind: 'full', participantId: 'p', inside: 40, limit: 40 }, 'first')
const inside = panel({ kind: 'already-inside', participantId: 'p', since: 0 }, 'first')

describe('when the next session takes over', () => {
  it('nobody who was refused at the one before is let into it without another scan', () => {
    expect(choicesOf(full, 'first')).toEqual({ canOverride: true, canSign: false })
    expect(choicesOf(full, 'second').canOverride).toBe(false)
    expect(choicesOf(full, null).canOverride).toBe(false)
  })

  it('nobody who was in the one before signs for it', () => {
    expect(choicesOf(inside, 'first')).toEqual({ canOverride: false, canSign: true })
    expect(choicesOf(inside, 'second').canSign).toBe(false)
  })

  it('who came in while the screen still showed the one before signs for the one they are in', () => {
    const late = { lateMinutes: 0, isReentry: false, movedFrom: null, isUnregistered: false }
    const entered = panel({ kind: 'entered', participantId: 'p', sessionId: 'second', ...late }, 'first')
    expect(choicesOf(entered, 'first').canSign).toBe(false)
    expect(choicesOf(entered, 'second').canSign).toBe(true)
  })
})
