import type { Card } from '#main/features/registration/contract.ts'
import type { Verdict } from '#main/features/registration/rules.ts'
import type { Signal } from '#renderer/platform/sound.ts'

/** What the large panel of the desk tells. Colour, icon and word follow from `kind`. */
export interface Panel {
  kind: PanelKind
  /** Whose card is shown below the word. */
  participantId: string | null
  /** The card as it came with the answer, until the live one is there. */
  card: Card | null
  /** What a refusal or a finished group says besides its word. */
  detail?: string
  verdict?: Verdict
  /** The group that came, and how many of it just now. */
  group?: { name: string; count: number }
  /** Whose badges Ctrl+P prints when they are more than the one person's. */
  printIds?: string[]
  error?: unknown
  /** The text that is still in the field and that this is the answer to: it is shown in place of the results until the text changes. */
  about?: string
  /** Changes with each answer, so that the same verdict twice is seen as two. */
  sequence: number
}

export type PanelKind =
  | Verdict['kind']
  | 'idle'
  | 'looked-up'
  | 'nobody'
  | 'undone'
  | 'nothing-to-undo'
  | 'replaced'
  | 'group'
  | 'failed'

/** How grave a panel looks. */
export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'calm'

const TONES: Record<PanelKind, Tone> = {
  idle: 'calm',
  welcome: 'ok',
  'already-in': 'warn',
  'not-today': 'warn',
  revoked: 'bad',
  archived: 'bad',
  'other-event': 'bad',
  altered: 'bad',
  unknown: 'bad',
  incomplete: 'warn',
  'not-a-code': 'warn',
  nobody: 'warn',
  'looked-up': 'info',
  undone: 'info',
  'nothing-to-undo': 'info',
  replaced: 'info',
  group: 'ok',
  failed: 'bad',
}

export function toneOf(kind: PanelKind): Tone {
  return TONES[kind]
}

/** What a verdict sounds like. */
export function signalOf(kind: Verdict['kind']): Signal {
  if (kind === 'welcome') return 'good'
  return kind === 'already-in' || kind === 'not-today' || kind === 'not-a-code' || kind === 'incomplete'
    ? 'notice'
    : 'bad'
}
