import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CertificateSettings } from '#main/features/certificates/settings-rules.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import classes from './certificates.module.css'

/** The print page itself in a frame: the longest name of the event, front and reverse. */
export function CertificatePreview({ settings }: { settings: CertificateSettings }) {
  const { t } = useTranslation()
  const frame = useRef<HTMLIFrameElement>(null)
  const [isReady, setIsReady] = useState(false)
  const sample = useQuery(
    orpc.certificates.sample.queryOptions({
      input: { settings },
      meta: { alsoOn: ['participants', 'sessions', 'documents'] },
      placeholderData: keepPreviousData,
    }),
  )
  useEffect(() => {
    if (isReady && sample.data) void frame.current?.contentWindow?.drawCertificates?.(sample.data)
  }, [isReady, sample.data])
  const start = async (): Promise<void> => {
    await frame.current?.contentWindow?.printPageReady
    setIsReady(true)
  }
  if (sample.error) return <FailureNote error={sample.error} onRetry={() => void sample.refetch()} />
  return (
    <div className={classes.preview}>
      {/* eslint-disable-next-line react/iframe-missing-sandbox -- our own page from our own origin: a sandbox that lets it run would hold nothing */}
      <iframe
        ref={frame}
        className={classes.frame}
        title={t('certificates.preview')}
        src="./print.html?certificates="
        onLoad={() => void start()}
      />
    </div>
  )
}
