import { Button, Group, Stack } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { ImportUpload } from '#main/features/participant-import/contract.ts'
import { client, orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { ChooseStep } from './ChooseStep.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import classes from './import.module.css'
import { useImportDraft } from './import-draft.ts'
import { PreviewStep } from './PreviewStep.tsx'
import { RunList } from './RunList.tsx'
import { RunReport } from './RunReport.tsx'

const STEPS = ['file', 'columns', 'preview', 'result'] as const
type Step = (typeof STEPS)[number]

/** Bringing a list of participants in, step by step; with a run's id its report. */
export function ImportScreen({ event, runId }: { event: EventSummary; runId?: string | undefined }) {
  const { t } = useTranslation()
  return runId === undefined ? (
    <NewImport event={event} />
  ) : (
    <ImportPage step="result">
      <RunReport key={runId} runId={runId} event={event} />
      <Group gap="xs" mt="lg">
        <Button variant="default" component={Link} href="/peserta/impor">
          {t('participant-import.report.backToRuns')}
        </Button>
      </Group>
    </ImportPage>
  )
}

function ImportPage({ step, children }: { step: Step; children: React.ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>{t('participant-import.title')}</h1>
        <ol className={classes.steps} aria-label={t('participant-import.steps.label')}>
          {STEPS.map((name, index) => (
            <li key={name} className={classes.step} aria-current={name === step ? 'step' : undefined}>
              <span className={classes.stepNumber}>{index + 1}</span>
              {t(`participant-import.steps.${name}`)}
            </li>
          ))}
        </ol>
      </header>
      {children}
    </div>
  )
}

function NewImport({ event }: { event: EventSummary }) {
  const held = useQuery(orpc.participantImport.held.queryOptions())
  const queries = useQueryClient()
  const upload = held.data ?? undefined
  const [draft, setDraft] = useImportDraft(upload?.uploadId)
  const [, navigate] = useLocation()
  const hold = (next: ImportUpload | null): void => {
    queries.setQueryData(orpc.participantImport.held.queryKey(), next)
  }
  const leave = (): void => {
    setDraft(null)
    hold(null)
    void client.participantImport.forget()
  }
  if (held.error) {
    return (
      <ImportPage step="file">
        <FailureNote error={held.error} onRetry={() => void held.refetch()} />
      </ImportPage>
    )
  }
  if (held.data === undefined) return <ImportPage step="file">{null}</ImportPage>
  if (!upload) {
    return (
      <ImportPage step="file">
        <Stack gap={18}>
          <ChooseStep onRead={hold} />
          <RunList event={event} />
        </Stack>
      </ImportPage>
    )
  }
  if (draft?.step === 'preview') {
    return (
      <ImportPage step="preview">
        <PreviewStep
          draft={draft}
          fileName={upload.fileName}
          onChange={setDraft}
          onExpired={leave}
          onImported={runId => {
            leave()
            navigate(`/peserta/impor/${runId}`)
          }}
        />
      </ImportPage>
    )
  }
  return (
    <ImportPage step="columns">
      <ColumnsStep key={upload.uploadId} upload={upload} draft={draft} onChange={setDraft} onLeave={leave} />
    </ImportPage>
  )
}
