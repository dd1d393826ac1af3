import { Button, Loader, Text } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { ORPCError } from '@orpc/client'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IMPORT_MAX_BYTES, type ImportUpload } from '#main/features/participant-import/contract.ts'
import { client } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import classes from './import.module.css'

const KINDS = '.xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt'

/** Choosing, dropping or pasting a list; reading it can be cancelled, and what is no list is refused in words. */
export function ChooseStep({ onRead }: { onRead: (upload: ImportUpload) => void }) {
  const { t } = useTranslation()
  const { isReading, fileName, error, read, cancel } = useReading(onRead)
  const [isOver, setIsOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  usePastedTable(text => read(new File([text], `${t('participant-import.choose.pasted')}.tsv`)))
  return (
    <section>
      {error !== null && <FailureNote error={error} />}
      <div
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={event => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={event => {
          event.preventDefault()
          setIsOver(false)
          const [file] = event.dataTransfer.files
          if (file) read(file)
        }}
      >
        {isReading ? (
          <div role="status" className={classes.dropText}>
            <Loader size="md" />
            <Text fw={700}>{t('participant-import.choose.reading', { name: fileName })}</Text>
            <Button variant="default" onClick={cancel}>
              {t('participant-import.choose.cancel')}
            </Button>
          </div>
        ) : (
          <div className={classes.dropText}>
            <IconFileSpreadsheet size={44} stroke={1.4} />
            <Text fw={700} size="lg">
              {t('participant-import.choose.drop')}
            </Text>
            <Text c="dimmed" size="sm" maw={520} ta="center">
              {t('participant-import.choose.kinds')}
            </Text>
            <Button autoFocus onClick={() => input.current?.click()}>
              {t('participant-import.choose.button')}
            </Button>
            <Text c="dimmed" size="sm">
              {t('participant-import.intro')}
            </Text>
          </div>
        )}
        <input
          ref={input}
          type="file"
          hidden
          accept={KINDS}
          aria-label={t('participant-import.choose.button')}
          onChange={event => {
            const [file] = event.currentTarget.files ?? []
            event.currentTarget.value = ''
            if (file) read(file)
          }}
        />
      </div>
    </section>
  )
}

function useReading(onRead: (upload: ImportUpload) => void) {
  const [fileName, setFileName] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const read = (file: File): void => {
    running.current?.abort()
    if (file.size > IMPORT_MAX_BYTES) {
      setError(new ORPCError('IMPORT_FILE_REFUSED', { data: { reason: 'too-large' } }))
      return
    }
    const controller = new AbortController()
    running.current = controller
    setFileName(file.name)
    setError(null)
    client.participantImport
      .upload({ file }, { signal: controller.signal })
      .then(onRead)
      .catch((failure: unknown) => {
        if (!controller.signal.aborted) setError(failure)
      })
      .finally(() => {
        if (running.current === controller) setFileName(null)
      })
  }
  const cancel = (): void => {
    running.current?.abort()
    setFileName(null)
  }
  return { isReading: fileName !== null, fileName, error, read, cancel }
}

/** A table copied from a spreadsheet program comes as text with tabs. */
function usePastedTable(use: (text: string) => void): void {
  const latest = useRef(use)
  useEffect(() => {
    latest.current = use
  })
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const [file] = event.clipboardData?.files ?? []
      if (text.includes('\n') && text.trim() !== '') latest.current(text)
      else if (file) event.preventDefault()
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])
}
