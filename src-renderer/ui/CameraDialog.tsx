import { Alert, Loader } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CameraError, type CameraProblem, openCamera } from '#renderer/platform/camera.ts'
import { readCodeFrom } from '#renderer/platform/code-reader.ts'
import { DialogFrame } from './DialogFrame.tsx'
import classes from './CameraDialog.module.css'

const BETWEEN_LOOKS_MS = 120

/** Looks for a badge in the camera's picture; the first code that is read closes it. */
export function CameraDialog({ onClose, onCode }: { onClose(): void; onCode(code: string): void }) {
  const { t } = useTranslation()
  const video = useRef<HTMLVideoElement>(null)
  const [problem, setProblem] = useState<CameraProblem | null>(null)
  const [isReady, setReady] = useState(false)
  const found = useEffectEvent((code: string | null) => {
    if (code !== null) onCode(code)
  })

  useEffect(() => {
    const stop = new AbortController()
    watch(video, stop.signal, () => setReady(true))
      .then(found)
      .catch((error: unknown) => setProblem(error instanceof CameraError ? error.problem : 'none'))
    return () => stop.abort()
  }, [])

  return (
    <DialogFrame title={<b>{t('scanning.camera.title')}</b>} size={720} onClose={onClose}>
      {problem ? (
        <Alert color="warn" title={t(`scanning.camera.problem.${problem}.title`)} role="alert">
          {t(`scanning.camera.problem.${problem}.text`)}
        </Alert>
      ) : (
        <div className={classes.camera}>
          <video ref={video} muted playsInline aria-label={t('scanning.camera.title')} />
          <div className={classes.frame} aria-hidden />
          {!isReady && <Loader className={classes.loader} />}
        </div>
      )}
      {!problem && <p className={classes.hint}>{t('scanning.camera.hint')}</p>}
    </DialogFrame>
  )
}

/** Resolves to the first code seen, or to null when stopped. */
async function watch(
  video: { readonly current: HTMLVideoElement | null },
  signal: AbortSignal,
  onReady: () => void,
): Promise<string | null> {
  const stream = await openCamera()
  try {
    const view = video.current
    if (signal.aborted || !view) return null
    view.srcObject = stream
    await view.play()
    onReady()
    return await lookForCode(view, signal)
  } catch (error) {
    // Closing the dialog interrupts play(); that is no problem of the camera.
    if (signal.aborted) return null
    throw error
  } finally {
    for (const track of stream.getTracks()) track.stop()
  }
}

async function lookForCode(view: HTMLVideoElement, signal: AbortSignal): Promise<string | null> {
  const canvas = new OffscreenCanvas(view.videoWidth, view.videoHeight)
  const pencil = canvas.getContext('2d', { willReadFrequently: true })
  while (!signal.aborted && pencil) {
    pencil.drawImage(view, 0, 0, canvas.width, canvas.height)
    const code = await readCodeFrom(pencil.getImageData(0, 0, canvas.width, canvas.height))
    if (code !== null) return code
    await new Promise(resolve => setTimeout(resolve, BETWEEN_LOOKS_MS))
  }
  return null
}
