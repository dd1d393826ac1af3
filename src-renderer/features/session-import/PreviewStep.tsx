import { Button, Group, Loader, Tabs, Text } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventSummary } from '#main/features/events/contract.ts'
import type { RundownRow } from '#main/features/session-import/contract.ts'
import { COUNTED_FROM_MINUTES } from '#main/features/session-import/kind-rules.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import table from '#renderer/ui/table-import/table-import.module.css'
import { makeControls } from './RowControls.tsx'
import { type RundownDraft, withWord } from './rundown-draft.ts'
import { SessionRows } from './SessionRows.tsx'

interface Props {
  event: EventSummary
  draft: RundownDraft
  fileName: string
  onChange: (draft: RundownDraft) => void
  onExpired: () => void
  onImported: (runId: string) => void
}

const VIEWS = ['all', 'needsLook'] as const
type View = (typeof VIEWS)[number]

/** Each row as the session it becomes, with what needs a look; what is missing can be said here. */
export function PreviewStep({ event, draft, fileName, onChange, onExpired, onImported }: Props) {
  const { t } = useTranslation()
  const [view, setView] = useState<View>('all')
  const actIds = useActIds()
  const input = { settings: draft.settings, decisions: Object.values(draft.decisions) }
  const seen = useQuery(
    orpc.sessionImport.preview.queryOptions({
      input,
      placeholderData: keepPreviousData,
      meta: { alsoOn: ['sessions', 'events'] },
    }),
  )
  const commit = useMutation(
    orpc.sessionImport.commit.mutationOptions({
      onSuccess: ({ runId }) => {
        actIds.done()
        onImported(runId)
      },
    }),
  )
  if (seen.error) {
    return (
      <>
        <FailureNote error={seen.error} onRetry={() => void seen.refetch()} />
        <Button mt="md" variant="default" onClick={onExpired}>
          {t('table-import.columns.other')}
        </Button>
      </>
    )
  }
  if (!seen.data) return <Loader aria-label={t('table-import.steps.preview')} />
  const { counts, rows, rooms, untouched } = seen.data
  const shown = view === 'all' ? rows : rows.filter(row => isWaiting(row) || draft.decisions[row.rowNumber])
  const controls = makeControls({
    event,
    rooms,
    draft,
    onSay: (rowNumber, word) => onChange(withWord(draft, rowNumber, word)),
  })
  const writes = counts.new + counts.changed
  return (
    <>
      <Text fw={700} size="lg" role="status">
        {t('session-import.preview.summary', inWords(counts))}
      </Text>
      <Text size="sm" c="dimmed" mb="xs">
        {fileName} · {t('session-import.preview.countedRule', { minutes: COUNTED_FROM_MINUTES })}
      </Text>
      {untouched.length > 0 && (
        <Text size="sm" mb="xs">
          {t('session-import.preview.untouched', { count: untouched.length, titles: untouched.slice(0, 5).join('; ') })}
        </Text>
      )}
      <Suggestions rows={rows} draft={draft} onChange={onChange} />
      <Tabs value={view} onChange={value => setView(value as View)}>
        <Tabs.List mb="md">
          {VIEWS.map(name => (
            <Tabs.Tab key={name} value={name}>
              {t(`session-import.preview.views.${name}`)}{' '}
              <b className="tabular">{formatNumber(name === 'all' ? rows.length : counts.needsLook)}</b>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={view}>
          <SessionRows event={event} rows={shown} controls={controls} />
        </Tabs.Panel>
      </Tabs>
      {commit.error && <FailureNote error={commit.error} />}
      <div className={table.foot}>
        <Button variant="default" onClick={() => onChange({ ...draft, step: 'columns' })}>
          {t('session-import.preview.back')}
        </Button>
        <Group gap="md" wrap="nowrap">
          <Text size="sm" c="dimmed" maw={560}>
            {counts.needsLook > 0 && t('session-import.preview.waiting', { count: counts.needsLook })}
          </Text>
          <Button
            loading={commit.isPending}
            disabled={writes === 0 || seen.isPlaceholderData}
            onClick={() => commit.mutate({ actId: actIds.idFor(input), ...input })}
          >
            {t('session-import.preview.commit', { sessions: formatNumber(writes) })}
          </Button>
        </Group>
      </div>
    </>
  )
}

const isWaiting = ({ state }: RundownRow): boolean => state === 'needsLook'

const inWords = (counts: Record<string, number>): Record<string, string> =>
  Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, formatNumber(count)]))

/** Ends that the rows themselves suggest are taken over only by somebody's word. */
function Suggestions(props: {
  rows: readonly RundownRow[]
  draft: RundownDraft
  onChange: (draft: RundownDraft) => void
}) {
  const { t } = useTranslation()
  const suggested = props.rows.filter(row => row.suggestedEnd !== null)
  if (suggested.length < 2) return null
  const takeAll = (): void =>
    props.onChange(
      suggested.reduce((draft, row) => withWord(draft, row.rowNumber, { endMinute: row.suggestedEnd }), props.draft),
    )
  return (
    <Button size="xs" variant="default" mb="sm" onClick={takeAll}>
      {t('session-import.preview.takeSuggested', { count: suggested.length })}
    </Button>
  )
}
