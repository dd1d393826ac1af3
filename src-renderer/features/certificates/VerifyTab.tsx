import { Button, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconBan, IconCircleCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Verification } from '#main/features/certificates/contract.ts'
import type { EventSummary } from '#main/features/events/contract.ts'
import { formatDay } from '#renderer/i18n/format.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { wrappedName } from '#renderer/ui/name-shape.ts'
import classes from './certificates.module.css'

const TONES: Record<Verification['kind'], 'ok' | 'warn' | 'bad'> = {
  genuine: 'ok',
  revoked: 'bad',
  replaced: 'warn',
  altered: 'bad',
  'other-event': 'warn',
  unknown: 'warn',
  incomplete: 'warn',
  badge: 'warn',
  'not-a-code': 'warn',
}
const ICONS = { ok: IconCircleCheck, warn: IconAlertTriangle, bad: IconBan }

/** Scan or type: whether a certificate is genuine. The field has the focus again after each, with its text marked for the next. */
export function VerifyTab({ event }: { event: EventSummary }) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const verify = useMutation(orpc.certificates.verify.mutationOptions())
  return (
    <div className={classes.verify}>
      <form
        className={classes.filters}
        onSubmit={submitted => {
          submitted.preventDefault()
          if (text.trim() === '') return
          verify.mutate({ text })
          // The next scan types over it.
          field.current?.select()
        }}
      >
        <TextInput
          ref={field}
          flex={1}
          size="md"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          label={t('certificates.verify.field')}
          description={t('certificates.verify.hint')}
          value={text}
          onChange={typed => setText(typed.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={verify.isPending}>
          {t('certificates.verify.go')}
        </Button>
      </form>
      {verify.error && <FailureNote error={verify.error} />}
      <div role="status">{verify.data && <Verdict verdict={verify.data} event={event} />}</div>
    </div>
  )
}

function Verdict({ verdict, event }: { verdict: Verification; event: EventSummary }) {
  const { t } = useTranslation()
  const { kind } = verdict
  const isFound = 'number' in verdict
  const isOnlyListed = kind === 'genuine' && verdict.isByNumber
  const tone = isOnlyListed ? 'warn' : TONES[kind]
  const IconPart = ICONS[tone]
  const words = isOnlyListed ? 'listed' : kind
  return (
    <div className={classes.verdict} data-tone={tone}>
      <div className={classes.verdictWord}>
        <IconPart size={28} aria-hidden /> {t(`certificates.verdicts.${words}.title`)}
      </div>
      {isFound && (
        <>
          <div className={classes.verdictName}>{wrappedName(verdict.name)}</div>
          <Text>
            {verdict.number} · {verdict.as}
            {verdict.jp !== null && ` · ${t('certificates.verify.jp', { jp: verdict.jp })}`}
          </Text>
          <Text size="sm">
            {verdict.eventName}, {verdict.eventDates}
          </Text>
          <Text size="sm">{verdict.dateline}</Text>
        </>
      )}
      <Text size="sm" mt="sm">
        {t(`certificates.verdicts.${words}.text`, {
          reason: kind === 'revoked' ? verdict.reason : '',
          date: kind === 'revoked' ? formatDay(verdict.at, event.timeZone) : '',
          version: kind === 'replaced' ? verdict.version : '',
          newest: kind === 'replaced' ? verdict.newestVersion : '',
          name: kind === 'replaced' ? verdict.newestName : '',
        })}
      </Text>
    </div>
  )
}
