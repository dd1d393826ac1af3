import { Button, Kbd } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCamera } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { DeskPerson } from '#main/features/registration/contract.ts'
import {
  DOOR_DIRECTIONS,
  type DoorDirection,
  type DoorPerson,
  type DoorState,
  type Session,
} from '#main/features/sessions/contract.ts'
import { looksLikeCode } from '#renderer/platform/use-scanner-keys.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { toFailure } from '#renderer/ui/failure.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { ScanField } from '#renderer/ui/ScanField.tsx'
import { useStableActs } from '#renderer/ui/use-stable-acts.ts'
import own from './door.module.css'
import { type DoorSettings, useDoorSettings } from './door-settings.ts'
import { DoorHead } from './DoorHead.tsx'
import { DoorNumbers } from './DoorNumbers.tsx'
import { DoorRecentList } from './DoorRecentList.tsx'
import { DoorResults, RESULTS_ID, resultId } from './DoorResults.tsx'
import { choicesOf } from './door-panel.ts'
import { DoorVerdict } from './DoorVerdict.tsx'
import { QUICK_REASONS } from './OverrideChoice.tsx'
import { OverrideDialog } from './OverrideDialog.tsx'
import { SignatureDialog } from './SignatureDialog.tsx'
import { searchOptions, shortened, useDoor } from './use-door.ts'
import { useDoorKeys } from './use-door-keys.ts'
import { useDoorState } from './use-door-state.ts'

const CameraView = lazy(() => import('#renderer/ui/CameraView.tsx').then(module => ({ default: module.CameraView })))

/** A room's door: who comes in and goes out, session after session. */
export function DoorScreen({ event, roomId }: { event: EventSummary; roomId: string }) {
  const [settings, change] = useDoorSettings(roomId)
  const state = useDoorState(roomId, settings.heldSessionId)
  const { heldSessionId } = settings
  const answered = state.isPlaceholderData ? undefined : state.data
  // A hold ends with its session's day, and with the session.
  const isOver = heldSessionId !== null && answered !== undefined && answered.session?.id !== heldSessionId
  useEffect(() => {
    if (isOver) change({ heldSessionId: null })
  }, [isOver, change])

  // A room that was taken out of use meanwhile has no door any more.
  const isGone = state.error !== null && toFailure(state.error).code === 'NOT_FOUND'
  if (state.data && !isGone)
    return <OpenDoor event={event} state={state.data} settings={settings} onSettings={change} />
  if (!state.error) return null
  return <ShutDoor error={state.error} onRetry={() => void state.refetch()} />
}

