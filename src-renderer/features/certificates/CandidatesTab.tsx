import { Button, SegmentedControl, Select, Text, TextInput } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CANDIDATE_STATES, type CandidateFilter, type CandidateState } from '#main/features/certificates/contract.ts'
import { NO_DELEGATION } from '#main/features/participants/contract.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { CandidateTable } from './CandidateTable.tsx'
import classes from './certificates.module.css'
import { PrintButtons } from './PrintButtons.tsx'

/** Who has earned a certificate follows from what these keep. */
const SHOWN_TOPICS = ['participants', 'registration', 'sessions', 'documents']
const EVERYBODY: CandidateFilter = { roleId: null, delegationId: null, text: '' }

/** Those whose role gets a certificate: what they have attended, why some get none, and giving the others their numbers. */
export function CandidatesTab() {
  const { t } = useTranslation()
  const acts = useActIds()
  const [filter, setFilter] = useState(EVERYBODY)
  const [state, setState] = useState<CandidateState | null>(null)
  const list = useQuery(
    orpc.certificates.candidates.queryOptions({
      input: { ...filter, state },
      meta: { alsoOn: SHOWN_TOPICS },
      placeholderData: keepPreviousData,
    }),
  )
  const issue = useMutation(orpc.certificates.issue.mutationOptions({ onSuccess: () => acts.done() }))
  const readyCount = list.data?.counts.ready ?? 0
  return (
    <>
      <div className={classes.tools}>
        <Filters filter={filter} onChange={setFilter} />
        <Button
          disabled={readyCount === 0}
          loading={issue.isPending}
          onClick={() => issue.mutate({ actId: acts.idFor([filter, readyCount]), recipients: { filter } })}
        >
          {t('certificates.issue', { count: readyCount, shown: formatNumber(readyCount) })}
        </Button>
      </div>
      {issue.error && <FailureNote error={issue.error} />}
      {issue.data && issue.data.issuedCount > 0 && (
        <div className={`${classes.note} ${classes.tools}`}>
          <Text size="sm" role="status">
            {t('certificates.issued', {
              count: issue.data.issuedCount,
              first: issue.data.firstNumber,
              last: issue.data.lastNumber,
              withheld: formatNumber(issue.data.withheldCount),
            })}
          </Text>
          <PrintButtons sequences={issue.data.sequences} />
        </div>
      )}
      <SegmentedControl
        aria-label={t('certificates.state')}
        value={state ?? 'all'}
        onChange={value => setState(CANDIDATE_STATES.find(known => known === value) ?? null)}
        data={[
          { value: 'all', label: t('certificates.states.all') },
          ...CANDIDATE_STATES.map(value => ({
            value,
            label: `${t(`certificates.states.${value}`)} · ${formatNumber(list.data?.counts[value] ?? 0)}`,
          })),
        ]}
      />
      {list.data && !list.data.isOver && (
        <Text size="sm" c="var(--warn-ink)">
          {t('certificates.notOver')}
        </Text>
      )}
      {list.error ? (
        <FailureNote error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        list.data && <CandidateTable rows={list.data.rows} total={list.data.total} />
      )}
    </>
  )
}

function Filters({ filter, onChange }: { filter: CandidateFilter; onChange: (filter: CandidateFilter) => void }) {
  const { t } = useTranslation()
  const roles = useQuery(orpc.participants.roles.list.queryOptions())
  const delegations = useQuery(orpc.participants.delegations.list.queryOptions())
  const inUse = <Item extends { id: string; name: string; archivedAt: number | null }>(
    items: readonly Item[] | undefined,
  ): { value: string; label: string }[] =>
    (items ?? []).filter(({ archivedAt }) => archivedAt === null).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className={classes.filters}>
      <TextInput
        label={t('common.search')}
        placeholder={t('certificates.searchExample')}
        value={filter.text}
        onChange={typed => onChange({ ...filter, text: typed.currentTarget.value })}
      />
      <Select
        label={t('certificates.role')}
        placeholder={t('certificates.everyRole')}
        clearable
        data={inUse(roles.data)}
        value={filter.roleId}
        onChange={roleId => onChange({ ...filter, roleId })}
      />
      <Select
        label={t('certificates.delegation')}
        placeholder={t('certificates.everyDelegation')}
        clearable
        searchable
        data={[...inUse(delegations.data), { value: NO_DELEGATION, label: t('certificates.noDelegation') }]}
        value={filter.delegationId}
        onChange={delegationId => onChange({ ...filter, delegationId })}
      />
    </div>
  )
}
