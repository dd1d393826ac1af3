import { ActionIcon, Button, Kbd, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconSignature } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import { dateInZone } from '#main/features/events/time-rules.ts'
import { formatShortDate, formatTime } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { toFailure } from '#renderer/ui/failure.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { SheetMarks } from './SheetMarks.tsx'
import own from './sheet.module.css'
import { sheetQuery } from './use-sheet.ts'

/** Reading back a signature sheet: by its code, or one of those that were made. */
export function SheetScreen({ event, code }: { event: EventSummary; code: string | undefined }) {
  const { t } = useTranslation()
  const sheet = useQuery({ ...sheetQuery(code ?? ''), enabled: code !== undefined, retry: false })
  if (code !== undefined && sheet.data) return <SheetMarks key={sheet.data.id} event={event} sheet={sheet.data} />
  const isUnknown = sheet.error !== null && toFailure(sheet.error).code === 'NOT_FOUND'
  return (
    <div className={own.screen}>
      <header className={own.head}>
        <Tooltip label={t('doors.choice.back')}>
          <ActionIcon component={Link} href="/pintu" variant="subtle" size="lg" aria-label={t('doors.choice.back')}>
            <IconArrowLeft size={20} />
          </ActionIcon>
        </Tooltip>
        <div>
          <h1>{t('doors.sheet.title')}</h1>
          <p>{t('doors.sheet.subtitle')}</p>
        </div>
      </header>
      <CodeField key={code} code={code ?? ''} />
      {isUnknown && <p role="alert">{t('doors.sheet.unknown', { code })}</p>}
      {sheet.error && !isUnknown && <FailureNote error={sheet.error} onRetry={() => void sheet.refetch()} />}
      <SheetList event={event} />
    </div>
  )
}

function CodeField({ code }: { code: string }) {
  const { t } = useTranslation()
  const [text, setText] = useState(code)
  const [, navigate] = useLocation()
  return (
    <form
      className={own.code}
      onSubmit={submitted => {
        submitted.preventDefault()
        const written = text.trim().toUpperCase()
        if (written !== '') navigate(`/pintu/lembar/${encodeURIComponent(written)}`)
      }}
    >
      <input
        autoFocus
        aria-label={t('doors.sheet.code')}
        placeholder={t('doors.sheet.codeExample')}
        value={text}
        maxLength={20}
        autoComplete="off"
        spellCheck={false}
        onFocus={focused => focused.currentTarget.select()}
        onChange={change => setText(change.currentTarget.value)}
      />
      <Button type="submit" size="lg" disabled={text.trim() === ''} rightSection={<Kbd>Enter</Kbd>}>
        {t('doors.sheet.open')}
      </Button>
    </form>
  )
}

function SheetList({ event }: { event: EventSummary }) {
  const { t } = useTranslation()
  const sheets = useQuery(orpc.sessions.sheets.list.queryOptions())
  if (sheets.data?.length === 0) {
    return (
      <section className={own.empty}>
        <IconSignature size={64} stroke={1.2} aria-hidden />
        <h2>{t('doors.sheet.none')}</h2>
        <p>{t('doors.sheet.noneHint')}</p>
      </section>
    )
  }
  return (
    <nav className={own.sheets} aria-label={t('doors.sheet.made')}>
      {sheets.error && <FailureNote error={sheets.error} onRetry={() => void sheets.refetch()} />}
      {sheets.data?.map(sheet => (
        <Link key={sheet.id} href={`/pintu/lembar/${encodeURIComponent(sheet.code)}`} className={own.sheet}>
          <code>{sheet.code}</code>
          <span>
            <b>{sheet.title}</b>
            <small>
              {t('doors.sheet.madeAt', {
                date: formatShortDate(dateInZone(sheet.madeAt, event.timeZone)),
                time: formatTime(sheet.madeAt, event.timeZone),
              })}
            </small>
          </span>
          <em className="tabular" data-done={sheet.signedCount === sheet.rowCount || undefined}>
            {t('doors.sheet.progress', { signed: sheet.signedCount, rows: sheet.rowCount })}
          </em>
        </Link>
      ))}
    </nav>
  )
}
