import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { INTERRUPTED, type PrintJob } from '#main/features/badges/contract.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { client, isDesktop, orpc } from '#renderer/rpc/client.ts'
import { toFailure } from '#renderer/ui/failure.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import classes from './badges.module.css'

/**
 * Prints through the browser what this device has asked for, one job after the other, on whichever screen it is.
 * Only a person sees whether the paper came out, so it asks. The desktop prints by itself and needs none of this.
 */
export function PrintRunner() {
  const jobs = useQuery(orpc.badges.jobs.queryOptions({ enabled: !isDesktop }))
  const [running, setRunning] = useState<PrintJob | null>(null)
  // From before the job is taken until its question is answered: state alone would lag behind and let a second job in between.
  const isBusy = useRef(false)
  // Each list is tried once; the next one is another try, also when the same job stands in it.
  const triedListOf = useRef(0)
  const { data, dataUpdatedAt, refetch } = jobs
  const waiting = data?.findLast(job => job.isOwn && job.target === 'dialog' && job.state === 'queued')
  useEffect(() => {
    if (running || !waiting || isBusy.current || triedListOf.current === dataUpdatedAt) return
    isBusy.current = true
    triedListOf.current = dataUpdatedAt
    void take(waiting).then(answer => {
      isBusy.current = answer === 'mine'
      if (answer === 'mine') setRunning(waiting)
      // The list was old; what has come into it meanwhile was passed over.
      if (answer === 'gone') void refetch()
    })
  }, [waiting, running, dataUpdatedAt, refetch])
  if (!running) return null
  const done = (): void => {
    isBusy.current = false
    setRunning(null)
  }
  return <DialogPrint key={running.id} job={running} now={data?.find(({ id }) => id === running.id)} onDone={done} />
}

/** Whether this window has got the job. When the line is down, the next list tries again. */
function take(job: PrintJob): Promise<'mine' | 'gone' | 'unknown'> {
  const answer = client.badges.startDialog({ actId: newId(), jobId: job.id })
  return answer.then(
    ({ isMine }) => (isMine ? 'mine' : 'gone'),
    () => 'unknown',
  )
}

/** Whether nothing is left to be asked: answered in another window, or the answer that this one sent has arrived after all. */
function isOver({ state, reason }: PrintJob): boolean {
  return state === 'done' || state === 'cancelled' || (state === 'failed' && reason !== INTERRUPTED)
}

/** `job` as it was taken, `now` as the list has it. */
function DialogPrint({ job, now, onDone }: { job: PrintJob; now: PrintJob | undefined; onDone: () => void }) {
  const { t } = useTranslation()
  const acts = useActIds()
  const finish = useMutation(
    orpc.badges.finishDialog.mutationOptions({
      onSuccess: () => {
        acts.done()
        onDone()
      },
      // Past this step: no answer would be taken any more.
      onError: error => {
        if (toFailure(error).code === 'RULE') onDone()
      },
    }),
  )
  const isAnswered = now !== undefined && isOver(now)
  const leave = useEffectEvent(onDone)
  useEffect(() => {
    if (isAnswered) leave()
  }, [isAnswered])
  const frame = useRef<HTMLIFrameElement>(null)
  const page = `./print.html?job=${job.id}`
  const answer = (hasComeOut: boolean): void =>
    finish.mutate({ jobId: job.id, hasComeOut, actId: acts.idFor([job.id, hasComeOut]) })
  // While the browser's dialog opens, the browser throws clicks and keys away: an answer before that would be lost.
  const [hasOpened, setOpened] = useState(false)
  const openDialog = async (): Promise<void> => {
    const inside = frame.current?.contentWindow
    try {
      await inside?.printPageReady
      inside?.print()
    } catch {
      // The page could not be drawn. The question says how to open it by hand, and may be answered with no.
    }
    setOpened(true)
  }
  return (
    <>
      {/* eslint-disable-next-line react/iframe-missing-sandbox -- our own page from our own origin: a sandbox that lets it print would hold nothing */}
      <iframe
        ref={frame}
        className={classes.printFrame}
        title={t('badges.dialog.page')}
        src={page}
        onLoad={() => void openDialog()}
      />
      <Modal
        opened
        onClose={() => answer(false)}
        closeOnClickOutside={false}
        withCloseButton={false}
        title={t('badges.dialog.title')}
        centered
      >
        <Stack gap="sm">
          <Text size="sm">
            {t('badges.dialog.text', {
              what:
                job.personName ??
                t('badges.jobs.badges', { count: job.badgeCount, shown: formatNumber(job.badgeCount) }),
            })}
          </Text>
          <Text size="sm" c="dimmed">
            {t('badges.dialog.hint')}{' '}
            <Anchor href={page} target="_blank" onClick={() => setOpened(true)}>
              {t('badges.dialog.open')}
            </Anchor>
          </Text>
          {finish.error && <FailureNote error={finish.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => answer(false)}>
              {t('badges.dialog.no')}
            </Button>
            <Button
              key={hasOpened ? 'opened' : 'opening'}
              autoFocus={hasOpened}
              loading={!hasOpened || finish.isPending}
              onClick={() => answer(true)}
            >
              {t('badges.dialog.yes')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
