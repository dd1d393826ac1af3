import { Button, Group, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { RundownRun } from '#main/features/session-import/contract.ts'
import { formatDay, formatNumber, formatTimeWithZone } from '#renderer/i18n/format.ts'
import { offerDownload } from '#renderer/platform/offer-download.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { Pill } from '#renderer/ui/Pill.tsx'
import { ReportFiles } from '#renderer/ui/table-import/ReportFiles.tsx'
import { useReportWords } from '#renderer/ui/table-import/report-words.ts'
import table from '#renderer/ui/table-import/table-import.module.css'
import { SessionRows } from './SessionRows.tsx'

/** Sections of the catalogue whose words go into the report's file. */
const REPORTED = ['notes', 'outcomes']

/** What an import of a rundown did, row by row; it can be taken back as a whole. */
export function RunReport({ runId, event }: { runId: string; event: EventSummary }) {
  const report = useQuery(
    orpc.sessionImport.report.queryOptions({ input: { runId }, meta: { alsoOn: ['sessions', 'undo'] } }),
  )
  if (report.error) return <FailureNote error={report.error} onRetry={() => void report.refetch()} />
  if (!report.data) return null
  const { run, rows } = report.data
  return (
    <>
      <RunHead run={run} event={event} />
      <SessionRows event={event} rows={rows} />
    </>
  )
}

function RunHead({ run, event }: { run: RundownRun; event: EventSummary }) {
  const { t } = useTranslation()
  const wordsOf = useReportWords('session-import', REPORTED)
  const save = useMutation(
    orpc.sessionImport.exportReport.mutationOptions({ onSuccess: ({ file }) => file && offerDownload(file) }),
  )
  const counts = Object.fromEntries(Object.entries(run.counts).map(([key, count]) => [key, formatNumber(count)]))
  const when = {
    date: formatDay(run.at, event.timeZone),
    time: formatTimeWithZone(run.at, event.timeZone),
    device: run.deviceName,
  }
  return (
    <section className={table.card} style={{ marginBottom: 16 }}>
      <Group justify="space-between" align="start" wrap="nowrap">
        <div>
          <Title order={2} size="h4">
            {run.fileName}
          </Title>
          <Text fw={600} mt={4} role="status">
            {t('session-import.report.done', counts)}
          </Text>
          <Text size="sm" c="dimmed">
            {t('table-import.report.by', when)}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap" style={{ flexShrink: 0 }}>
          {run.isUndone ? <Pill tone="warn">{t('session-import.report.undone')}</Pill> : <UndoButton runId={run.id} />}
          <Button component={Link} href="/kehadiran">
            {t('session-import.toSessions')}
          </Button>
        </Group>
      </Group>
      <ReportFiles
        pending={save.isPending ? save.variables.format : null}
        savedAt={save.data?.savedAt ?? null}
        error={save.error}
        hint={t('session-import.report.exportHint')}
        onSave={format => save.mutate({ runId: run.id, format, words: wordsOf() })}
      />
    </section>
  )
}

function UndoButton({ runId }: { runId: string }) {
  const { t } = useTranslation()
  const actIds = useActIds()
  const undo = useMutation(orpc.undo.act.mutationOptions({ onSettled: () => actIds.done() }))
  return (
    <div>
      <Button
        variant="default"
        loading={undo.isPending}
        onClick={() => undo.mutate({ actId: actIds.idFor(runId), targetActId: runId })}
      >
        {t('session-import.report.undo')}
      </Button>
      {undo.error && <FailureNote error={undo.error} />}
    </div>
  )
}
