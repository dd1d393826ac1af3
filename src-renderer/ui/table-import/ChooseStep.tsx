import { Button, Loader, Text } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { ORPCError } from '@orpc/client'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IMPORT_MAX_BYTES, type ImportUpload } from '#main/features/table-import/contract.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import classes from './table-import.module.css'

const KINDS = '.xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt'

/** Hands a file to the program, which reads it; the signal gives up. */
export type ReadFile = (file: File, signal: AbortSignal) => Promise<ImportUpload>

interface Props {
  /** What may be brought in here. */
  intro: string
  read: ReadFile
  onRead: (upload: ImportUpload) => void
}

/** Choosing, dropping or pasting a table; reading it can be cancelled, and what is no table is refused in words. */
export function ChooseStep({ intro, read: readFile, onRead }: Props) {
  const { t } = useTranslation()
  const { isReading, fileName, error, read, cancel } = useReading(readFile, onRead)
  const [isOver, setIsOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  usePastedTable(text => read(new File([text], `${t('table-import.choose.pasted')}.tsv`)))
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
            <Text fw={700}>{t('table-import.choose.reading', { name: fileName })}</Text>
            <Button variant="default" onClick={cancel}>
              {t('table-import.choose.cancel')}
            </Button>
          </div>
        ) : (
          <div className={classes.dropText}>
            <IconFileSpreadsheet size={44} stroke={1.4} />
            <Text fw={700} size="lg">
              {t('table-import.choose.drop')}
            </Text>
            <Text c="dimmed" size="sm" maw={520} ta="center">
              {t('table-import.choose.kinds')}
            </Text>
            <Button autoFocus onClick={() => input.current?.click()}>
              {t('table-import.choose.button')}
            </Button>
            <Text c="dimmed" size="sm">
              {intro}
            </Text>
          </div>
        )}
        <input
          ref={input}
          type="file"
          hidden
          accept={KINDS}
          aria-label={t('table-import.choose.button')}
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

function useReading(readFile: ReadFile, onRead: (upload: ImportUpload) => void) {
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
    readFile(file, controller.signal)
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
