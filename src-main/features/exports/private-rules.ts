import type { ExportSubject } from './contract.ts'

/** What of private matters a file holds; nobody takes such a file away without a trace. */
export interface PrivateParts {
  hasNik: boolean
  hasAccount: boolean
  /** Religion and marital status. */
  hasPrivateLife: boolean
}

/** What was ticked for this file. */
export function privatePartsOf({ kind, request }: ExportSubject): PrivateParts {
  const { hasNik, hasAccount } = request
  return { hasNik, hasAccount, hasPrivateLife: kind === 'paper' && request.hasPrivateLife }
}

/** Whether anything private was ticked. */
export function isPrivate({ hasNik, hasAccount, hasPrivateLife }: PrivateParts): boolean {
  return hasNik || hasAccount || hasPrivateLife
}
