import { useQuery } from '@tanstack/react-query'
import { Redirect, Route, Switch } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import { BadgeScreen } from '#renderer/features/badges/BadgeScreen.tsx'
import { EventScreen } from '#renderer/features/events/EventScreen.tsx'
import { ImportScreen } from '#renderer/features/participant-import/ImportScreen.tsx'
import { ParticipantsScreen } from '#renderer/features/participants/ParticipantsScreen.tsx'
import { RegistrationScreen } from '#renderer/features/registration/RegistrationScreen.tsx'
import { orpc } from '#renderer/rpc/client.ts'

/** Which screen belongs to which address. */
export function Screens({ event }: { event: EventSummary }) {
  return (
    <Switch>
      <Route path="/acara">
        <EventScreen event={event} />
      </Route>
      <Route path="/peserta/impor/:runId?">{({ runId }) => <ImportScreen event={event} runId={runId} />}</Route>
      <Route path="/peserta/*?">
        <ParticipantsScreen event={event} />
      </Route>
      <Route path="/badge">
        <BadgeScreen event={event} />
      </Route>
      <Route path="/registrasi">
        <RegistrationScreen key={event.id} event={event} />
      </Route>
      <Route>
        <Home />
      </Route>
    </Switch>
  )
}

/** The desk is home as soon as there is somebody to expect. */
function Home() {
  const counters = useQuery(orpc.registration.counters.queryOptions())
  if (counters.isPending) return null
  return <Redirect to={(counters.data?.expected ?? 0) > 0 ? '/registrasi' : '/acara'} />
}
