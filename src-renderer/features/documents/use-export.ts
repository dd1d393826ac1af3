import { notifications } from '@mantine/notifications'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportProgress } from '#main/features/exports/contract.ts'
import { offerDownload } from '#renderer/platform/offer-download.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { client } from '#renderer/rpc/client.ts'

interface HandedOver {
  savedAt: string | null
  file: File | null
}

/** One export at a time: what is being made, how far it is, and how to give it up. `Key` tells the buttons apart. */
export function useExport<Key extends string>() {
  const { t } = useTranslation()
  const acts = useActIds()
  const running = useRef<AbortController | null>(null)
  const [pending, setPending] = useState<Key | null>(null)
  const [progress, setProgress] = useState<ExportProgress | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => () => running.current?.abort(), [])

  const run = (key: Key, subject: unknown, make: (actId: string, signal: AbortSignal) => Promise<HandedOver>): void => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setPending(key)
    setProgress(null)
    setError(null)
    const actId = acts.idFor([key, subject])
    void follow(actId, controller.signal, setProgress)
    make(actId, controller.signal)
      .then(({ savedAt, file }) => {
        acts.done()
        if (file) offerDownload(file)
        if (savedAt === null) return
        notifications.show({
          message: t('exports.saved', { path: savedAt }),
          closeButtonProps: { 'aria-label': t('common.close') },
        })
      })
      .catch((failure: unknown) => {
        if (!controller.signal.aborted) setError(failure)
      })
      .finally(() => {
        controller.abort()
        if (running.current === controller) setPending(null)
      })
  }
  return { pending, progress, error, run, cancel: () => running.current?.abort() }
}

async function follow(
  actId: string,
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void,
): Promise<void> {
  try {
    for await (const progress of await client.exports.progress({ actId }, { signal })) {
      if (!signal.aborted) onProgress(progress)
    }
  } catch {
    // Progress is a courtesy: what went wrong with the export itself is told by the export.
  }
}
