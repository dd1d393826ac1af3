import { useEffect, useState } from 'react'
import type { EventSummary } from '#main/features/events/contract.ts'
import { client } from '#renderer/rpc/client.ts'
import { KawungPattern } from '#renderer/ui/KawungPattern.tsx'

/** What the hall sees before anything else is put on the stage: the event's name, theme and host. Keeps the last it had when cut off. */
export function Welcome() {
  const event = useEventOnStage()
  return (
    <div className="stage">
      <KawungPattern className="stage-pattern" />
      <div className="stage-frame" />
      <div className="stage-center">
        {event && (
          <>
            <p className="stage-host">{event.hostInstitution}</p>
            <h1 className="stage-title">{event.name}</h1>
            <p className="stage-theme">{event.theme}</p>
          </>
        )}
      </div>
    </div>
  )
}

const RETRY_AFTER_MS = 1000

function useEventOnStage(): EventSummary | null {
  const [event, setEvent] = useState<EventSummary | null>(null)
  useEffect(() => {
    let isGone = false
    const follow = async (): Promise<void> => {
      while (!isGone) {
        try {
          for await (const change of await client.program.changes()) {
            if (isGone) return
            if (change.topic === '*' || change.topic === 'events') setEvent(await client.events.current())
          }
        } catch {
          // The last frame stays up; the audience never sees an error.
        }
        await new Promise(resolve => setTimeout(resolve, RETRY_AFTER_MS))
      }
    }
    void follow()
    return () => {
      isGone = true
    }
  }, [])
  return event
}
