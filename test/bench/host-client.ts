import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import type { contract } from '#main/rpc/contract.ts'

export type Client = ContractRouterClient<typeof contract>

/** The built host in a process of its own. `page` lets one browser in. */
export interface RunningHost {
  process: ChildProcess
  /** Spawn to the line that says it is ready. */
  readyMs: number
  pageUrl: string
  stop(): Promise<void>
}

/** Starts `out/main/host.js` on a data folder and waits until it says that it is ready. */
export async function startHost(dataFolder: string, args: readonly string[] = []): Promise<RunningHost> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['out/main/host.js', ...args], {
    env: { ...process.env, GELAR_DATA_DIR: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const readyMs = performance.now() - startedAt
  const { ready, url } = JSON.parse(line) as { ready: boolean; url: string }
  if (!ready) throw new Error(`the host refused to start: ${line}`)
  const stop = async (): Promise<void> => {
    const exit = once(child, 'exit')
    child.kill()
    await exit
  }
  return { process: child, readyMs, pageUrl: url, stop }
}

/** A client over a real WebSocket, let in with the host's one-time token. */
export async function connect(host: RunningHost): Promise<{ client: Client; cookie: string; close: () => void }> {
  const answer = await fetch(host.pageUrl, { redirect: 'manual' })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const socket = new WebSocket(`ws://${new URL(host.pageUrl).host}/rpc`, { headers: { cookie } })
  await once(socket, 'open')
  const client: Client = createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }))
  return { client, cookie, close: () => socket.terminate() }
}
