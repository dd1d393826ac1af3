import { Button, Group, Loader, NativeSelect, Tabs, Text, Title } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  IMPORT_VERDICTS,
  IMPORT_WINDOW_MAX,
  type ImportSettings,
  type ImportVerdict,
  type VerdictCounts,
} from '#main/features/participant-import/contract.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { Pill } from '#renderer/ui/Pill.tsx'
import table from '#renderer/ui/table-import/table-import.module.css'
import { DecisionList } from './DecisionList.tsx'
import classes from './import.module.css'
import type { ImportDraft } from './import-draft.ts'
import { Pages, RowTable } from './RowTable.tsx'

interface Props {
  draft: ImportDraft
  fileName: string
  onChange: (draft: ImportDraft) => void
  onExpired: () => void
  onImported: (runId: string) => void
}

/** What was found in the list, row by row, and the decisions that a person has to make before or after importing. */
export function PreviewStep({ draft, fileName, onChange, onExpired, onImported }: Props) {
  const { t } = useTranslation()
  const [verdict, setVerdict] = useState<ImportVerdict | null>(null)
  const [page, setPage] = useState(0)
  const { settings, decisions } = draft
  const actIds = useActIds()
  const shown = verdict ?? 'likelyDouble'
  const input = { settings, verdict: shown, offset: page * IMPORT_WINDOW_MAX, limit: IMPORT_WINDOW_MAX }
  const seen = useQuery(orpc.participantImport.analyse.queryOptions({ input, placeholderData: keepPreviousData }))
  const commit = useMutation(
    orpc.participantImport.commit.mutationOptions({
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
  const { counts, noteCounts, unknownRoles, rows, total } = seen.data
  if (verdict === null) setVerdict(firstToShow(counts))
  const isDeciding = shown === 'likelyDouble' || shown === 'needsLook'
  const made = Object.values(decisions)
  const peopleCount = counts.taken + made.filter(({ choice }) => choice === 'add').length
  const undecided = counts.likelyDouble + counts.needsLook - made.length
  const save = (): void => {
    const chosen = Object.entries(decisions).map(([rowNumber, { choice }]) => ({
      rowNumber: Number(rowNumber),
      choice,
    }))
    const input = { settings, decisions: chosen }
    commit.mutate({ actId: actIds.idFor(input), ...input })
  }
  return (
    <>
      <Summary counts={counts} noteCounts={noteCounts} fileName={fileName} />
      <RoleChoices
        unknown={unknownRoles}
        settings={settings}
        onChange={roleChoices => onChange(withRoles(draft, roleChoices))}
      />
      <Tabs
        value={shown}
        onChange={value => {
          setVerdict(value as ImportVerdict)
          setPage(0)
        }}
      >
        <Tabs.List mb="md">
          {IMPORT_VERDICTS.map(name => (
            <Tabs.Tab key={name} value={name}>
              {t(`participant-import.verdicts.${name}`)} <b className="tabular">{formatNumber(counts[name])}</b>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={shown}>
          {isDeciding && rows.length > 0 ? (
            <DecisionList
              key={shown}
              rows={rows}
              decisions={decisions}
              onDecide={(row, choice) => {
                const { [row.rowNumber]: _before, ...others } = decisions
                onChange({
                  ...draft,
                  decisions: choice === null ? others : { ...others, [row.rowNumber]: { choice, verdict: shown } },
                })
              }}
            />
          ) : (
            <RowTable rows={rows} empty={t(`participant-import.preview.empty.${shown}`)} />
          )}
          <Pages total={total} pageSize={IMPORT_WINDOW_MAX} page={page} onPage={setPage} />
        </Tabs.Panel>
      </Tabs>
      {commit.error && <FailureNote error={commit.error} />}
      <div className={table.foot}>
        <Button variant="default" onClick={() => onChange({ ...draft, step: 'columns' })}>
          {t('participant-import.preview.back')}
        </Button>
        <Group gap="md" wrap="nowrap">
          <Text size="sm" c="dimmed" maw={560} role="status">
            {undecided > 0
              ? t('participant-import.preview.commitUndecided', { count: undecided })
              : t('participant-import.preview.allDecided')}
          </Text>
          <Button loading={commit.isPending} disabled={counts.taken + made.length === 0} onClick={save}>
            {t('participant-import.preview.commit', { people: formatNumber(peopleCount) })}
          </Button>
        </Group>
      </div>
    </>
  )
}

/** A role that is chosen settles rows by itself: what was said about those rows falls away. */
function withRoles(draft: ImportDraft, roleChoices: ImportSettings['roleChoices']): ImportDraft {
  const kept = Object.entries(draft.decisions).filter(([, { verdict }]) => verdict !== 'needsLook')
  return { ...draft, settings: { ...draft.settings, roleChoices }, decisions: Object.fromEntries(kept) }
}

/** What needs a person comes first. */
function firstToShow(counts: VerdictCounts): ImportVerdict {
  if (counts.likelyDouble > 0) return 'likelyDouble'
  return counts.needsLook > 0 ? 'needsLook' : 'taken'
}

function Summary({
  counts,
  noteCounts,
  fileName,
}: {
  counts: VerdictCounts
  noteCounts: Record<string, number>
  fileName: string
}) {
  const { t } = useTranslation()
  const words = Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, formatNumber(count)]))
  return (
    <div>
      <Text fw={700} size="lg" role="status">
        {t('participant-import.preview.summary', words)}
      </Text>
      <Group gap={8} mt={6} mb="md">
        <Text size="sm" c="dimmed">
          {fileName}
        </Text>
        {counts.alreadyImported > 0 && (
          <Pill tone="info">{t('participant-import.preview.alreadyImported', { count: counts.alreadyImported })}</Pill>
        )}
        {Object.entries(noteCounts).map(([code, count]) => (
          <Pill key={code} tone="plain">
            {t('participant-import.preview.noteCount', { words: t(`participant-import.noteKinds.${code}`), count })}
          </Pill>
        ))}
      </Group>
    </div>
  )
}

function RoleChoices({
  unknown,
  settings,
  onChange,
}: {
  unknown: readonly { written: string; rowCount: number }[]
  settings: ImportSettings
  onChange: (choices: ImportSettings['roleChoices']) => void
}) {
  const { t } = useTranslation()
  const roles = useQuery(orpc.participants.roles.list.queryOptions())
  const { roleChoices } = settings
  if (unknown.length === 0) return null
  const active = roles.data?.filter(role => role.archivedAt === null) ?? []
  const choose = (written: string, value: string): void => {
    const others = roleChoices.filter(choice => choice.written !== written)
    onChange(value === '' ? others : [...others, { written, roleId: value === 'create' ? null : value }])
  }
  const valueOf = (written: string): string => {
    const choice = roleChoices.find(other => other.written === written)
    return choice ? (choice.roleId ?? 'create') : ''
  }
  return (
    <section className={table.card} style={{ marginBottom: 14 }}>
      <Title order={2} size="h6" mb="xs">
        {t('participant-import.roles.title')}
      </Title>
      {unknown.map(({ written, rowCount }) => (
        <div key={written} className={classes.roles}>
          <span>
            {t('participant-import.roles.rows', {
              written,
              count: rowCount,
            })}
          </span>
          <NativeSelect
            aria-label={t('participant-import.roles.label', { written })}
            value={valueOf(written)}
            data={[
              { value: '', label: t('participant-import.roles.choose') },
              { value: 'create', label: t('participant-import.roles.create', { written }) },
              ...active.map(role => ({ value: role.id, label: role.name })),
            ]}
            onChange={event => choose(written, event.currentTarget.value)}
          />
        </div>
      ))}
    </section>
  )
}
