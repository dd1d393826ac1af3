import { Button, Group } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import { client, orpc } from '#renderer/rpc/client.ts'
import { ImportFlow } from '#renderer/ui/table-import/ImportFlow.tsx'
import { ImportPage } from '#renderer/ui/table-import/ImportPage.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { EarlierImports } from './EarlierImports.tsx'
import type { ImportDraft } from './import-draft.ts'
import { PreviewStep } from './PreviewStep.tsx'
import { RunReport } from './RunReport.tsx'

/** Bringing a list of participants in, step by step; with a run's id its report. */
export function ImportScreen({ event, runId }: { event: EventSummary; runId?: string | undefined }) {
  const { t } = useTranslation()
  return runId === undefined ? (
    <NewImport event={event} />
  ) : (
    <ImportPage title={t('participant-import.title')} step="result">
      <RunReport key={runId} runId={runId} event={event} />
      <Group gap="xs" mt="lg">
        <Button variant="default" component={Link} href="/peserta/impor">
          {t('participant-import.report.backToRuns')}
        </Button>
      </Group>
    </ImportPage>
  )
}

function NewImport({ event }: { event: EventSummary }) {
  const { t } = useTranslation()
  const held = useQuery(orpc.participantImport.held.queryOptions())
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  const isHere = useRef(false)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return (
    <ImportFlow<ImportDraft>
      title={t('participant-import.title')}
      intro={t('participant-import.intro')}
      storageKey="gelar.import"
      held={{ data: held.data, error: held.error, onRetry: () => void held.refetch() }}
      onHold={upload => queries.setQueryData(orpc.participantImport.held.queryKey(), upload)}
      onForget={() => void client.participantImport.forget()}
      read={(file, signal) => client.participantImport.upload({ file }, { signal })}
      earlier={<EarlierImports event={event} />}
      renderColumns={({ upload, draft, setDraft, leave }) => (
        <ColumnsStep key={upload.uploadId} upload={upload} draft={draft} onChange={setDraft} onLeave={leave} />
      )}
      renderPreview={({ upload, draft, setDraft, leave }) => (
        <PreviewStep
          draft={draft}
          fileName={upload.fileName}
          onChange={setDraft}
          onExpired={leave}
          onImported={runId => {
            leave()
            // Who has gone on to something else meanwhile is not pulled back.
            if (isHere.current) navigate(`/peserta/impor/${runId}`)
          }}
        />
      )}
    />
  )
}
