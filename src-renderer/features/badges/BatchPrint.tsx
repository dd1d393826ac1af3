import { Button, Checkbox, Group, Modal, SegmentedControl, Select, Stack, Text, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  ARRIVAL_FILTERS,
  type BadgeFilter,
  type BadgeLayout,
  type PrintAnswer,
} from '#main/features/badges/contract.ts'
import { NO_DELEGATION } from '#main/features/participants/contract.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import classes from './badges.module.css'
import { usePrintTargets } from './use-print-targets.ts'

const EVERYBODY: BadgeFilter = { roleId: null, delegationId: null, isNotYetPrinted: true, arrival: 'all' }
type Question = Extract<PrintAnswer, { status: 'needs-confirmation' }>

/** Prints many badges at once: whose, in which layout, where. Asks before anything comes out twice. */
export function BatchPrint({
  layouts,
  layoutId,
  isDraft,
}: {
  layouts: readonly BadgeLayout[]
  layoutId: string
  isDraft: boolean
}) {
  const { t } = useTranslation()
  const acts = useActIds()
  const targets = usePrintTargets()
  const [filter, setFilter] = useState(EVERYBODY)
  const [question, setQuestion] = useState<Question | null>(null)
  // Who has arrived is told under the desk's topic.
  const count = useQuery(orpc.badges.count.queryOptions({ input: filter, meta: { alsoOn: ['registration'] } }))
  const print = useMutation(
    orpc.badges.print.mutationOptions({
      onSuccess: answer => {
        if (answer.status !== 'needs-confirmation') acts.done()
        setQuestion(answer.status === 'needs-confirmation' ? answer : null)
      },
    }),
  )
  const send = (isReprintConfirmed: boolean): void => {
    const input = { recipients: { filter }, layoutId, ...targets.choice, isReprintConfirmed }
    print.mutate({ ...input, actId: acts.idFor(input) })
  }
  const badgeCount = count.data?.badgeCount ?? 0
  return (
    <div>
      <Title order={2} size="h4" mb="sm">
        {t('badges.print.title')}
      </Title>
      <Stack gap="sm">
        <Filters filter={filter} onChange={setFilter} />
        <Select
          label={t('badges.print.target')}
          data={targets.options}
          value={targets.value}
          allowDeselect={false}
          onChange={value => value && targets.choose(value)}
        />
        <Group gap="xs" align="baseline">
          <span className={classes.count} data-testid="badge-count">
            {formatNumber(badgeCount)}
          </span>
          <Text size="sm" c="dimmed" flex={1}>
            {t('badges.print.count', { layout: layouts.find(layout => layout.id === layoutId)?.name })}
            {(count.data?.printedBeforeCount ?? 0) > 0 &&
              ` · ${t('badges.print.printedBefore', { count: formatNumber(count.data?.printedBeforeCount ?? 0) })}`}
          </Text>
        </Group>
        {isDraft && (
          <Text size="sm" c="var(--warn-ink)">
            {t('badges.print.draft')}
          </Text>
        )}
        {print.error && <FailureNote error={print.error} />}
        <Button
          leftSection={<IconPrinter size={18} />}
          loading={print.isPending}
          disabled={badgeCount === 0}
          onClick={() => send(false)}
        >
          {t('badges.print.go', { count: badgeCount, shown: formatNumber(badgeCount) })}
        </Button>
        {badgeCount === 0 && count.data && (
          <Text size="sm" c="dimmed">
            {t(count.data.printedBeforeCount > 0 ? 'badges.print.allPrinted' : 'badges.print.nobody')}
          </Text>
        )}
      </Stack>
      <Modal
        opened={question !== null}
        onClose={() => setQuestion(null)}
        title={t('badges.again.title')}
        centered
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {question && (
          <ReprintQuestion question={question} onAnswer={isYes => (isYes ? send(true) : setQuestion(null))} />
        )}
      </Modal>
    </div>
  )
}

function Filters({ filter, onChange }: { filter: BadgeFilter; onChange: (filter: BadgeFilter) => void }) {
  const { t } = useTranslation()
  const roles = useQuery(orpc.participants.roles.list.queryOptions())
  const delegations = useQuery(orpc.participants.delegations.list.queryOptions())
  const change = (changed: Partial<BadgeFilter>): void => onChange({ ...filter, ...changed })
  const active = (delegations.data ?? []).filter(({ archivedAt }) => archivedAt === null)
  return (
    <>
      <Select
        label={t('badges.print.role')}
        placeholder={t('badges.print.everyRole')}
        clearable
        data={(roles.data ?? [])
          .filter(({ archivedAt }) => archivedAt === null)
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.roleId}
        onChange={roleId => change({ roleId })}
      />
      {active.length > 0 && (
        <Select
          label={t('badges.print.delegation')}
          placeholder={t('badges.print.everyDelegation')}
          clearable
          searchable
          data={[
            ...active.map(({ id, name }) => ({ value: id, label: name })),
            { value: NO_DELEGATION, label: t('badges.print.noDelegation') },
          ]}
          value={filter.delegationId}
          onChange={delegationId => change({ delegationId })}
        />
      )}
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('badges.print.arrival')}
        value={filter.arrival}
        onChange={arrival => change({ arrival })}
        data={ARRIVAL_FILTERS.map(value => ({ value, label: t(`badges.arrival.${value}`) }))}
      />
      <Checkbox
        label={t('badges.print.notYetPrinted')}
        checked={filter.isNotYetPrinted}
        onChange={changed => change({ isNotYetPrinted: changed.currentTarget.checked })}
      />
    </>
  )
}

function ReprintQuestion({ question, onAnswer }: { question: Question; onAnswer: (isYes: boolean) => void }) {
  const { t } = useTranslation()
  const more = question.printedBeforeCount - question.people.length
  return (
    <Stack gap="sm">
      <Text size="sm">
        {t('badges.again.text', {
          count: formatNumber(question.printedBeforeCount),
          all: formatNumber(question.badgeCount),
        })}
      </Text>
      <ul className={classes.jobs}>
        {question.people.map(person => (
          <li key={person.participantId} className={classes.jobHead}>
            <span className={classes.jobTitle}>{person.name}</span>
            <span className={classes.jobDetail}>
              {person.isWaiting ? t('badges.again.waiting') : t('badges.again.printed', { count: person.printCount })}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Text size="sm" c="dimmed">
          {t('badges.again.more', { count: formatNumber(more) })}
        </Text>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => onAnswer(false)}>
          {t('common.cancel')}
        </Button>
        <Button data-autofocus onClick={() => onAnswer(true)}>
          {t('badges.again.go')}
        </Button>
      </Group>
    </Stack>
  )
}
