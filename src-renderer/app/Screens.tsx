import { Redirect, Route, Switch } from 'wouter'
import type { EventSummary } from '#main/features/events/contract.ts'
import { BadgeScreen } from '#renderer/features/badges/BadgeScreen.tsx'
import { EventScreen } from '#renderer/features/events/EventScreen.tsx'
import { ImportScreen } from '#renderer/features/participant-import/ImportScreen.tsx'
import { ParticipantsScreen } from '#renderer/features/participants/ParticipantsScreen.tsx'

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
      <Route>
        <Redirect to="/acara" />
      </Route>
    </Switch>
  )
}
