import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperDocument } from '#main/features/documents/paper-rules.ts'
import classes from './documents.module.css'

/** The print page itself in a frame: what is seen here is what comes out. */
export function PaperPreview({
  model,
  onReady,
  onDrawn,
}: {
  model: PaperDocument | undefined
  onReady: (frame: Window) => void
  onDrawn: (pageCount: number) => void
}) {
  const { t } = useTranslation()
  const frame = useRef<HTMLIFrameElement>(null)
  const [isReady, setIsReady] = useState(false)
  useEffect(() => {
    if (!isReady || !model) return
    let isOutdated = false
    void frame.current?.contentWindow?.drawPaper?.(model).then(count => !isOutdated && onDrawn(count))
    return () => {
      isOutdated = true
    }
  }, [isReady, model, onDrawn])
  const start = async (): Promise<void> => {
    const inside = frame.current?.contentWindow
    if (!inside) return
    await inside.printPageReady
    setIsReady(true)
    onReady(inside)
  }
  return (
    // eslint-disable-next-line react/iframe-missing-sandbox -- our own page from our own origin: a sandbox that lets it print would hold nothing
    <iframe
      ref={frame}
      className={classes.frame}
      title={t('documents.preview')}
      src="./print.html?framed"
      onLoad={() => void start()}
    />
  )
}
