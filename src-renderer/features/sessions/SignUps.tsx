import { Alert, SegmentedControl, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '#main/features/sessions/contract.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { useUndoNotice } from '#renderer/rpc/use-undo-notice.tsx'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { Pill } from '#renderer/ui/Pill.tsx'
import { PasteSignUps } from './PasteSignUps.tsx'
import type { SignUpList } from './sign-up-list.ts'
import { SignedUpList } from './SignedUpList.tsx'
import { TickSignUps } from './TickSignUps.tsx'

const WAYS = ['list', 'tick', 'paste'] as const
type Way = (typeof WAYS)[number]

/** The sign-up list of a session: who is on it, searching and ticking, whole delegations, pasted lists. */
export function SignUps({ session }: { session: Session }) {
  const { t } = useTranslation()
  const [way, setWay] = useState<Way>('list')
  const acts = useActIds()
  const notify = useUndoNotice()
  const list = useQuery({
    ...orpc.sessions.signUps.list.queryOptions({ input: { sessionId: session.id } }),
    meta: { alsoOn: ['participants', 'registration'] },
  })
  const set = useMutation(orpc.sessions.signUps.set.mutationOptions())
  const people = list.data ?? []
  const ids = new Set(people.map(person => person.id))
  const signUps: SignUpList = {
    people,
    has: id => ids.has(id),
    isBusy: set.isPending,
    set(participantIds, isSignedUp, onDone) {
      const input = { sessionId: session.id, participantIds: [...participantIds], isSignedUp }
      const actId = acts.idFor(input)
      const onSuccess = ({ count }: { count: number }): void => {
        acts.done()
        notify(t(isSignedUp ? 'sessions.signUps.added' : 'sessions.signUps.removed', { count }), actId)
        onDone?.()
      }
      set.mutate({ actId, ...input }, { onSuccess })
    },
  }
  if (list.error) return <FailureNote error={list.error} onRetry={() => void list.refetch()} />
  return (
    <Stack gap="md">
      {!session.admission.isSignUpOnly && (
        <Alert color="gold" icon={<IconInfoCircle />}>
          {t('sessions.signUps.notAsked')}
        </Alert>
      )}
      <Places count={people.length} limit={session.limit} />
      <SegmentedControl
        aria-label={t('sessions.signUps.title')}
        fullWidth
        value={way}
        onChange={next => setWay(next as Way)}
        data={WAYS.map(each => ({ value: each, label: t(`sessions.signUps.way.${each}`) }))}
      />
      {set.error && <FailureNote error={set.error} />}
      {way === 'list' && <SignedUpList signUps={signUps} isLoaded={list.data !== undefined} />}
      {way === 'tick' && <TickSignUps signUps={signUps} />}
      {way === 'paste' && <PasteSignUps signUps={signUps} onDone={() => setWay('list')} />}
    </Stack>
  )
}

function Places({ count, limit }: { count: number; limit: number | null }) {
  const { t } = useTranslation()
  const words = { count: formatNumber(count), limit: formatNumber(limit ?? 0) }
  return (
    <Text size="sm" role="status" className="tabular">
      {t(limit === null ? 'sessions.signUps.count' : 'sessions.signUps.countOf', words)}{' '}
      {limit !== null && count > limit && (
        <Pill tone="warn">{t('sessions.signUps.over', { count: count - limit })}</Pill>
      )}
    </Text>
  )
}
