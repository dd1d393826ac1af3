import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconUsersPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LIST_WINDOW_MAX, type PersonListInput } from '#main/features/participants/contract.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { client, orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import own from './sign-ups.module.css'
import classes from './sessions.module.css'
import type { SignUpList } from './sign-up-list.ts'
import { usePlaces } from './use-places.ts'

const WAIT_MS = 150
const SHOWN_MAX = 100

/** Search and tick; arrows go through what is found, Space ticks. A chosen delegation can be signed up as a whole. */
export function TickSignUps({ signUps }: { signUps: SignUpList }) {
  const { t } = useTranslation()
  const places = usePlaces()
  const [text, setText] = useState('')
  const [delegationId, setDelegationId] = useState<string | null>(null)
  const [settled] = useDebouncedValue(text, WAIT_MS)
  const found = useQuery({
    ...orpc.participants.list.queryOptions({ input: { ...filterOf(settled, delegationId), limit: SHOWN_MAX } }),
    placeholderData: keepPreviousData,
  })
  const rows = found.data?.rows ?? []
  const total = found.data?.total ?? 0
  return (
    <Stack gap={0} onKeyDown={moveThroughBoxes} role="group" aria-label={t('sessions.signUps.way.tick')}>
      <Group gap="xs" wrap="nowrap" mb="xs">
        <TextInput
          style={{ flex: 1 }}
          leftSection={<IconSearch size={18} aria-hidden />}
          aria-label={t('sessions.signUps.search')}
          placeholder={t('sessions.signUps.search')}
          maxLength={200}
          value={text}
          onChange={typed => setText(typed.currentTarget.value)}
          spellCheck={false}
          autoComplete="off"
          autoFocus
        />
        <Select
          w={220}
          aria-label={t('sessions.field.delegations')}
          placeholder={t('sessions.hint.allDelegations')}
          data={places.delegations
            .filter(each => each.archivedAt === null)
            .map(each => ({ value: each.id, label: each.name }))}
          value={delegationId}
          onChange={setDelegationId}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('sessions.hint.allDelegations') }}
          limit={100}
        />
      </Group>
      {found.error && <FailureNote error={found.error} />}
      {delegationId !== null && (
        <WholeDelegation
          delegationId={delegationId}
          name={places.delegations.find(each => each.id === delegationId)?.name ?? ''}
          signUps={signUps}
        />
      )}
      <div className={own.ticks}>
        {rows.map(person => (
          <label key={person.id} className={own.tick}>
            <input
              type="checkbox"
              aria-label={fullName(person)}
              checked={signUps.has(person.id)}
              onChange={change => signUps.set([person.id], change.currentTarget.checked)}
            />
            <span className={classes.stack}>
              <b>{fullName(person)}</b>
              <small>
                {[person.position, person.village, person.institution].filter(part => part !== '').join(' · ')}
              </small>
            </span>
          </label>
        ))}
      </div>
      <Text size="sm" c="dimmed" mt={6} role="status">
        {total > rows.length
          ? t('sessions.signUps.more', { count: total - rows.length })
          : t('sessions.signUps.found', { count: total })}
      </Text>
    </Stack>
  )
}

function WholeDelegation({ delegationId, name, signUps }: { delegationId: string; name: string; signUps: SignUpList }) {
  const { t } = useTranslation()
  const members = useQuery({
    queryKey: [['participants', 'list'], 'everybody', delegationId],
    queryFn: () => membersOf(delegationId),
  })
  const missing = (members.data ?? []).filter(id => !signUps.has(id))
  if (!members.data) return null
  return (
    <Button
      mb="xs"
      fullWidth
      variant="light"
      leftSection={<IconUsersPlus size={18} aria-hidden />}
      disabled={missing.length === 0}
      loading={signUps.isBusy}
      onClick={() => signUps.set(missing, true)}
    >
      {missing.length === 0
        ? t('sessions.signUps.wholeDone', { name })
        : t('sessions.signUps.whole', { name, count: missing.length })}
    </Button>
  )
}

function filterOf(text: string, delegationId: string | null): Omit<PersonListInput, 'limit'> {
  return { text, state: 'active', roleId: null, delegationId, sort: 'name', isDescending: false, offset: 0 }
}

/** The ids of all members, window by window. */
async function membersOf(delegationId: string): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const page = { ...filterOf('', delegationId), offset: ids.length, limit: LIST_WINDOW_MAX }
    const { total, rows } = await client.participants.list(page)
    ids.push(...rows.map(row => row.id))
    if (rows.length === 0 || ids.length >= total) return ids
  }
}

/** Up and down from box to box, beginning at the search field. */
function moveThroughBoxes(pressed: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[pressed.key]
  const from = pressed.target as HTMLElement
  const isAtBox = from instanceof HTMLInputElement && from.type === 'checkbox'
  if (step === undefined || from.getAttribute('role') === 'combobox' || from.getAttribute('aria-haspopup')) return
  const boxes = [...pressed.currentTarget.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
  const index = isAtBox ? boxes.indexOf(from) : -1
  const next = boxes[index + step]
  if (!next && step < 0) pressed.currentTarget.querySelector<HTMLInputElement>('input')?.focus()
  next?.focus()
  pressed.preventDefault()
}
