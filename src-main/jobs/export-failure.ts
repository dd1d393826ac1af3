import { Refusal, ruleBroken } from '#main/rpc/base-contract.ts'

/** A foreseen refusal, in a shape that crosses threads. */
export type PlainRefusal = Pick<Refusal, 'code' | 'data'>

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'export-disk-full',
  EACCES: 'export-not-writable',
  EPERM: 'export-not-writable',
  EROFS: 'export-not-writable',
  EBUSY: 'export-not-writable',
  EISDIR: 'export-not-writable',
  ENOENT: 'export-not-writable',
}

/** The refusal for what can go wrong with a disk or a request; undefined for a bug. */
export function refusalOfFailure(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  const reason = REASONS[String((error as { code?: unknown }).code ?? '')]
  return reason === undefined ? undefined : ruleBroken(reason)
}

/** The same for a thread that can't throw across: anything else is thrown. */
export function plainRefusal(error: unknown): PlainRefusal {
  const refusal = refusalOfFailure(error)
  if (!refusal) throw error
  return { code: refusal.code, data: refusal.data }
}
