import { Affix, Alert } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnection } from '#renderer/rpc/connection.ts'

/** A shorter break mends itself, and the foot of the rail tells of it. */
const LONG_BREAK_MS = 8000

/** What has happened to the line and what to do, when waiting alone may not help. It goes by itself once the program is back. */
export function ConnectionNotice() {
  const { t } = useTranslation()
  const state = useConnection()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (state !== 'offline') return
    const timer = setTimeout(() => setLong(true), LONG_BREAK_MS)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [state])
  if (state !== 'no-session' && !(state === 'offline' && isLong)) return null
  return (
    <Affix position={{ bottom: 16, left: '50%' }} style={{ transform: 'translateX(-50%)' }} zIndex={500}>
      <Alert
        w={560}
        role="alert"
        icon={<IconPlugConnectedX />}
        title={t(`frame.connectionNotice.${state}.title`)}
        styles={{
          root: { background: 'var(--warn-soft)', border: '1px solid var(--warn-line)' },
          title: { color: 'var(--warn-ink)', fontSize: 15 },
          icon: { color: 'var(--warn-ink)' },
        }}
      >
        {t(`frame.connectionNotice.${state}.text`)}
      </Alert>
    </Affix>
  )
}
