import { Button, Kbd } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { DeskPerson } from '#main/features/registration/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { formatTime } from '#renderer/i18n/format.ts'
import { placeOf } from './place.ts'
import classes from './registration.module.css'

export const RESULTS_ID = 'desk-results'
export const resultId = (participantId: string): string => `desk-result-${participantId}`

interface Props {
  event: EventSummary
  hits: readonly DeskPerson[]
  text: string
  chosen: number
  isLoading: boolean
  onPick(hit: DeskPerson): void
  onWalkIn(): void
}

/** Who may be meant, while somebody types. */
export function Results({ event, hits, text, chosen, isLoading, onPick, onWalkIn }: Props) {
  const { t } = useTranslation()
  const chosenId = hits[chosen]?.id
  useEffect(() => {
    if (chosenId !== undefined) document.getElementById(resultId(chosenId))?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])
  return (
    <section className={classes.results}>
      <div className={classes.resultsHead}>
        <span aria-live="polite">
          {hits.length > 0 ? t('registration.results.found', { count: hits.length }) : t('registration.results.search')}
        </span>
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('registration.results.choose')} · <Kbd>Enter</Kbd>{' '}
          {t('registration.field.enter')}
        </span>
      </div>
      <div id={RESULTS_ID} role="listbox" aria-label={t('registration.results.label')} className={classes.resultList}>
        {hits.map((hit, index) => (
          <button
            type="button"
            key={hit.id}
            id={resultId(hit.id)}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={classes.result}
            onMouseDown={pressed => pressed.preventDefault()}
            onClick={() => onPick(hit)}
          >
            <span className={classes.resultDot} style={{ background: hit.roleColor }} aria-hidden />
            <span className={classes.resultText}>
              <b>{fullName(hit)}</b>
              <small>{[hit.role, hit.position, ...placeOf(hit)].filter(Boolean).join(' · ')}</small>
            </span>
            <State event={event} hit={hit} />
          </button>
        ))}
      </div>
      {hits.length === 0 && !isLoading && (
        <div className={classes.noResult}>
          <p>{t('registration.results.none', { text })}</p>
          <p className={classes.dim}>{t('registration.results.noneHint')}</p>
          <Button variant="light" onClick={onWalkIn} rightSection={<Kbd>F2</Kbd>}>
            {t('registration.walkIn.open')}
          </Button>
        </div>
      )}
    </section>
  )
}

function State({ event, hit }: { event: EventSummary; hit: DeskPerson }) {
  const { t } = useTranslation()
  if (hit.arrivedAt === null) return <span className={classes.state}>{t('registration.state.missing')}</span>
  return (
    <span className={classes.state} data-tone="ok">
      {t('registration.state.arrived', { time: formatTime(hit.arrivedAt, event.timeZone) })}
    </span>
  )
}
