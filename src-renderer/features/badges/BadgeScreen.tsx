import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BadgeLayout } from '#main/features/badges/contract.ts'
import type { EventSummary } from '#main/features/events/contract.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { BadgePreview } from './BadgePreview.tsx'
import { BatchPrint } from './BatchPrint.tsx'
import classes from './badges.module.css'
import { LayoutEditor } from './LayoutEditor.tsx'
import { LayoutList } from './LayoutList.tsx'
import { PrintJobs } from './PrintJobs.tsx'

/** Badges: how they look on the left and in the middle, printing them on the right. */
export function BadgeScreen({ event }: { event: EventSummary }) {
  const { t } = useTranslation()
  const layouts = useQuery(orpc.badges.layouts.list.queryOptions())
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [drafts, setDrafts] = useState<Readonly<Record<string, BadgeLayout>>>({})
  const saved = layouts.data?.find(layout => layout.id === chosenId) ?? layouts.data?.[0]
  if (layouts.error) return <FailureNote error={layouts.error} onRetry={() => void layouts.refetch()} />
  if (!layouts.data || !saved) return null
  const draft = drafts[saved.id] ?? saved
  const change = (changed: BadgeLayout): void => setDrafts({ ...drafts, [saved.id]: changed })
  const forget = (): void => {
    const { [saved.id]: _forgotten, ...others } = drafts
    setDrafts(others)
  }
  return (
    <div className={classes.screen}>
      <section className={`${classes.side} ${classes.left}`} aria-label={t('badges.layouts.title')}>
        <LayoutList layouts={layouts.data} chosen={saved} onChoose={setChosenId} />
        <LayoutEditor key={saved.id} saved={saved} draft={draft} onChange={change} onSettled={forget} />
      </section>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and without a mouse only what has the focus can be scrolled (WCAG 2.1.1) */}
      <section className={classes.stage} aria-label={t('badges.preview.title')} tabIndex={0}>
        <BadgePreview definition={draft.definition} />
      </section>
      <section className={`${classes.side} ${classes.right}`} aria-label={t('badges.print.title')}>
        <BatchPrint layouts={layouts.data} layoutId={saved.id} isDraft={drafts[saved.id] !== undefined} />
        <PrintJobs timeZone={event.timeZone} />
      </section>
    </div>
  )
}
