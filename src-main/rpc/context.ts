import type { Logger } from 'pino'
import type { EventFile } from '#main/event-file/open.ts'
import type { Caller } from '#main/features/audit/service.ts'
import { type Desktop, DESKTOP_DEVICE_ID } from './desktop.ts'
import type { Workspace } from '#main/features/events/workspace.ts'
import { Refusal } from './base-contract.ts'

/** The running program, as the use cases see it: one open event at most, a clock, a log, and what the operating system lends. */
export interface Program {
  readonly version: string
  readonly workspace: Workspace
  readonly log: Logger
  /** The desktop's printers and dialogs; null where the program runs without windows. */
  readonly desktop: Desktop | null
  /** UTC epoch milliseconds. */
  readonly now: () => number
}

/** What each call carries besides its input; made by the transport. */
export interface RpcContext {
  program: Program
  caller: Caller
}

/** The open event, or the refusal NO_EVENT_OPEN. */
export function openEvent(context: RpcContext): EventFile {
  const event = context.program.workspace.current
  if (!event) throw new Refusal('NO_EVENT_OPEN')
  return event
}

/** The desktop's dialogs, for its own windows alone: nobody else sits at that computer. Null for every other caller. */
export function dialogsFor({ program, caller }: RpcContext): Desktop | null {
  return caller.deviceId === DESKTOP_DEVICE_ID ? program.desktop : null
}
