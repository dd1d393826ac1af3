import { useMemo, useRef, useState } from 'react'
import type { EventSummary } from '#main/features/events/contract.ts'
import { type DeskPerson, SCAN_MAX_LENGTH, SEARCH_MAX_LENGTH } from '#main/features/registration/contract.ts'
import type { DoorAnswer, DoorDirection, DoorPerson } from '#main/features/sessions/contract.ts'
import { isSoundOn, play, rememberSound } from '#renderer/platform/sound.ts'
import { looksLikeCode } from '#renderer/platform/use-scanner-keys.ts'
import { badgeIn, scanEach } from '#renderer/platform/field-codes-rules.ts'
import { client, orpc } from '#renderer/rpc/client.ts'
import { type DeskActs, useDeskActs } from '#renderer/rpc/desk-acts.ts'
import { queryClient } from '#renderer/rpc/live-queries.ts'
import { useStableActs } from '#renderer/ui/use-stable-acts.ts'
import { type DoorPanel, panelOf, signalOf } from './door-panel.ts'

const REPEATED_LENGTH = 80
const IDLE: DoorPanel = { kind: 'idle', person: null, sequence: 0 }

/** Which door this is, and what it does with a scan. */
export interface DoorPlace {
  roomId: string
  heldSessionId: string | null
  direction: DoorDirection
  /** The session that the screen shows. */
  sessionId: string | null
}

/** Everything the door can do, and what it shows. */
export interface Door {
  panel: DoorPanel
  isPending: boolean
  isSound: boolean
  acts: DeskActs
  setText(text: string): void
  toggleSound(): void
  /** Enter in the field: scans a code, takes the chosen or only hit. */
  submit(chosen: DeskPerson | null, wasScanned: boolean): Promise<'done' | 'choose'>
  /** A code that did not come through the field (camera). Like all acts below it resolves to whether an answer came. */
  scan(code: string): Promise<boolean>
  pick(participantId: string): Promise<boolean>
  override(person: DoorPerson, reason: string): Promise<boolean>
  undo(targetActId: string, person: DoorPerson | null): Promise<void>
  undoLast(): Promise<void>
  show(panel: Omit<DoorPanel, 'sequence'>): void
  showResults(): void
  clear(): void
}

/** The search for a text in the field; what is too long for a name is cut. */
export function searchOptions(text: string) {
  return orpc.registration.search.queryOptions({ input: { text: text.slice(0, SEARCH_MAX_LENGTH) } })
}

/** What was typed, short enough to be repeated to the one who typed it. */
export function shortened(text: string): string {
  const line = text.trim()
  return line.length <= REPEATED_LENGTH ? line : `${line.slice(0, REPEATED_LENGTH)}…`
}

