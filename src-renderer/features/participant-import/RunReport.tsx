import { Button, Group, NativeSelect, Text, Title } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import {
  IMPORT_WINDOW_MAX,
  type ImportRow,
  type ImportRun,
  ROW_OUTCOMES,
  type RowChoice,
  type RowOutcome,
} from '#main/features/participant-import/contract.ts'
import { formatDay, formatNumber, formatTimeWithZone } from '#renderer/i18n/format.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { offerDownload } from '#renderer/platform/offer-download.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { ReportFiles } from '#renderer/ui/table-import/ReportFiles.tsx'
import { useReportWords } from '#renderer/ui/table-import/report-words.ts'
import table from '#renderer/ui/table-import/table-import.module.css'
import { DecisionList } from './DecisionList.tsx'
import { Pages, RowTable } from './RowTable.tsx'

/** Sections of the catalogue whose words go into the report's file. */
const REPORTED = ['notes', 'skipReasons', 'doubleReasons', 'outcomes']

const TONES: Partial<Record<RowOutcome, 'ok' | 'warn' | 'info'>> = {
  added: 'ok',
  updated: 'ok',
  filled: 'ok',
  undecided: 'warn',
  already: 'info',
}

/** What an import did, row by row; rows left undecided are decided here, and the report can be taken away. */
export function RunReport({ runId, event }: { runId: string; event: EventSummary }) {
  const { t } = useTranslation()
  const [outcome, setOutcome] = useState<RowOutcome | null>(null)
  const [page, setPage] = useState(0)
  const input = { runId, outcome, offset: page * IMPORT_WINDOW_MAX, limit: IMPORT_WINDOW_MAX }
  const report = useQuery(orpc.participantImport.report.queryOptions({ input, placeholderData: keepPreviousData }))
  if (report.error) return <FailureNote error={report.error} onRetry={() => void report.refetch()} />
  if (!report.data) return null
  const { run, rows, total } = report.data
  return (
    <>
      <RunHead run={run} event={event} />
      {run.counts.undecided > 0 && <OpenRows runId={runId} count={run.counts.undecided} />}
      <Group mb="sm">
        <NativeSelect
          aria-label={t('participant-import.preview.reason')}
          value={outcome ?? ''}
          data={[
            { value: '', label: t('participant-import.report.all') },
            ...ROW_OUTCOMES.map(name => ({ value: name, label: t(`participant-import.outcomes.${name}`) })),
          ]}
          onChange={change => {
            setOutcome((change.currentTarget.value || null) as RowOutcome | null)
            setPage(0)
          }}
        />
        <Text size="sm" c="dimmed" className="tabular">
          {t('participant-import.report.rows', { count: total, shown: formatNumber(total) })}
        </Text>
      </Group>
      <RowTable
        rows={rows}
        empty="–"
        stateOf={row => ({
          tone: TONES[row.outcome] ?? 'plain',
          words: t(`participant-import.outcomes.${row.outcome}`),
        })}
      />
      <Pages total={total} pageSize={IMPORT_WINDOW_MAX} page={page} onPage={setPage} />
    </>
  )
}

function RunHead({ run, event }: { run: ImportRun; event: EventSummary }) {
  const { t } = useTranslation()
  const wordsOf = useReportWords('participant-import', REPORTED)
  const save = useMutation(
    orpc.participantImport.exportReport.mutationOptions({ onSuccess: ({ file }) => file && offerDownload(file) }),
  )
  const counts = Object.fromEntries(Object.entries(run.counts).map(([key, count]) => [key, formatNumber(count)]))
  return (
    <section className={table.card} style={{ marginBottom: 16 }}>
      <Group justify="space-between" align="start" wrap="nowrap">
        <div>
          <Title order={2} size="h4">
            {run.fileName}
          </Title>
          <Text fw={600} mt={4} role="status">
            {t('participant-import.report.done', counts)}
            {run.counts.changed > 0 && ` · ${t('participant-import.report.changed', { count: run.counts.changed })}`}
            {run.counts.already > 0 &&
              ` · ${t('participant-import.preview.alreadyImported', { count: run.counts.already })}`}
          </Text>
          <Text size="sm" c="dimmed">
            {t('table-import.report.by', {
              date: formatDay(run.at, event.timeZone),
              time: formatTimeWithZone(run.at, event.timeZone),
              device: run.deviceName,
            })}
          </Text>
        </div>
        <Button component={Link} href="/peserta" style={{ flexShrink: 0 }}>
          {t('participant-import.toPeople')}
        </Button>
      </Group>
      <ReportFiles
        pending={save.isPending ? save.variables.format : null}
        savedAt={save.data?.savedAt ?? null}
        error={save.error}
        hint={t('participant-import.report.exportHint')}
        onSave={format => save.mutate({ runId: run.id, format, words: wordsOf() })}
      />
    </section>
  )
}

const NOTHING = {}

function OpenRows({ runId, count }: { runId: string; count: number }) {
  const { t } = useTranslation()
  const actIds = useActIds()
  const input = { runId, outcome: 'undecided' as const, offset: 0, limit: IMPORT_WINDOW_MAX }
  const open = useQuery(orpc.participantImport.report.queryOptions({ input, placeholderData: keepPreviousData }))
  const decide = useMutation(orpc.participantImport.decideRow.mutationOptions({ onSettled: () => actIds.done() }))
  const send = (row: ImportRow, choice: RowChoice | null): void => {
    if (choice === null || decide.isPending) return
    const decision = { runId, rowNumber: row.rowNumber, choice }
    decide.mutate({ actId: actIds.idFor(decision), ...decision })
  }
  return (
    <section style={{ marginBottom: 18 }}>
      <Title order={2} size="h5" mb="xs">
        {t('participant-import.report.undecidedTitle', { count })}
      </Title>
      {decide.error && <FailureNote error={decide.error} />}
      {open.data && <DecisionList rows={open.data.rows} decisions={NOTHING} onDecide={send} />}
    </section>
  )
}
