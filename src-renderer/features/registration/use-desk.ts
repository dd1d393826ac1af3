import { useMemo, useRef, useState } from 'react'
import type { EventSummary } from '#main/features/events/contract.ts'
import {
  type DeskAnswer,
  type DeskPerson,
  SCAN_MAX_LENGTH,
  SEARCH_MAX_LENGTH,
} from '#main/features/registration/contract.ts'
import { looksLikeCode } from '#renderer/platform/use-scanner-keys.ts'
import { isSoundOn, play, rememberSound } from '#renderer/platform/sound.ts'
import { badgeIn, scanEach } from '#renderer/platform/field-codes-rules.ts'
import { client, orpc } from '#renderer/rpc/client.ts'
import { type DeskActs, useDeskActs } from '#renderer/rpc/desk-acts.ts'
import { queryClient } from '#renderer/rpc/live-queries.ts'
import { cardQuery } from './card-query.ts'
import { useStableActs } from '#renderer/ui/use-stable-acts.ts'
import { type Panel, signalOf } from './panel.ts'

const REPEATED_LENGTH = 80
const IDLE: Panel = { kind: 'idle', participantId: null, card: null, sequence: 0 }

/** Everything the desk can do, and what it shows; the same object while somebody types. */
export interface Desk {
  setText(text: string): void
  panel: Panel
  isPending: boolean
  isSound: boolean
  toggleSound(): void
  acts: DeskActs
  /** Enter in the field: scans a code, checks in the chosen or only hit. */
  submit(chosen: DeskPerson | null, wasScanned: boolean): Promise<'done' | 'choose'>
  /** Resolves to whether an answer came. */
  scan(text: string): Promise<boolean>
  checkIn(participantId: string): Promise<boolean>
  lookUp(participantId: string): void
  undoLast(): Promise<void>
  undo(targetActId: string): Promise<void>
  show(panel: Omit<Panel, 'sequence'>): void
  /** Back from an answer about the text in the field to who may be meant by it. */
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

export function useDesk(
  event: EventSummary,
  onAdmitted: (participantIds: string[]) => void,
): { text: string; desk: Desk } {
  const acts = useDeskActs()
  const [text, setText] = useState('')
  const [panel, setPanel] = useState<Panel>(IDLE)
  const [isSound, setSound] = useState(() => isSoundOn(event.settings.isSoundOn))
  const sequence = useRef(0)

  function show(next: Omit<Panel, 'sequence'>): void {
    sequence.current += 1
    setPanel({ ...next, sequence: sequence.current })
  }

  function tell(answer: DeskAnswer): void {
    const { verdict, card } = answer
    keepCard(card)
    if (isSound) play(signalOf(verdict.kind))
    show({ kind: verdict.kind, verdict, card, participantId: card?.person.id ?? null })
    if (verdict.kind === 'welcome') onAdmitted([verdict.participantId])
  }

  function fail(error: unknown, about?: string): void {
    if (isSound) play('bad')
    show({ kind: 'failed', participantId: null, card: null, error, ...(about !== undefined && { about }) })
  }

  /** What was sent leaves the field, what was typed meanwhile stays. */
  function clearSent(sent: string): void {
    setText(current => (current.startsWith(sent) ? current.slice(sent.length) : current))
  }

  /** Resolves to whether an answer came. */
  async function act(key: string, sent: string, call: (actId: string) => Promise<DeskAnswer>): Promise<boolean> {
    try {
      const answer = await acts.run(key, call)
      if (!answer) return false
      clearSent(sent)
      tell(answer)
      return true
    } catch (error) {
      fail(error, sent)
      return false
    }
  }

  const scan = (code: string): Promise<boolean> =>
    act(`scan ${badgeIn(code)}`, code, actId =>
      client.registration.scan({ actId, text: code.slice(0, SCAN_MAX_LENGTH) }),
    )

  const checkIn = (participantId: string): Promise<boolean> =>
    act(`check-in ${participantId}`, text, actId => client.registration.checkIn({ actId, participantId }))

  async function submit(chosen: DeskPerson | null, wasScanned: boolean): Promise<'done' | 'choose'> {
    const sent = text
    if (sent.trim() === '') return 'done'
    if (looksLikeCode(sent)) {
      await scanEach(sent, scan, clearSent)
      return 'done'
    }
    if (chosen) {
      await checkIn(chosen.id)
      return 'done'
    }
    return submitTyped(sent, wasScanned)
  }

  /** A scanner may also read a NIP or phone number; what fits nobody is a scan that was refused. */
  async function submitTyped(sent: string, wasScanned: boolean): Promise<'done' | 'choose'> {
    try {
      const { hits, isSure } = await queryClient.fetchQuery(searchOptions(sent))
      const [first, second] = hits
      if (wasScanned && !isSure) await scan(sent)
      // Nobody is let in for sharing half a name with somebody who is not on the list.
      else if (second || (first && !isSure)) return 'choose'
      else if (first) await checkIn(first.id)
      else show({ kind: 'nobody', participantId: null, card: null, detail: shortened(sent), about: sent })
    } catch (error) {
      fail(error, sent)
    }
    return 'done'
  }

  async function undo(targetActId: string): Promise<void> {
    try {
      const answer = await acts.run(`undo ${targetActId}`, actId => client.undo.act({ actId, targetActId }))
      if (!answer) return
      const card = answer.subjectId === '' ? null : await cardOrNone(answer.subjectId)
      show({ kind: 'undone', participantId: card?.person.id ?? null, card, detail: answer.verb })
    } catch (error) {
      fail(error)
    }
  }

  async function undoLast(): Promise<void> {
    try {
      const last = await client.undo.last({ place: 'desk' })
      if (last) await undo(last.actId)
      else show({ kind: 'nothing-to-undo', participantId: null, card: null })
    } catch (error) {
      fail(error)
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
    scan,
    checkIn,
    lookUp(participantId: string) {
      setText('')
      show({ kind: 'looked-up', participantId, card: null })
    },
    undoLast,
    undo,
    show,
    showResults: () => setPanel(current => (current.about === undefined ? current : withoutAbout(current))),
    clear() {
      setText('')
      setPanel(IDLE)
    },
  })
  const desk = useMemo(
    () => ({ ...stable, acts, panel, isPending: acts.isPending, isSound }),
    [stable, acts, panel, isSound],
  )
  return { text, desk }
}

function withoutAbout({ about: _answered, ...panel }: Panel): Panel {
  return panel
}

function keepCard(card: DeskAnswer['card']): void {
  if (!card) return
  const options = cardQuery(card.person.id)
  queryClient.setQueryData(options.queryKey, card)
}

/** An undone act need not be about a person (a checklist item). */
async function cardOrNone(participantId: string): Promise<DeskAnswer['card']> {
  try {
    return await client.registration.card({ participantId })
  } catch {
    return null
  }
}