export function useDoor(event: EventSummary, place: DoorPlace): { text: string; door: Door } {
  const acts = useDeskActs()
  const [text, setText] = useState('')
  const [panel, setPanel] = useState<DoorPanel>(IDLE)
  const [isSound, setSound] = useState(() => isSoundOn(event.settings.isSoundOn))
  const sequence = useRef(0)
  const hasFailed = useRef(false)
  const { roomId, heldSessionId, direction } = place
  /** The same thing at another door or in another direction is another act. */
  const here = `${roomId} ${heldSessionId ?? ''} ${direction}`

  function show(next: Omit<DoorPanel, 'sequence'>): void {
    sequence.current += 1
    setPanel({ ...next, sequence: sequence.current })
  }

  function fail(error: unknown, retry: () => void, about?: string): void {
    hasFailed.current = true
    if (isSound) play('bad')
    show({ kind: 'failed', person: null, error, retry, ...(about !== undefined && { about }) })
  }

  /** What was sent leaves the field, what was typed meanwhile stays. */
  function clearSent(sent: string): void {
    setText(current => (sent !== '' && current.startsWith(sent) ? current.slice(sent.length) : current))
  }

  /** Resolves to whether an answer came. */
  async function act(key: string, sent: string, call: (actId: string) => Promise<DoorAnswer>): Promise<boolean> {
    try {
      const answer = await acts.run(key, call)
      if (!answer) return false
      clearSent(sent)
      if (isSound) play(signalOf(answer.verdict.kind))
      show(panelOf(answer, place.sessionId))
      // What was lost with the answer may be the news of the change as well.
      if (hasFailed.current) void queryClient.invalidateQueries({ queryKey: orpc.sessions.door.key() })
      hasFailed.current = false
      return true
    } catch (error) {
      fail(error, () => void act(key, sent, call), sent === '' ? undefined : sent)
      return false
    }
  }

  const scanText = (code: string, sent: string): Promise<boolean> =>
    act(`scan ${badgeIn(code)} ${here}`, sent, actId =>
      client.sessions.door.scan({ actId, roomId, heldSessionId, direction, text: code.slice(0, SCAN_MAX_LENGTH) }),
    )

  const pick = (participantId: string): Promise<boolean> =>
    act(`pick ${participantId} ${here}`, text, actId =>
      client.sessions.door.pick({ actId, roomId, heldSessionId, direction, participantId }),
    )

  const override = (person: DoorPerson, reason: string): Promise<boolean> =>
    act(`override ${person.id} ${here} ${reason}`, '', actId =>
      client.sessions.door.override({ actId, roomId, heldSessionId, participantId: person.id, reason }),
    )

  async function submit(chosen: DeskPerson | null, wasScanned: boolean): Promise<'done' | 'choose'> {
    const sent = text
    if (sent.trim() === '') {
      panel.retry?.()
      return 'done'
    }
    if (looksLikeCode(sent)) {
      await scanEach(sent, code => scanText(code, code), clearSent)
      return 'done'
    }
    if (chosen) {
      await pick(chosen.id)
      return 'done'
    }
    return submitTyped(sent, wasScanned)
  }

  /** A scanner may also read a NIP or phone number; what fits nobody is a scan that was refused. */
  async function submitTyped(sent: string, wasScanned: boolean): Promise<'done' | 'choose'> {
    try {
      const { hits, isSure } = await queryClient.fetchQuery(searchOptions(sent))
      const [first, second] = hits
      if (wasScanned && !isSure) await scanText(sent, sent)
      else if (second || (first && !isSure)) return 'choose'
      else if (first) await pick(first.id)
      else show({ kind: 'nobody', person: null, detail: shortened(sent), about: sent })
    } catch (error) {
      fail(error, () => void submit(null, wasScanned), sent)
    }
    return 'done'
  }

  async function undo(targetActId: string, person: DoorPerson | null): Promise<void> {
    try {
      const answer = await acts.run(`undo ${targetActId}`, actId => client.undo.act({ actId, targetActId }))
      if (answer) show({ kind: 'undone', person, detail: answer.verb })
    } catch (error) {
      fail(error, () => void undo(targetActId, person))
    }
  }

  async function undoLast(): Promise<void> {
    try {
      const last = await client.undo.last({ place: 'door' })
      if (last) await undo(last.actId, await whomItConcerned(place, last.actId))
      else show({ kind: 'nothing-to-undo', person: null })
    } catch (error) {
      fail(error, () => void undoLast())
    }
  }

  const stable = useStableActs({
    setText,
    toggleSound() {
      rememberSound(!isSound)
      setSound(!isSound)
      if (!isSound) play('good')
    },
    submit,
    scan: (code: string) => scanText(code, ''),
    pick,
    override,
    undo,
    undoLast,
    show,
    showResults: () => setPanel(current => (current.about === undefined ? current : withoutAbout(current))),
    clear() {
      setText('')
      setPanel(IDLE)
    },
  })
  const door = useMemo(
    () => ({ ...stable, acts, panel, isPending: acts.isPending, isSound }),
    [stable, acts, panel, isSound],
  )
  return { text, door }
}

function withoutAbout({ about: _answered, ...panel }: DoorPanel): DoorPanel {
  return panel
}

/** The person of an act of this door, as its list of last acts has it; null for acts of other screens. */
async function whomItConcerned({ roomId, heldSessionId }: DoorPlace, actId: string): Promise<DoorPerson | null> {
  const state = await queryClient.fetchQuery({
    ...orpc.sessions.door.state.queryOptions({ input: { roomId, heldSessionId } }),
    staleTime: 0,
  })
  return state.recent.find(recent => recent.actId === actId)?.person ?? null
}
