import { useMemo, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import { connection } from '#renderer/rpc/connection.ts'
import { toFailure } from '#renderer/ui/failure.ts'
import { useStableActs } from '#renderer/ui/use-stable-acts.ts'

/** So long an act may stay without an answer before the desk says so; it may still arrive, and its id makes the retry count once. */
const ANSWER_WITHIN_MS = 8000
/** A quick answer is not announced: drawing that one waits would only delay it. */
const SHOWN_AFTER_MS = 150
/** Answers after which it is certain that nothing was written. */
const CERTAIN_CODES = new Set(['RULE', 'NOT_FOUND', 'FORBIDDEN', 'BAD_REQUEST', 'NO_EVENT_OPEN'])

/** Sends acts: one at a time for the same thing, and with the same id until an answer came. */
export interface DeskActs {
  /** An act has been waiting for its answer long enough to say so. */
  isPending: boolean
  /** Resolves to undefined when the same act is under way already. */
  run<Result>(key: string, call: (actId: string) => Promise<Result>): Promise<Result | undefined>
}

/** The acts of one desk; `key` names what is done, such as a scanned text. */
export function useDeskActs(): DeskActs {
  const ids = useRef(new Map<string, string>())
  const pending = useRef(new Set<string>())
  const [isPending, setPending] = useState(false)

  async function run<Result>(key: string, call: (actId: string) => Promise<Result>): Promise<Result | undefined> {
    if (pending.current.has(key)) return undefined
    const actId = ids.current.get(key) ?? newId()
    ids.current.set(key, actId)
    pending.current.add(key)
    const timer = setTimeout(() => setPending(true), SHOWN_AFTER_MS)
    try {
      const result = await answered(() => call(actId))
      ids.current.delete(key)
      return result
    } catch (error) {
      if (CERTAIN_CODES.has(toFailure(error).code)) ids.current.delete(key)
      throw error
    } finally {
      clearTimeout(timer)
      pending.current.delete(key)
      if (pending.current.size === 0) setPending(false)
    }
  }

  const stable = useStableActs({ run })
  // The cast restores what one signature for all acts can't say: each run resolves to what its own call does.
  return useMemo(() => ({ isPending, run: stable.run as typeof run }), [isPending, stable])
}

async function answered<Result>(call: () => Promise<Result>): Promise<Result> {
  if (connection.isDown()) throw new Error('the line is down')
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('no answer in time')), ANSWER_WITHIN_MS)
  try {
    return await Promise.race([call(), promise])
  } finally {
    clearTimeout(timer)
  }
}
