import { Alert, Loader } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CameraError, type CameraProblem, openCamera } from '#renderer/platform/camera.ts'
import { readCodeFrom } from '#renderer/platform/code-reader.ts'
import { isNewSighting, type Sighting } from '#renderer/platform/sighting-rules.ts'
import classes from './CameraView.module.css'

const BETWEEN_LOOKS_MS = 120

/** The camera's picture, watched for badges for as long as it is shown; each badge that is held before it is told once. */
export function CameraView({ onCode }: { onCode(code: string): void }) {
  const { t } = useTranslation()
  const video = useRef<HTMLVideoElement>(null)
  const [problem, setProblem] = useState<CameraProblem | null>(null)
  const [isReady, setReady] = useState(false)
  const seen = useEffectEvent(onCode)

  useEffect(() => {
    const stop = new AbortController()
    watch(video, stop.signal, { onReady: () => setReady(true), onCode: code => seen(code) }).catch((error: unknown) =>
      setProblem(error instanceof CameraError ? error.problem : 'none'),
    )
    return () => stop.abort()
  }, [])

  if (problem) {
    return (
      <Alert color="warn" title={t(`scanning.camera.problem.${problem}.title`)} role="alert">
        {t(`scanning.camera.problem.${problem}.text`)}
      </Alert>
    )
  }
  return (
    <div className={classes.camera}>
      <video ref={video} muted playsInline aria-label={t('scanning.camera.title')} />
      <div className={classes.frame} aria-hidden />
      {isReady ? <p className={classes.hint}>{t('scanning.camera.hint')}</p> : <Loader className={classes.loader} />}
    </div>
  )
}

interface Watcher {
  onReady(): void
  onCode(code: string): void
}

/** Ends when it is stopped. */
async function watch(
  video: { readonly current: HTMLVideoElement | null },
  signal: AbortSignal,
  watcher: Watcher,
): Promise<void> {
  const stream = await openCamera()
  try {
    const view = video.current
    if (signal.aborted || !view) return
    view.srcObject = stream
    await view.play()
    watcher.onReady()
    await lookForCodes(view, signal, watcher.onCode)
  } catch (error) {
    // Taking the picture away interrupts play(); that is no problem of the camera.
    if (!signal.aborted) throw error
  } finally {
    for (const track of stream.getTracks()) track.stop()
  }
}

async function lookForCodes(view: HTMLVideoElement, signal: AbortSignal, onCode: (code: string) => void) {
  const canvas = new OffscreenCanvas(view.videoWidth, view.videoHeight)
  const pencil = canvas.getContext('2d', { willReadFrequently: true })
  let last: Sighting | null = null
  while (!signal.aborted && pencil) {
    pencil.drawImage(view, 0, 0, canvas.width, canvas.height)
    const code = await readCodeFrom(pencil.getImageData(0, 0, canvas.width, canvas.height))
    if (code !== null && !signal.aborted) {
      const sighting: Sighting = { code, at: performance.now() }
      if (isNewSighting(last, code, sighting.at)) onCode(code)
      last = sighting
    }
    await new Promise(resolve => setTimeout(resolve, BETWEEN_LOOKS_MS))
  }
}
