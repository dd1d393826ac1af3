import { Text, TextInput } from '@mantine/core'
import { IconBan, IconRefresh } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterEntry } from '#main/features/certificates/contract.ts'
import type { EventSummary } from '#main/features/events/contract.ts'
import { formatDay, formatNumber } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { wrappedName } from '#renderer/ui/name-shape.ts'
import { NamedIconButton } from '#renderer/ui/NamedIconButton.tsx'
import { Pill } from '#renderer/ui/Pill.tsx'
import classes from './certificates.module.css'
import { PrintButtons } from './PrintButtons.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'

/** The register of numbers: who has which, what became of it, and why some are missing. */
export function RegisterTab({ event }: { event: EventSummary }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<{ act: 'reissue' | 'revoke'; entry: RegisterEntry } | null>(null)
  const register = useQuery(
    orpc.certificates.register.queryOptions({ input: { text }, placeholderData: keepPreviousData }),
  )
  if (register.error) return <FailureNote error={register.error} onRetry={() => void register.refetch()} />
  if (!register.data) return null
  const { entries, total, sequences, gaps } = register.data
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          label={t('common.search')}
          placeholder={t('certificates.searchExample')}
          value={text}
          onChange={typed => setText(typed.currentTarget.value)}
        />
        {sequences.length > 0 && <PrintButtons sequences={sequences} />}
      </div>
      {gaps.map(({ from, to }) => (
        <Text key={from} size="sm" c="dimmed">
          {t('certificates.gap', { from, to })}
        </Text>
      ))}
      {total === 0 && <Text c="dimmed">{t('certificates.emptyRegister')}</Text>}
      {total > 0 && (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and without a mouse only what has the focus can be scrolled (WCAG 2.1.1)
        <section className={classes.card} aria-label={t('certificates.tabs.register')} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('certificates.columns.number')}</th>
                <th>{t('certificates.columns.name')}</th>
                <th>{t('certificates.columns.as')}</th>
                <th className={classes.number}>{t('certificates.columns.jp')}</th>
                <th>{t('certificates.columns.issued')}</th>
                <th aria-label={t('certificates.columns.acts')} />
              </tr>
            </thead>
            <tbody>
              {entries.map(entry => (
                <Entry key={entry.sequence} entry={entry} event={event} onAsk={act => setAsked({ act, entry })} />
              ))}
            </tbody>
          </table>
          {total > entries.length && (
            <Text size="sm" c="dimmed" p="sm">
              {t('certificates.more', { count: formatNumber(total - entries.length) })}
            </Text>
          )}
        </section>
      )}
      {asked && (
        <ReasonDialog
          act={asked.act}
          sequence={asked.entry.sequence}
          number={asked.entry.number}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

function Entry({
  entry,
  event,
  onAsk,
}: {
  entry: RegisterEntry
  event: EventSummary
  onAsk: (act: 'reissue' | 'revoke') => void
}) {
  const { t } = useTranslation()
  const { number, version, name, jp, issuedAt, reason, revokedAt, revokedReason } = entry
  return (
    <tr>
      <td className="tabular">{number}</td>
      <td className={classes.name}>{wrappedName(name)}</td>
      <td>{entry.as}</td>
      <td className={classes.number}>{jp === null ? '–' : formatNumber(jp)}</td>
      <td>
        {revokedAt === null ? (
          formatDay(issuedAt, event.timeZone)
        ) : (
          <Pill tone="bad">{t('certificates.revoked', { date: formatDay(revokedAt, event.timeZone) })}</Pill>
        )}
        {version > 1 && <div className={classes.hint}>{t('certificates.version', { version, reason })}</div>}
        {revokedReason !== '' && <div className={classes.hint}>{revokedReason}</div>}
      </td>
      <td>
        {revokedAt === null && (
          <div className={classes.acts}>
            <NamedIconButton
              name={t('certificates.reissue.title', { number })}
              icon={IconRefresh}
              onClick={() => onAsk('reissue')}
            />
            <NamedIconButton
              name={t('certificates.revoke.title', { number })}
              icon={IconBan}
              onClick={() => onAsk('revoke')}
            />
          </div>
        )}
      </td>
    </tr>
  )
}
