import { lazy, memo, Suspense, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react'
import { ActionIcon, Kbd, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCamera, IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { DeskPerson } from '#main/features/registration/contract.ts'
import { looksLikeCode } from '#renderer/platform/use-scanner-keys.ts'
import { ScanField } from '#renderer/ui/ScanField.tsx'
import { useStableActs } from '#renderer/ui/use-stable-acts.ts'
import { ChecklistDialog } from './ChecklistDialog.tsx'
import { Counters } from './Counters.tsx'
import { GroupDialog } from './GroupDialog.tsx'
import { PeopleDrawer, type Shown } from './PeopleDrawer.tsx'
import { RecentList } from './RecentList.tsx'
import classes from './registration.module.css'
import { Results, RESULTS_ID, resultId } from './Results.tsx'
import { SubstituteDialog } from './SubstituteDialog.tsx'
import { useBadgePrinting } from './use-badge-printing.ts'
import { searchOptions, shortened, useDesk } from './use-desk.ts'
import { useDeskKeys } from './use-desk-keys.ts'
import { VerdictPanel } from './VerdictPanel.tsx'
import { WalkInDialog } from './WalkInDialog.tsx'

const CameraDialog = lazy(() =>
  import('#renderer/ui/CameraDialog.tsx').then(module => ({ default: module.CameraDialog })),
)

/** What is open over the desk. */
export type Overlay =
  | { kind: 'group'; participantId: string | null }
  | { kind: 'substitute'; participantId: string }
  | { kind: 'walk-in'; written: string }
  | { kind: 'camera' }
  | { kind: 'checklist' }
  | { kind: 'people'; shown: Shown }

const NO_CHOICE = { text: '', index: -1 }

/** The registration desk: one field that takes everything, the verdict, the counters and the last acts. */
export function RegistrationScreen({ event }: { event: EventSummary }) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const [choice, setChoice] = useState(NO_CHOICE)
  const printing = useBadgePrinting(event)
  const { text: typed, desk } = useDesk(event, printing.onAdmitted)
  // A scanner types faster than all of the screen is drawn: only the field follows each key, the rest follows when there is time.
  const followed = useDeferredValue(typed)
  const shown = typed === '' ? '' : followed
  const text = shown.trim()
  // A choice is for the text it was made under: other text, other hits.
  const chosen = choice.text === typed && typed === shown ? choice.index : -1
  const choose = (index: number): void => setChoice({ text: typed, index })
  const isSearching = text !== '' && !looksLikeCode(text)
  const search = useQuery({
    ...searchOptions(shown),
    enabled: isSearching,
    placeholderData: previous => previous,
  })
  const isShowingResults = isSearching && desk.panel.about !== shown
  const hits = isSearching ? (search.data?.hits ?? []) : []
  const focusField = useCallback(() => field.current?.focus(), [])
  useEffect(focusField, [focusField, desk.panel.sequence, overlay])

  function close(): void {
    setOverlay(null)
  }
  const open = setOverlay
  const person = desk.panel.participantId

  async function submit(wasScanned: boolean): Promise<void> {
    const outcome = await desk.submit(hits[chosen] ?? null, wasScanned)
    if (outcome !== 'choose') return
    desk.showResults()
    choose(0)
  }

  const acts = useStableActs({
    openGroup: (participantId: string) => open({ kind: 'group', participantId }),
    openSubstitute: (participantId: string) => open({ kind: 'substitute', participantId }),
    openWalkIn: () => open({ kind: 'walk-in', written: text }),
    openNewPerson: () => open({ kind: 'walk-in', written: '' }),
    openChecklist: () => open({ kind: 'checklist' }),
    openCamera: () => open({ kind: 'camera' }),
    openPeople: (behind: Shown) => open({ kind: 'people', shown: behind }),
    retry: () => void submit(false),
    undo: (actId: string) => void desk.undo(actId),
    pick: (hit: DeskPerson) => void desk.checkIn(hit.id),
    toggleSound() {
      desk.toggleSound()
      focusField()
    },
  })
  const isCovered = overlay !== null
  useDeskKeys(field, isCovered, {
    group: () => open({ kind: 'group', participantId: hits[chosen]?.id ?? person }),
    substitute: () => {
      const participantId = hits[chosen]?.id ?? person
      if (participantId) open({ kind: 'substitute', participantId })
    },
    print: () => {
      if (person) void printing.print(desk.panel.printIds ?? [person])
    },
    undo: () => void desk.undoLast(),
    walkIn: () => open({ kind: 'walk-in', written: /\d/.test(text) ? '' : text }),
    onScan: () => void submit(true),
    onScanIntoForm: () => notifications.show({ color: 'warn', message: t('scanning.intoForm') }),
  })

  return (
    <div className={classes.desk}>
      <header className={classes.top}>
        <div className={classes.title}>
          <h1>{t('registration.title')}</h1>
          <div className={classes.sub}>{t('registration.subtitle')}</div>
        </div>
        <SoundSwitch isSound={desk.isSound} onToggle={acts.toggleSound} />
        <Counters onOpen={acts.openPeople} />
      </header>
      <ScanField
        ref={field}
        text={typed}
        isPending={desk.isPending}
        label={t('registration.field.label')}
        placeholder={t('registration.field.placeholder')}
        listId={RESULTS_ID}
        activeId={hits[chosen] && resultId(hits[chosen].id)}
        isOpen={isShowingResults}
        onText={changed => {
          desk.setText(changed)
          // The same text typed anew is a new question: nobody is let in by a choice that was left.
          setChoice(NO_CHOICE)
        }}
        onMove={step => {
          desk.showResults()
          choose(Math.max(-1, Math.min(hits.length - 1, chosen + step)))
        }}
        onSubmit={() => void submit(false)}
        onEscape={desk.clear}
      >
        <FieldKeys onCamera={acts.openCamera} onWalkIn={acts.openWalkIn} />
      </ScanField>
      <div className={classes.body}>
        {isShowingResults ? (
          <Results
            event={event}
            hits={hits}
            isLoading={search.isFetching && hits.length === 0}
            text={shortened(text)}
            chosen={chosen}
            onPick={acts.pick}
            onWalkIn={acts.openWalkIn}
          />
        ) : (
          <VerdictPanel
            event={event}
            panel={desk.panel}
            desk={desk}
            printing={printing}
            onGroup={acts.openGroup}
            onSubstitute={acts.openSubstitute}
            onWalkIn={acts.openNewPerson}
            onChecklist={acts.openChecklist}
            onRetry={acts.retry}
            onDone={focusField}
          />
        )}
        <RecentList event={event} onUndo={acts.undo} onOpen={desk.lookUp} />
      </div>
      {overlay?.kind === 'group' && (
        <GroupDialog
          event={event}
          participantId={overlay.participantId}
          acts={desk.acts}
          onClose={close}
          onDone={({ name, checkedIn, others }) => {
            close()
            desk.setText('')
            desk.show({
              kind: 'group',
              participantId: checkedIn[0] ?? null,
              card: null,
              printIds: checkedIn,
              group: { name, count: checkedIn.length },
              detail: t(others.length > 0 ? 'registration.group.doneSome' : 'registration.group.done', {
                name,
                count: checkedIn.length,
                others: others.length,
              }),
            })
            printing.onAdmitted(checkedIn)
          }}
        />
      )}
      {overlay?.kind === 'substitute' && (
        <SubstituteDialog
          event={event}
          participantId={overlay.participantId}
          acts={desk.acts}
          onClose={close}
          onDone={answer => {
            close()
            desk.setText('')
            const { card, verdict } = answer
            desk.show({
              kind: verdict?.kind ?? 'replaced',
              participantId: card.person.id,
              card,
              ...(verdict && { verdict }),
            })
            if (verdict?.kind === 'welcome') printing.onAdmitted([card.person.id])
          }}
        />
      )}
      {overlay?.kind === 'walk-in' && (
        <WalkInDialog
          eventId={event.id}
          written={overlay.written}
          acts={desk.acts}
          onClose={close}
          onDone={({ verdict, card }) => {
            close()
            desk.setText('')
            desk.show({ kind: verdict.kind, verdict, card, participantId: card?.person.id ?? null })
            if (verdict.kind === 'welcome') printing.onAdmitted([verdict.participantId])
          }}
        />
      )}
      {overlay?.kind === 'camera' && (
        <Suspense fallback={null}>
          <CameraDialog
            onClose={close}
            onCode={code => {
              close()
              void desk.scan(code)
            }}
          />
        </Suspense>
      )}
      {overlay?.kind === 'checklist' && <ChecklistDialog acts={desk.acts} onClose={close} />}
      {overlay?.kind === 'people' && (
        <PeopleDrawer
          event={event}
          shown={overlay.shown}
          onChange={shown => open({ kind: 'people', shown })}
          onClose={close}
          onOpen={participantId => {
            close()
            desk.lookUp(participantId)
          }}
        />
      )}
    </div>
  )
}

const SoundSwitch = memo(function SoundSwitch({ isSound, onToggle }: { isSound: boolean; onToggle(): void }) {
  const { t } = useTranslation()
  const label = t(isSound ? 'scanning.sound.off' : 'scanning.sound.on')
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" size="lg" aria-label={label} onClick={onToggle}>
        {isSound ? <IconVolume size={20} /> : <IconVolumeOff size={20} />}
      </ActionIcon>
    </Tooltip>
  )
})

/** What can be done beside typing, at the end of the field. */
const FieldKeys = memo(function FieldKeys({ onCamera, onWalkIn }: { onCamera(): void; onWalkIn(): void }) {
  const { t } = useTranslation()
  return (
    <>
      <Tooltip label={t('scanning.camera.open')}>
        <ActionIcon variant="subtle" size="md" aria-label={t('scanning.camera.open')} onClick={onCamera}>
          <IconCamera size={20} />
        </ActionIcon>
      </Tooltip>
      <Kbd>Enter</Kbd> {t('registration.field.enter')}
      <button type="button" className={classes.fieldKey} onClick={onWalkIn}>
        <Kbd>F2</Kbd> {t('registration.field.new')}
      </button>
    </>
  )
})
