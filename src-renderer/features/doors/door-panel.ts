import type { DoorAnswer, DoorPerson, DoorVerdict } from '#main/features/sessions/contract.ts'
import type { Signal } from '#renderer/platform/sound.ts'

export type DoorPanelKind = DoorVerdict['kind'] | 'idle' | 'nobody' | 'signed' | 'undone' | 'nothing-to-undo' | 'failed'

/** What the large panel of a door tells. Colour, icon and word follow from `kind`. */
export interface DoorPanel {
  kind: DoorPanelKind
  person: DoorPerson | null
  verdict?: DoorVerdict
  /** Whether staff may let this person in all the same. */
  canOverride?: boolean
  /** The session that it was about. */
  sessionId?: string | null
  /** What is said besides the word. */
  detail?: string
  error?: unknown
  /** Does again what failed, with the id of the first try. */
  retry?: () => void
  /** The text that is still in the field and that this is the answer to: shown in place of the results until the text changes. */
  about?: string
  /** Changes with each answer, so that the same verdict twice is seen as two. */
  sequence: number
}

/** How grave a panel looks. */
export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'calm'

const TONES: Record<DoorPanelKind, Tone> = {
  idle: 'calm',
  entered: 'ok',
  left: 'info',
  'already-inside': 'warn',
  'not-inside': 'warn',
  full: 'bad',
  'not-on-list': 'bad',
  'no-session': 'warn',
  revoked: 'bad',
  archived: 'bad',
  'other-event': 'bad',
  altered: 'bad',
  unknown: 'bad',
  incomplete: 'warn',
  'not-a-code': 'warn',
  nobody: 'warn',
  signed: 'ok',
  undone: 'info',
  'nothing-to-undo': 'info',
  failed: 'bad',
}

const isKnown = (kind: string): kind is DoorPanelKind => kind in TONES

/** The tone of a verdict, also of one that this version does not know. */
export function toneOf(kind: string): Tone {
  return isKnown(kind) ? TONES[kind] : 'calm'
}

/** What an answer sounds like: in and out are good, what is to be repeated or looked at is a notice, a refusal is heard. */
export function signalOf(kind: DoorVerdict['kind']): Signal {
  const tone = toneOf(kind)
  if (tone === 'ok' || tone === 'info') return 'good'
  return tone === 'warn' ? 'notice' : 'bad'
}

/** `sessionId`: the session that the door stood at when the scan was sent. */
export function panelOf(
  { verdict, person, canOverride }: DoorAnswer,
  sessionId: string | null,
): Omit<DoorPanel, 'sequence'> {
  const isEntry = verdict.kind === 'entered'
  return { kind: verdict.kind, verdict, person, canOverride, sessionId: isEntry ? verdict.sessionId : sessionId }
}

/**
 * What may still be done about a panel once the door stands at this session: who was refused at the one before is scanned again
 * rather than let into the next, and who was in the one before does not sign for the next.
 */
export function choicesOf(panel: DoorPanel, sessionId: string | null): { canOverride: boolean; canSign: boolean } {
  const isAbout = sessionId !== null && panel.sessionId === sessionId
  return { canOverride: isAbout && panel.canOverride === true, canSign: isAbout && isInside(panel) }
}

/** Whether the verdict is about somebody who is in the session behind this door. */
function isInside({ kind }: DoorPanel): boolean {
  return kind === 'entered' || kind === 'already-inside'
}
