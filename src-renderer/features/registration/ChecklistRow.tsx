import { IconCheck } from '@tabler/icons-react'
import { useEffect, useEffectEvent } from 'react'
import type { Card } from '#main/features/registration/contract.ts'
import { client } from '#renderer/rpc/client.ts'
import classes from './card.module.css'
import type { Desk } from './use-desk.ts'

/** Things handed over and out, each ticked with a click or Alt and its number. */
export function ChecklistRow({ card, desk, onDone }: { card: Card; desk: Desk; onDone(): void }) {
  const toggle = (index: number): void => {
    const item = card.checklist[index]
    if (!item) return
    const isMarked = !item.isMarked
    const input = { participantIds: [card.person.id], itemIds: [item.id], isMarked }
    void desk.acts
      .run(`mark ${card.person.id} ${item.id} ${isMarked}`, actId => client.registration.mark({ ...input, actId }))
      .catch((error: unknown) => desk.show({ kind: 'failed', participantId: null, card: null, error }))
      .finally(onDone)
  }
  const onKeyDown = useEffectEvent((pressed: KeyboardEvent) => {
    const digit = /^Digit([1-9])$/.exec(pressed.code)?.[1]
    if (!pressed.altKey || pressed.ctrlKey || pressed.repeat || digit === undefined) return
    pressed.preventDefault()
    toggle(Number(digit) - 1)
  })
  useEffect(() => {
    globalThis.addEventListener('keydown', onKeyDown)
    return () => globalThis.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <>
      {card.checklist.map((item, index) => (
        <button
          key={item.id}
          type="button"
          role="checkbox"
          aria-checked={item.isMarked}
          className={classes.check}
          data-kind={item.kind}
          onClick={() => toggle(index)}
        >
          <span className={classes.checkBox} aria-hidden>
            {item.isMarked && <IconCheck size={13} stroke={4} />}
          </span>
          {item.name}
          {index < 9 && <span className={classes.checkKey}>{index + 1}</span>}
        </button>
      ))}
    </>
  )
}
