import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Caller } from '#main/features/audit/service.ts'

export const SESSION_COOKIE = 'gelar-session'
const TOKEN_BYTES = 24

interface Invitation {
  deviceName: string
  role: Caller['role']
  expiresAt: number
}

/**
 * Who may come in over the network: one-time tokens become random sessions that can be cut off.
 * Only hashes are kept, so a memory dump or a log opens nothing.
 */
export class LanAccess {
  readonly #invitations = new Map<string, Invitation>()
  readonly #sessions = new Map<string, Caller>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  /** A token that lets one device in, once, within the given time. */
  invite(deviceName: string, role: Caller['role'], validMs: number): string {
    const token = randomToken()
    this.#invitations.set(hash(token), { deviceName, role, expiresAt: this.#now() + validMs })
    return token
  }

  /** Turns a token into a session's secret; undefined when it is unknown, used up or too old. */
  accept(token: string): string | undefined {
    const key = hash(token)
    const invitation = this.#invitations.get(key)
    this.#invitations.delete(key)
    if (!invitation || invitation.expiresAt < this.#now()) return undefined
    const secret = randomToken()
    const { deviceName, role } = invitation
    this.#sessions.set(hash(secret), { deviceId: randomUUID(), deviceName, operator: '', role })
    return secret
  }

  /** Who holds this session; undefined when nobody does. */
  callerOf(secret: string | undefined): Caller | undefined {
    return secret ? this.#sessions.get(hash(secret)) : undefined
  }
}

function randomToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
