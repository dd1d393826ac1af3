import type { ExportProgress } from './contract.ts'

/** What is told of a running export to those who watch it. */
interface Channel {
  last: ExportProgress | null
  hasEnded: boolean
  wakers: Set<() => void>
}

const channels = new Map<string, Channel>()

function channelOf(actId: string): Channel {
  let channel = channels.get(actId)
  if (!channel) channels.set(actId, (channel = { last: null, hasEnded: false, wakers: new Set() }))
  return channel
}

/** Runs an export that reports how far it is; those who watch this act hear of it until it ends. */
export async function withProgress<Result>(
  actId: string,
  work: (report: (progress: ExportProgress) => void) => Promise<Result>,
): Promise<Result> {
  const channel = channelOf(actId)
  const wake = (): void => channel.wakers.forEach(waker => waker())
  try {
    return await work(progress => {
      channel.last = progress
      wake()
    })
  } finally {
    channel.hasEnded = true
    channels.delete(actId)
    wake()
  }
}

/** How far the export of an act is, the newest word at a time, until it ends or nobody listens any more. It may begin later. */
export async function* watchProgress(actId: string, signal: AbortSignal | undefined): AsyncGenerator<ExportProgress> {
  const channel = channelOf(actId)
  let wake = (): void => {}
  const waker = (): void => wake()
  channel.wakers.add(waker)
  signal?.addEventListener('abort', waker)
  let told: ExportProgress | null = null
  try {
    while (!channel.hasEnded && !signal?.aborted) {
      if (channel.last !== null && channel.last !== told) yield (told = channel.last)
      else await new Promise<void>(resolve => (wake = resolve))
    }
  } finally {
    channel.wakers.delete(waker)
    signal?.removeEventListener('abort', waker)
    if (channel.wakers.size === 0 && channel.last === null) channels.delete(actId)
  }
}
