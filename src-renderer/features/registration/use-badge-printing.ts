import { notifications } from '@mantine/notifications'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { EventSummary } from '#main/features/events/contract.ts'
import { client } from '#renderer/rpc/client.ts'
import { getPrintChoice, STANDARD_PRINTER } from '#renderer/rpc/print-choice.ts'
import { useStableActs } from '#renderer/ui/use-stable-acts.ts'

/** Printing from the desk. It never stands in the way of a check-in: what fails is told beside it. */
export interface BadgePrinting {
  /** Whose reprint waits for a second press, because a badge was printed before. */
  question: string | null
  print(participantIds: string[]): Promise<void>
  /** Prints on check-in where the event says so. */
  onAdmitted(participantIds: string[]): void
}

export function useBadgePrinting(event: EventSummary): BadgePrinting {
  const { t } = useTranslation()
  const [question, setQuestion] = useState<string | null>(null)

  async function send(participantIds: string[], isReprintConfirmed: boolean): Promise<void> {
    if (participantIds.length === 0) return
    try {
      const answer = await client.badges.print({
        actId: newId(),
        recipients: { participantIds },
        ...getPrintChoice(),
        isReprintConfirmed,
      })
      setQuestion(answer.status === 'needs-confirmation' ? (participantIds[0] ?? null) : null)
      if (answer.status === 'needs-confirmation') {
        const [first] = answer.people
        const printed = { name: first?.name ?? '', count: first?.printCount ?? answer.printedBeforeCount }
        notifications.show({ color: 'gold', message: t('registration.print.again', printed) })
      }
    } catch {
      notifications.show({ color: 'bad', message: t('registration.print.failed') })
    }
  }

  /** Without a question or a dialog: badges that were printed before are left out, and a PDF is nothing to be asked for now. */
  async function sendUnprinted(participantIds: string[]): Promise<void> {
    const choice = getPrintChoice()
    const target = choice.target === 'pdf' ? STANDARD_PRINTER : choice
    try {
      for (let left = participantIds; left.length > 0; ) {
        const answer = await client.badges.print({ actId: newId(), recipients: { participantIds: left }, ...target })
        if (answer.status !== 'needs-confirmation') return
        const printed = new Set(answer.people.map(person => person.participantId))
        left = left.filter(id => !printed.has(id))
      }
    } catch {
      notifications.show({ color: 'bad', message: t('registration.print.failed') })
    }
  }

  const acts = useStableActs({
    print: (participantIds: string[]) => send(participantIds, question !== null && question === participantIds[0]),
    onAdmitted(participantIds: string[]) {
      setQuestion(null)
      if (event.settings.printOnCheckIn === 'always') void sendUnprinted(participantIds)
    },
  })
  return useMemo(() => ({ question, ...acts }), [question, acts])
}
