import { useQuery } from '@tanstack/react-query'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import { BadgeScreen } from '#renderer/features/badges/BadgeScreen.tsx'
import { DoorChoice } from '#renderer/features/doors/DoorChoice.tsx'
import { DoorScreen } from '#renderer/features/doors/DoorScreen.tsx'
import { SheetScreen } from '#renderer/features/doors/SheetScreen.tsx'
import { CertificatesScreen } from '#renderer/features/certificates/CertificatesScreen.tsx'
import { DocumentsScreen } from '#renderer/features/documents/DocumentsScreen.tsx'
import { EventScreen } from '#renderer/features/events/EventScreen.tsx'
import { ImportScreen } from '#renderer/features/participant-import/ImportScreen.tsx'
import { ParticipantsScreen } from '#renderer/features/participants/ParticipantsScreen.tsx'
import { RegistrationScreen } from '#renderer/features/registration/RegistrationScreen.tsx'
import { SessionsScreen } from '#renderer/features/sessions/SessionsScreen.tsx'
import { RundownScreen } from '#renderer/features/session-import/RundownScreen.tsx'
import { orpc } from '#renderer/rpc/client.ts'
import { lastScreen, useLastScreenKept } from './last-screen.ts'

/** Which screen belongs to which address. */
export function Screens({ event }: { event: EventSummary }) {
  useLastScreenKept(event.id)
  return (
    <Switch>
      <Route path="/acara">
        <EventScreen event={event} />
      </Route>
      <Route path="/peserta/impor/:runId?">{({ runId }) => <ImportScreen event={event} runId={runId} />}</Route>
      <Route path="/kehadiran/impor/:runId?">{({ runId }) => <RundownScreen event={event} runId={runId} />}</Route>
      <Route path="/peserta/*?">
        <ParticipantsScreen event={event} />
      </Route>
      <Route path="/badge">
        <BadgeScreen event={event} />
      </Route>
      <Route path="/kehadiran/*?">
        <SessionsScreen event={event} />
      </Route>
      <Route path="/dokumen/sertifikat/:page?">{({ page }) => <CertificatesScreen event={event} page={page} />}</Route>
      <Route path="/dokumen/:page?">{({ page }) => <DocumentsScreen event={event} page={page} />}</Route>
      <Route path="/registrasi">
        <RegistrationScreen key={event.id} event={event} />
      </Route>
      <Route path="/pintu/lembar/:code?">{({ code }) => <SheetScreen event={event} code={code} />}</Route>
      <Route path="/pintu/:roomId">{({ roomId }) => <DoorScreen key={roomId} event={event} roomId={roomId} />}</Route>
      <Route path="/pintu">
        <DoorChoice event={event} />
      </Route>
      <Route>
        <Home eventId={event.id} />
      </Route>
    </Switch>
  )
}

/** Somebody pressed a link of the rail meanwhile; the address has changed, the news of it is still under way. */
const hasMovedOn = (location: string): boolean =>
  location === '/' && !['', '#', '#/'].includes(globalThis.location.hash)

/** Where this device left off; else the desk is home as soon as there is somebody to expect. */
function Home({ eventId }: { eventId: string }) {
  const [location] = useLocation()
  const counters = useQuery(orpc.registration.counters.queryOptions())
  const last = lastScreen(eventId)
  if (last !== null && last !== location && !hasMovedOn(location)) return <Redirect to={last} replace />
  if (counters.isPending || hasMovedOn(location)) return null
  return <Redirect to={(counters.data?.expected ?? 0) > 0 ? '/registrasi' : '/acara'} replace />
}
