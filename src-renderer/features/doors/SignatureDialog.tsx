import { Button, Group, Kbd } from '@mantine/core'
import { type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fullName } from '#main/features/participants/person-rules.ts'
import { type DoorPerson, type Session, STROKES_MAX_LENGTH } from '#main/features/sessions/contract.ts'
import { client } from '#renderer/rpc/client.ts'
import type { DeskActs } from '#renderer/rpc/desk-acts.ts'
import { DialogFrame } from '#renderer/ui/DialogFrame.tsx'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import own from './signature.module.css'
import { pathOf, SIGNATURE_BOX, type Stroke, withPoint } from './signature-rules.ts'
import { useKeyDown } from './use-key-down.ts'

interface Props {
  person: DoorPerson
  session: Session
  acts: DeskActs
  onClose(): void
  onSigned(): void
}

/** A signature by finger, pen or mouse; Enter keeps it, Delete wipes it, Esc leaves. */
export function SignatureDialog({ person, session, acts, onClose, onSigned }: Props) {
  const { t } = useTranslation()
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const [error, setError] = useState<unknown>(null)
  const path = pathOf(strokes)
  const isTooLong = path.length > STROKES_MAX_LENGTH

  async function keep(): Promise<void> {
    if (path === '' || isTooLong) return
    try {
      const { id: sessionId, dayId } = session
      const isKept = await acts.run(`sign ${person.id} ${sessionId} ${path}`, async actId => {
        await client.sessions.sign({ actId, dayId, sessionId, participantId: person.id, strokes: path })
        return true
      })
      // A second Enter while the first is under way is no answer yet.
      if (isKept) onSigned()
    } catch (failure) {
      setError(failure)
    }
  }
  useKeyDown(pressed => {
    if (pressed.key === 'Delete' || pressed.key === 'Backspace') setStrokes([])
    else if (pressed.key === 'Enter' && !pressed.repeat && !(pressed.target instanceof HTMLButtonElement)) void keep()
  })
  return (
    <DialogFrame title={t('doors.sign.title')} size={760} onClose={onClose}>
      <div className={own.sign} tabIndex={-1} data-autofocus>
        <div className={own.signer}>
          <b>{fullName(person)}</b>
          <span>{session.title}</span>
        </div>
        <Pad strokes={strokes} path={path} onStrokes={setStrokes} />
        {isTooLong && <p role="alert">{t('doors.sign.tooLong')}</p>}
        {error !== null && <FailureNote error={error} onRetry={() => void keep()} />}
        <Group justify="space-between">
          <Button variant="default" disabled={path === ''} onClick={() => setStrokes([])} rightSection={<Kbd>Del</Kbd>}>
            {t('doors.sign.clear')}
          </Button>
          <Group>
            <Button variant="default" onClick={onClose} rightSection={<Kbd>Esc</Kbd>}>
              {t('common.cancel')}
            </Button>
            <Button
              disabled={path === '' || isTooLong}
              loading={acts.isPending}
              onClick={() => void keep()}
              rightSection={<Kbd>Enter</Kbd>}
            >
              {t('doors.sign.keep')}
            </Button>
          </Group>
        </Group>
      </div>
    </DialogFrame>
  )
}

interface PadProps {
  strokes: readonly Stroke[]
  path: string
  onStrokes(change: (strokes: readonly Stroke[]) => readonly Stroke[]): void
}

function Pad({ strokes, path, onStrokes }: PadProps) {
  const { t } = useTranslation()
  const drawing = useRef<number | null>(null)
  const box = `0 0 ${SIGNATURE_BOX.width} ${SIGNATURE_BOX.height}`

  function pointOf(touched: PointerEvent<SVGSVGElement>, at: { clientX: number; clientY: number }) {
    const { left, top, width, height } = touched.currentTarget.getBoundingClientRect()
    return {
      x: ((at.clientX - left) / width) * SIGNATURE_BOX.width,
      y: ((at.clientY - top) / height) * SIGNATURE_BOX.height,
    }
  }
  function begin(touched: PointerEvent<SVGSVGElement>): void {
    if (drawing.current !== null || touched.button !== 0) return
    drawing.current = touched.pointerId
    touched.currentTarget.setPointerCapture(touched.pointerId)
    const point = pointOf(touched, touched)
    onStrokes(current => [...current, [point]])
  }
  function move(touched: PointerEvent<SVGSVGElement>): void {
    if (drawing.current !== touched.pointerId) return
    // A pen tells of more points than the screen is drawn for.
    const between = touched.nativeEvent.getCoalescedEvents?.() ?? []
    const points = (between.length > 0 ? between : [touched.nativeEvent]).map(at => pointOf(touched, at))
    onStrokes(current => [...current.slice(0, -1), points.reduce(withPoint, current.at(-1) ?? [])])
  }
  function end(touched: PointerEvent<SVGSVGElement>): void {
    if (drawing.current === touched.pointerId) drawing.current = null
  }
  return (
    <svg
      className={own.pad}
      viewBox={box}
      role="img"
      aria-label={t(strokes.length === 0 ? 'doors.sign.empty' : 'doors.sign.drawn')}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <line x1="20" x2="280" y1="78" y2="78" className={own.padLine} />
      {strokes.length === 0 && (
        <text x="150" y="92" textAnchor="middle" className={own.padHint}>
          {t('doors.sign.here')}
        </text>
      )}
      <path d={path} className={own.padInk} />
    </svg>
  )
}
