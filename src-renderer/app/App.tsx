import { Container, MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import 'dayjs/locale/id'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Router, useLocation } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { PrintRunner } from '#renderer/features/badges/PrintRunner.tsx'
import { StartScreen } from '#renderer/features/events/StartScreen.tsx'
import { orpc } from '#renderer/rpc/client.ts'
import { queryClient } from '#renderer/rpc/live-queries.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { ConnectionNotice } from './ConnectionNotice.tsx'
import { Frame } from './Frame.tsx'
import { Screens } from './Screens.tsx'
import { cssVariables, theme } from './theme.ts'

/** Addresses after the #: the same under app:// and http://. */
const HASH_ROUTING = { hook: useHashLocation }

/** The operator's page: the start screen until an event is open, then the frame with one screen in it. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Notifications position="top-right" limit={3} />
        <LocalizedDates>
          <Router {...HASH_ROUTING}>
            <CurrentEvent />
          </Router>
          <ConnectionNotice />
        </LocalizedDates>
      </QueryClientProvider>
    </MantineProvider>
  )
}

function LocalizedDates({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation()
  return (
    <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1, weekendDays: [0] }}>{children}</DatesProvider>
  )
}

function CurrentEvent() {
  const current = useQuery(orpc.events.current.queryOptions())
  if (current.error) {
    return (
      <Container size="sm" py="xl">
        <FailureNote error={current.error} onRetry={() => void current.refetch()} />
      </Container>
    )
  }
  if (current.data === undefined) return null
  if (current.data === null) return <BeforeAnyEvent />
  return (
    <Frame event={current.data}>
      <Screens event={current.data} />
      <PrintRunner />
    </Frame>
  )
}

/** The next event begins at its own last screen, not at the address of the one that was closed. */
function BeforeAnyEvent() {
  const [location, navigate] = useLocation()
  useEffect(() => {
    if (location !== '/') navigate('/', { replace: true })
  }, [location, navigate])
  return <StartScreen />
}
