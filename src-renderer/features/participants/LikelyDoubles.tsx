import { Alert, Button, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '#renderer/rpc/client.ts'
import classes from './participants.module.css'

const WAIT_MS = 250

interface Props {
  name: string
  phone: string
  nip: string
  exceptId: string | null
  onOpen: (id: string) => void
}

/** Tells who on the list may be the one that is being written down. It is for the person at the desk to decide. */
export function LikelyDoubles({ name, phone, nip, exceptId, onOpen }: Props) {
  const { t } = useTranslation()
  const [input] = useDebouncedValue(
    { name: name.slice(0, 500), phone: phone.slice(0, 500), nip: nip.slice(0, 500), exceptId },
    WAIT_MS,
  )
  const doubles = useQuery(orpc.participants.likelyDoubles.queryOptions({ input })).data ?? []
  if (doubles.length === 0) return null
  return (
    <Alert
      className={classes.doubles}
      color="warn"
      icon={<IconUsers />}
      title={t('participants.double.title')}
      role="status"
    >
      <Stack gap={6}>
        {doubles.map(double => (
          <div key={double.id} className={classes.double}>
            <Text size="sm">
              <b>{double.fullName}</b>
              {` · ${[double.village, double.institution, t(`participants.double.${double.reason}`)].filter(Boolean).join(' · ')}`}
            </Text>
            <Button size="compact-sm" variant="default" flex="none" onClick={() => onOpen(double.id)}>
              {t('participants.double.open')}
            </Button>
          </div>
        ))}
      </Stack>
    </Alert>
  )
}
