import { useRef, useState } from 'react'
import type { SignatureSheet } from '#main/features/sessions/contract.ts'
import { drafts } from '#renderer/platform/drafts.ts'
import { play } from '#renderer/platform/sound.ts'
import { client, orpc } from '#renderer/rpc/client.ts'
import { useDeskActs } from '#renderer/rpc/desk-acts.ts'
import { queryClient } from '#renderer/rpc/live-queries.ts'
import { readEntry, type SheetRow, withMarks } from './sheet-rules.ts'

/** One Enter or one space: what it ticked, or took away. */
export interface Marked {
  actId: string
  rows: readonly SheetRow[]
  isSigned: boolean
  isUndone: boolean
}

export const sheetQuery = (code: string) => orpc.sessions.sheets.get.queryOptions({ input: { code } })

/** Ticking the rows of one sheet. What could not be kept or is not on the sheet stays in the field. */
export function useSheet(sheet: SignatureSheet, isSound: boolean) {
  const acts = useDeskActs()
  const draft = `sheet.${sheet.id}`
  const [text, setShown] = useState(() => drafts.read<{ text: string }>(draft).text ?? '')
  /** The field as it is now, also for an act that was begun before. */
  const latest = useRef(text)
  const [marked, setMarked] = useState<readonly Marked[]>([])
  /** Pieces of the last entry that are not on the sheet. */
  const [left, setLeft] = useState<readonly string[]>([])
  const [error, setError] = useState<unknown>(null)

  /** What is typed outlives the page. */
  function setText(next: string): void {
    latest.current = next
    setShown(next)
    if (next === '') drafts.drop(draft)
    else drafts.write(draft, { text: next })
  }

  function show(numbers: readonly number[], isSigned: boolean): void {
    queryClient.setQueryData(
      sheetQuery(sheet.code).queryKey,
      current => current && withMarks(current, numbers, isSigned),
    )
  }

  /** Resolves to whether the marks are kept. */
  async function mark(rows: readonly SheetRow[], isSigned: boolean): Promise<boolean> {
    const numbers = rows.map(row => row.number)
    try {
      const actId = await acts.run(`mark ${sheet.id} ${isSigned} ${numbers.join()}`, async id => {
        await client.sessions.sheets.mark({ actId: id, sheetId: sheet.id, numbers, isSigned })
        return id
      })
      if (actId === undefined) return false
      show(numbers, isSigned)
      setMarked(current => [{ actId, rows, isSigned, isUndone: false }, ...current])
      setError(null)
      return true
    } catch (failure) {
      setError(failure)
      if (isSound) play('bad')
      return false
    }
  }

  async function enter(): Promise<void> {
    const sent = text
    const entry = readEntry(sent, sheet.rows)
    if (entry.fresh.length > 0 && !(await mark(entry.fresh, true))) return
    const kept = entry.left.join(' ')
    setLeft(entry.left)
    const now = latest.current
    if (now.startsWith(sent)) setText(`${kept}${now.slice(sent.length)}`)
    if (isSound) play(entry.left.length > 0 ? 'notice' : 'good')
  }

  async function undo(act: Marked): Promise<void> {
    const strike = (isUndone: boolean): void =>
      setMarked(current => current.map(one => (one.actId === act.actId ? { ...one, isUndone } : one)))
    // At once, so that the next Ctrl+Z means the one before.
    strike(true)
    try {
      const numbers = act.rows.map(row => row.number)
      await acts.run(`undo ${act.actId}`, actId => client.undo.act({ actId, targetActId: act.actId }))
      show(numbers, !act.isSigned)
      setError(null)
    } catch (failure) {
      strike(false)
      setError(failure)
    }
  }

  return {
    text,
    marked,
    left,
    error,
    isPending: acts.isPending,
    enter,
    mark,
    undo,
    setText(next: string) {
      setText(next)
      setLeft([])
    },
    async undoLast() {
      const last = marked.find(act => !act.isUndone)
      if (last) await undo(last)
    },
  }
}