function ShutDoor({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const { t } = useTranslation()
  return (
    <div className={own.shut}>
      <FailureNote error={error} onRetry={onRetry} />
      <Button component={Link} href="/pintu" variant="default">
        {t('doors.choice.back')}
      </Button>
    </div>
  )
}

interface DoorProps {
  event: EventSummary
  state: DoorState
  settings: DoorSettings
  onSettings(change: Partial<DoorSettings>): void
}

/** A signature is for the session at which it was begun, also when the next one takes over meanwhile. */
type Overlay = { kind: 'reason'; person: DoorPerson } | { kind: 'sign'; person: DoorPerson; session: Session }

function OpenDoor({ event, state, settings, onSettings }: DoorProps) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [opened, setOverlay] = useState<Overlay | null>(null)
  const roomId = state.room.id
  const { direction, heldSessionId } = settings
  const sessionId = state.session?.id ?? null
  const { text: typed, door } = useDoor(event, { roomId, heldSessionId, direction, sessionId })
  const search = useHits(typed, door.panel.about)
  const { hits, chosen, choose } = search
  const sessionSettings = useQuery(orpc.sessions.settings.get.queryOptions())
  const { panel } = door
  const { session } = state
  const choices = choicesOf(panel, sessionId)
  const overlay = opened?.kind === 'reason' && !choices.canOverride ? null : opened
  const canSign = choices.canSign && sessionSettings.data?.isSignatureOnScreen === true
  const { isCameraOn } = settings
  const focusField = useCallback(() => {
    // On a touch screen the keyboard would cover what the camera's scans answer.
    if (!isCameraOn || !isTouchOnly()) field.current?.focus()
  }, [isCameraOn])
  useEffect(focusField, [focusField, panel.sequence, overlay])

  async function submit(wasScanned: boolean): Promise<void> {
    const outcome = await door.submit(hits[chosen] ?? null, wasScanned)
    if (outcome !== 'choose') return
    door.showResults()
    choose(0)
  }
  function override(person: DoorPerson, reason: string): void {
    setOverlay(null)
    void door.override(person, reason)
  }
  const refused = choices.canOverride ? panel.person : null
  const signing = canSign ? panel.person : null
  const acts = useStableActs({
    override,
    otherReason: () => refused && setOverlay({ kind: 'reason', person: refused }),
    sign: () => signing && session && setOverlay({ kind: 'sign', person: signing, session }),
    direction: (next: DoorDirection) => {
      onSettings({ direction: next })
      focusField()
    },
    hold: () => {
      onSettings({ heldSessionId: heldSessionId === null ? (session?.id ?? null) : null })
      focusField()
    },
    camera: () => {
      onSettings({ isCameraOn: !settings.isCameraOn })
      focusField()
    },
    sound: () => {
      door.toggleSound()
      focusField()
    },
    pick: (hit: DeskPerson) => void door.pick(hit.id),
    undo: (actId: string, person: DoorPerson | null) => void door.undo(actId, person),
  })
  useDoorKeys(field, overlay !== null, {
    ...acts,
    direction: () => acts.direction(following(direction)),
    undo: () => void door.undoLast(),
    reason: index => {
      const reason = QUICK_REASONS[index]
      if (refused && reason) override(refused, t(`doors.override.reasons.${reason}`))
    },
    onScan: () => void submit(true),
    onScanIntoForm: () => notifications.show({ color: 'warn', message: t('scanning.intoForm') }),
  })

  return (
    <div className={own.door} data-camera={settings.isCameraOn || undefined}>
      <DoorHead
        event={event}
        state={state}
        settings={settings}
        isSound={door.isSound}
        onDirection={acts.direction}
        onHold={acts.hold}
        onCamera={acts.camera}
        onSound={acts.sound}
      />
      <div className={own.field}>
        <ScanField
          ref={field}
          text={typed}
          label={t('doors.field.label')}
          placeholder={t(`doors.field.placeholder.${direction}`)}
          isPending={door.isPending}
          listId={RESULTS_ID}
          activeId={hits[chosen] && resultId(hits[chosen].id)}
          isOpen={search.isShown}
          onText={door.setText}
          onMove={step => {
            door.showResults()
            choose(Math.max(-1, Math.min(hits.length - 1, chosen + step)))
          }}
          onSubmit={() => void submit(false)}
          onEscape={door.clear}
        >
          <Kbd>Enter</Kbd> {t('doors.field.enter')} <Kbd>F8</Kbd> {t('doors.keys.direction.short')}
        </ScanField>
      </div>
      <div className={own.main}>
        {search.isShown ? (
          <DoorResults
            event={event}
            hits={hits}
            isLoading={search.isLoading}
            text={shortened(typed)}
            chosen={chosen}
            onPick={acts.pick}
          />
        ) : (
          <DoorVerdict
            event={event}
            panel={panel}
            state={state}
            canSign={canSign}
            canOverride={choices.canOverride}
            onOverride={acts.override}
            onOtherReason={acts.otherReason}
            onSign={acts.sign}
          />
        )}
      </div>
      <div className={own.side}>
        <DoorNumbers state={state} />
        {settings.isCameraOn ? (
          <div className={own.camera}>
            <Suspense fallback={null}>
              <CameraView onCode={code => void door.scan(code)} />
            </Suspense>
          </div>
        ) : (
          <Button className={own.cameraButton} size="lg" leftSection={<IconCamera />} onClick={acts.camera}>
            {t('doors.camera.on')}
          </Button>
        )}
        <DoorRecentList event={event} recent={state.recent} onUndo={acts.undo} />
      </div>
      {overlay?.kind === 'reason' && (
        <OverrideDialog
          person={overlay.person}
          onClose={() => setOverlay(null)}
          onReason={reason => override(overlay.person, reason)}
        />
      )}
      {overlay?.kind === 'sign' && (
        <SignatureDialog
          person={overlay.person}
          session={overlay.session}
          acts={door.acts}
          onClose={() => setOverlay(null)}
          onSigned={() => {
            setOverlay(null)
            door.show({ kind: 'signed', person: overlay.person })
          }}
        />
      )}
    </div>
  )
}

function isTouchOnly(): boolean {
  return globalThis.matchMedia('(hover: none) and (pointer: coarse)').matches
}

function following(direction: DoorDirection): DoorDirection {
  return DOOR_DIRECTIONS[(DOOR_DIRECTIONS.indexOf(direction) + 1) % DOOR_DIRECTIONS.length] ?? 'in'
}

/** The hits for what is typed. Only the field follows each key of a scanner, the rest follows when there is time. */
function useHits(typed: string, about: string | undefined) {
  const followed = useDeferredValue(typed)
  const shown = typed === '' ? '' : followed
  const [choice, setChoice] = useState({ text: '', index: -1 })
  const isSearching = shown.trim() !== '' && !looksLikeCode(shown)
  const search = useQuery({ ...searchOptions(shown), enabled: isSearching, placeholderData: previous => previous })
  const hits = isSearching ? (search.data?.hits ?? []) : []
  return {
    hits,
    isShown: isSearching && about !== shown,
    isLoading: search.isFetching && hits.length === 0,
    // A choice is for the text it was made under: other text, other hits.
    chosen: choice.text === typed && typed === shown ? choice.index : -1,
    choose: (index: number): void => setChoice({ text: typed, index }),
  }
}
