import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { RPCHandler } from '@orpc/server/message-port'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { Caller } from '#main/features/audit/service.ts'
import { createProgram } from '#main/program.ts'
import type { Program } from '#main/rpc/context.ts'
import type { contract } from '#main/rpc/contract.ts'
import { router } from '#main/rpc/router.ts'
import { LanAccess } from '#main/transports/lan-access.ts'
import { startLanServer } from '#main/transports/lan-server.ts'
import { RendererFiles } from '#main/transports/renderer-files.ts'
import { tempFolder } from '../temp-folder.ts'

export type Client = ContractRouterClient<typeof contract>

/** The program with a data folder of its own; `readLog` gives what it has logged so far. */
export function startProgram(): { program: Program; folder: string; readLog: () => string } {
  const folder = tempFolder()
  const program = createProgram(folder, null)
  onTestFinished(() => program.workspace.close())
  return { program, folder, readLog: () => readFileSync(join(folder, 'log', 'gelar.log'), 'utf8') }
}

export interface Served {
  base: string
  port: number
  access: LanAccess
}

/** The real server on a free port of this machine, with a page and a script to serve. */
export async function serve(program: Program): Promise<Served> {
  const pages = tempFolder()
  mkdirSync(join(pages, 'assets'))
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Gelar</title>')
  writeFileSync(join(pages, 'assets', 'desk-1a2b.js'), 'export {}')
  const access = new LanAccess(() => Date.now())
  const files = new RendererFiles(pages)
  const server = await startLanServer({ program, access, files, address: '127.0.0.1', port: 0 })
  onTestFinished(() => server.close())
  return { base: `http://127.0.0.1:${server.port}`, port: server.port, access }
}

/** Lets a device in as a browser would be, and gives the cookie that it then sends. */
export async function pair({ base, access }: Served, role: Caller['role'] = 'admin'): Promise<string> {
  const token = access.invite('Meja 1', role, 60_000)
  const answer = await fetch(`${base}/pair?token=${token}`, { redirect: 'manual' })
  return answer.headers.getSetCookie()[0]!.split(';')[0]!
}

/** A client over a real WebSocket. */
export async function socketClient(program: Program, role: Caller['role']): Promise<Client> {
  const served = await serve(program)
  const cookie = await pair(served, role)
  const socket = new WebSocket(`ws://127.0.0.1:${served.port}/rpc`, { headers: { cookie } })
  onTestFinished(() => socket.terminate())
  return createORPCClient(new SocketLink({ websocket: socket as unknown as globalThis.WebSocket }))
}

/** A client over a message port, as the desktop's windows are. */
export async function portClient(program: Program, role: Caller['role']): Promise<Client> {
  const { port1, port2 } = new MessageChannel()
  const caller: Caller = { deviceId: 'desktop', deviceName: 'Komputer utama', operator: '', role }
  new RPCHandler(router).upgrade(port1, { context: { program, caller } })
  port1.start()
  port2.start()
  onTestFinished(() => port1.close())
  return createORPCClient(new PortLink({ port: port2 }))
}

/** Both transports: every promise of the contract is tried on each. */
export const transports = [
  ['WebSocket', socketClient],
  ['message port', portClient],
] as const
