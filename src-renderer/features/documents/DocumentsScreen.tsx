import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect } from 'wouter'
import type { PaperRequest } from '#main/features/documents/contract.ts'
import { PAPER_IDS, type PaperId } from '#main/features/documents/settings-rules.ts'
import type { EventSummary } from '#main/features/events/contract.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { BundlePage } from './BundlePage.tsx'
import { DocumentSettingsForm } from './DocumentSettingsForm.tsx'
import classes from './documents.module.css'
import { firstRequest } from './paper-options.ts'
import { PaperActions } from './PaperActions.tsx'
import { PaperList } from './PaperList.tsx'
import { PaperOptions } from './PaperOptions.tsx'
import { PaperPreview } from './PaperPreview.tsx'

/** What papers show is told under the topics of those who keep it. */
const SHOWN_TOPICS = ['participants', 'registration', 'sessions', 'events']
const SETTINGS = 'pengaturan'
const BUNDLE = 'berkas'

/** Papers: the list on the left, the pages in the middle, what can be chosen about them on the right. */
export function DocumentsScreen({ event, page }: { event: EventSummary; page: string | undefined }) {
  const { t } = useTranslation()
  const [requests, setRequests] = useState<Partial<Record<PaperId, PaperRequest>>>({})
  const paper = PAPER_IDS.find(id => id === page)
  if (page !== SETTINGS && page !== BUNDLE && paper === undefined)
    return <Redirect to={`/dokumen/${PAPER_IDS[0]}`} replace />
  return (
    <div className={classes.screen}>
      <section className={classes.left} aria-label={t('documents.list')}>
        <PaperList />
      </section>
      {page === BUNDLE ? (
        <BundlePage />
      ) : paper === undefined ? (
        <DocumentSettingsForm />
      ) : (
        <OnePaper
          key={paper}
          event={event}
          request={requests[paper] ?? firstRequest(paper, event.todayId)}
          onChange={request => setRequests({ ...requests, [paper]: request })}
        />
      )}
    </div>
  )
}

function OnePaper({
  event,
  request,
  onChange,
}: {
  event: EventSummary
  request: PaperRequest
  onChange: (request: PaperRequest) => void
}) {
  const { t } = useTranslation()
  const [frame, setFrame] = useState<Window | null>(null)
  const [pageCount, setPageCount] = useState<number | null>(null)
  const model = useQuery(
    orpc.documents.paper.queryOptions({
      input: request,
      meta: { alsoOn: SHOWN_TOPICS },
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <>
      <section className={classes.middle} aria-label={t('documents.preview')}>
        {model.error ? (
          <FailureNote error={model.error} onRetry={() => void model.refetch()} />
        ) : (
          <PaperPreview model={model.data} onReady={setFrame} onDrawn={setPageCount} />
        )}
      </section>
      <section className={classes.right} aria-label={t('documents.options')}>
        <PaperOptions
          event={event}
          request={request}
          columns={model.data?.kind === 'table' ? model.data.allColumns : []}
          onChange={onChange}
        />
        <PaperActions
          request={request}
          frame={frame}
          model={model.data}
          pageCount={model.isPlaceholderData ? null : pageCount}
        />
      </section>
    </>
  )
}
