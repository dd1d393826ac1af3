import { Button, Group } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import { client, orpc } from '#renderer/rpc/client.ts'
import { ImportFlow } from '#renderer/ui/table-import/ImportFlow.tsx'
import { ImportPage } from '#renderer/ui/table-import/ImportPage.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { EarlierRundowns } from './EarlierRundowns.tsx'
import { PreviewStep } from './PreviewStep.tsx'
import type { RundownDraft } from './rundown-draft.ts'
import { RunReport } from './RunReport.tsx'

/** Bringing a rundown in, step by step; with a run's id its report. */
export function RundownScreen({ event, runId }: { event: EventSummary; runId?: string | undefined }) {
  const { t } = useTranslation()
  return runId === undefined ? (
    <NewImport event={event} />
  ) : (
    <ImportPage title={t('session-import.title')} step="result">
      <RunReport key={runId} runId={runId} event={event} />
      <Group gap="xs" mt="lg">
        <Button variant="default" component={Link} href="/kehadiran/impor">
          {t('session-import.report.backToRuns')}
        </Button>
      </Group>
    </ImportPage>
  )
}

function NewImport({ event }: { event: EventSummary }) {
  const { t } = useTranslation()
  const held = useQuery(orpc.sessionImport.held.queryOptions())
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  return (
    <ImportFlow<RundownDraft>
      title={t('session-import.title')}
      intro={t('session-import.intro')}
      storageKey="gelar.import-rundown"
      held={{ data: held.data, error: held.error, onRetry: () => void held.refetch() }}
      onHold={upload => queries.setQueryData(orpc.sessionImport.held.queryKey(), upload)}
      onForget={() => void client.sessionImport.forget()}
      read={(file, signal) => client.sessionImport.upload({ file }, { signal })}
      earlier={<EarlierRundowns event={event} />}
      renderColumns={({ upload, draft, setDraft, leave }) => (
        <ColumnsStep
          key={upload.uploadId}
          event={event}
          upload={upload}
          draft={draft}
          onChange={setDraft}
          onLeave={leave}
        />
      )}
      renderPreview={({ upload, draft, setDraft, leave }) => (
        <PreviewStep
          event={event}
          draft={draft}
          fileName={upload.fileName}
          onChange={setDraft}
          onExpired={leave}
          onImported={runId => {
            leave()
            navigate(`/kehadiran/impor/${runId}`)
          }}
        />
      )}
    />
  )
}
