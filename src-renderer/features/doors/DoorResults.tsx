import { Kbd } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import type { DeskPerson } from '#main/features/registration/contract.ts'
import { formatTime } from '#renderer/i18n/format.ts'
import own from './lists.module.css'

export const RESULTS_ID = 'door-results'
export const resultId = (participantId: string): string => `door-result-${participantId}`

interface Props {
  event: EventSummary
  hits: readonly DeskPerson[]
  text: string
  chosen: number
  isLoading: boolean
  onPick(hit: DeskPerson): void
}

/** Who may be meant, while somebody types. */
export function DoorResults({ event, hits, text, chosen, isLoading, onPick }: Props) {
  const { t } = useTranslation()
  const chosenId = hits[chosen]?.id
  useEffect(() => {
    if (chosenId !== undefined) document.getElementById(resultId(chosenId))?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])
  return (
    <section className={own.results}>
      <div className={own.resultsHead}>
        <span aria-live="polite">
          {hits.length > 0 ? t('doors.results.found', { count: hits.length }) : isLoading && t('doors.results.search')}
        </span>
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('doors.results.choose')} · <Kbd>Enter</Kbd> {t('doors.results.take')}
        </span>
      </div>
      <div id={RESULTS_ID} role="listbox" aria-label={t('doors.results.label')} className={own.resultList}>
        {hits.map((hit, index) => (
          <button
            type="button"
            key={hit.id}
            id={resultId(hit.id)}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={own.result}
            onMouseDown={pressed => pressed.preventDefault()}
            onClick={() => onPick(hit)}
          >
            <i style={{ background: hit.roleColor }} aria-hidden />
            <span>
              <b>{fullName(hit)}</b>
              <small>{[hit.role, hit.position, hit.delegation || hit.village].filter(Boolean).join(' · ')}</small>
            </span>
            <span className={own.state} data-tone={hit.arrivedAt === null ? 'warn' : 'ok'}>
              {hit.arrivedAt === null
                ? t('doors.results.notArrived')
                : t('doors.results.arrived', { time: formatTime(hit.arrivedAt, event.timeZone) })}
            </span>
          </button>
        ))}
      </div>
      {hits.length === 0 && !isLoading && <p className={own.noResult}>{t('doors.results.none', { text })}</p>}
    </section>
  )
}
