import { Button, Group, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PrintJob } from '#main/features/badges/contract.ts'
import { formatNumber, formatTime } from '#renderer/i18n/format.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { isDesktop, orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { Pill } from '#renderer/ui/Pill.tsx'
import classes from './badges.module.css'
import { usePrintTargets } from './use-print-targets.ts'

/** The prints of this event with their states; what failed can be tried again, also elsewhere. */
export function PrintJobs({ timeZone }: { timeZone: string }) {
  const { t } = useTranslation()
  const jobs = useQuery(orpc.badges.jobs.queryOptions())
  return (
    <div>
      <Title order={2} size="h4" mb="xs">
        {t('badges.jobs.title')}
      </Title>
      {jobs.error && <FailureNote error={jobs.error} onRetry={() => void jobs.refetch()} />}
      {jobs.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('badges.jobs.empty')}
        </Text>
      )}
      <ul className={classes.jobs} aria-live="polite">
        {(jobs.data ?? []).map(job => (
          <JobLine key={job.id} job={job} timeZone={timeZone} />
        ))}
      </ul>
    </div>
  )
}

const TONES = { queued: 'info', printing: 'info', done: 'ok', failed: 'bad', cancelled: 'plain' } as const

function JobLine({ job, timeZone }: { job: PrintJob; timeZone: string }) {
  const { t } = useTranslation()
  const words = useReason(job)
  const title =
    job.personName ?? t('badges.jobs.badges', { count: job.badgeCount, shown: formatNumber(job.badgeCount) })
  // While this window prints it, its question lies over the list; seen here, the window that took it is gone.
  const isLeftBehind = job.state === 'printing' && job.target === 'dialog' && job.isOwn
  const where = job.target === 'dialog' ? job.deviceName : job.printer || t('badges.jobs.standardPrinter')
  return (
    <li className={classes.job} data-state={job.state}>
      <div className={classes.jobHead}>
        <span className={classes.jobTitle}>{title}</span>
        <Pill tone={TONES[job.state]}>{t(`badges.state.${job.state}`)}</Pill>
      </div>
      <div className={classes.jobDetail}>
        {formatTime(job.updatedAt, timeZone)} · {job.layoutName} · {where}
      </div>
      {words && (
        <Text size="sm" c="var(--bad-ink)">
          {words}
        </Text>
      )}
      {(job.state === 'failed' || job.state === 'queued' || isLeftBehind) && <JobActs job={job} />}
    </li>
  )
}

/** Our own reasons have words; a printer's are shown as it gave them. */
function useReason(job: PrintJob): string {
  const { t, i18n } = useTranslation()
  if (job.state !== 'failed') return ''
  const key = `badges.reasons.${job.reason}`
  return i18n.exists(key) ? t(key) : t('badges.reasons.other', { reason: job.reason })
}

function JobActs({ job }: { job: PrintJob }) {
  const { t } = useTranslation()
  const acts = useActIds()
  const targets = usePrintTargets()
  const settled = { onSuccess: () => acts.done() }
  const retry = useMutation(orpc.badges.retry.mutationOptions(settled))
  const cancel = useMutation(orpc.badges.cancel.mutationOptions(settled))
  const here = targets.choice
  const isSame = here.target === job.target && (here.printer ?? '') === job.printer
  const elsewhere = here.target === 'pdf' || isSame ? null : { target: here.target, printer: here.printer ?? '' }
  const again = (input: { target?: 'printer' | 'dialog'; printer?: string }): void =>
    retry.mutate({ jobId: job.id, ...input, actId: acts.idFor([job.id, job.updatedAt, input]) })
  // The browser that it waits for may be gone for good, as after a restart.
  const isElsewhere = job.target === 'dialog' && !job.isOwn && !isDesktop
  const error = retry.error ?? cancel.error
  return (
    <>
      <Group gap={6} mt={6}>
        {(job.state !== 'queued' || isElsewhere) && (
          <Button size="compact-sm" variant="default" loading={retry.isPending} onClick={() => again({})}>
            {t('common.retry')}
          </Button>
        )}
        {job.state === 'failed' && elsewhere && (
          <Button size="compact-sm" variant="default" onClick={() => again(elsewhere)}>
            {t('badges.jobs.elsewhere', {
              printer: targets.options.find(({ value }) => value === targets.value)?.label,
            })}
          </Button>
        )}
        {job.state !== 'printing' && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => cancel.mutate({ jobId: job.id, actId: acts.idFor([job.id, job.updatedAt, 'cancel']) })}
          >
            {t('badges.jobs.cancel')}
          </Button>
        )}
      </Group>
      {error && <FailureNote error={error} />}
    </>
  )
}
