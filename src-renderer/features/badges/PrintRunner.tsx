import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { PrintJob } from '#main/features/badges/contract.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { client, isDesktop, orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import classes from './badges.module.css'

/**
 * Prints through the browser what this device has asked for, one job after the other, on whichever screen it is.
 * Only a person sees whether the paper came out, so it asks. The desktop prints by itself and needs none of this.
 */
export function PrintRunner() {
  const jobs = useQuery(orpc.badges.jobs.queryOptions({ enabled: !isDesktop }))
  const [running, setRunning] = useState<PrintJob | null>(null)
  const isTaking = useRef(false)
  const waiting = jobs.data?.findLast(job => job.isOwn && job.target === 'dialog' && job.state === 'queued')
  useEffect(() => {
    if (running || !waiting || isTaking.current) return
    isTaking.current = true
    void take(waiting).then(taken => {
      isTaking.current = false
      if (taken) setRunning(waiting)
    })
  }, [waiting, running])
  return running && <DialogPrint job={running} onDone={() => setRunning(null)} />
}

/** Whether this window has got the job. When the line is down, the list shows it, and its next change tries again. */
function take(job: PrintJob): Promise<boolean> {
  const answer = client.badges.startDialog({ actId: newId(), jobId: job.id })
  return answer.then(
    ({ isMine }) => isMine,
    () => false,
  )
}

function DialogPrint({ job, onDone }: { job: PrintJob; onDone: () => void }) {
  const { t } = useTranslation()
  const acts = useActIds()
  const finish = useMutation(
    orpc.badges.finishDialog.mutationOptions({
      onSuccess: () => {
        acts.done()
        onDone()
      },
    }),
  )
  const frame = useRef<HTMLIFrameElement>(null)
  const page = `./print.html?job=${job.id}`
  const answer = (hasComeOut: boolean): void =>
    finish.mutate({ jobId: job.id, hasComeOut, actId: acts.idFor([job.id, hasComeOut]) })
  const openDialog = async (): Promise<void> => {
    const inside = frame.current?.contentWindow
    await inside?.printPageReady
    inside?.print()
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
            <Anchor href={page} target="_blank">
              {t('badges.dialog.open')}
            </Anchor>
          </Text>
          {finish.error && <FailureNote error={finish.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => answer(false)}>
              {t('badges.dialog.no')}
            </Button>
            <Button data-autofocus loading={finish.isPending} onClick={() => answer(true)}>
              {t('badges.dialog.yes')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
