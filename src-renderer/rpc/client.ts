import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { WebSocket as ReconnectingWebSocket } from 'partysocket'
import type { contract } from '#main/rpc/contract.ts'
import { connection } from './connection.ts'

const PORT_MESSAGE = 'gelar:port'
const PORT_TIMEOUT_MS = 10_000

export type Client = ContractRouterClient<typeof contract>

/** Whether this page runs in the desktop program; otherwise it talks to the host that served it. */
export const isDesktop =
  globalThis.location.protocol === 'app:' || globalThis.location.hostname.endsWith('.app.standin')

/** The program, over a message port inside the desktop and over a WebSocket outside of it. Screens can't tell which. */
export const client: Client = createORPCClient(isDesktop ? new PortLink({ port: lazyPort() }) : socketLink())

/** Queries and mutations for the program's procedures. */
export const orpc = createTanstackQueryUtils(client)

function socketLink(): SocketLink<Record<never, never>> {
  const { protocol, host } = globalThis.location
  const socket = new ReconnectingWebSocket(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}/rpc`, [], {
    minReconnectionDelay: 300,
    maxReconnectionDelay: 3000,
    // A call is either answered or fails; it is never held back and sent later without its caller knowing.
    maxEnqueuedMessages: 50,
  })
  socket.addEventListener('open', () => connection.set('online'))
  socket.addEventListener('close', () => {
    if (!connection.isDown()) connection.set('offline')
    void hasLostSession().then(isLost => {
      if (socket.readyState !== WebSocket.OPEN) connection.set(isLost ? 'no-session' : 'offline')
    })
  })
  return new SocketLink({ websocket: socket as unknown as WebSocket })
}

/** Whether the program answers but does not know this device any more, as after a restart. The socket goes on trying meanwhile. */
async function hasLostSession(): Promise<boolean> {
  try {
    const answer = await fetch('/health', { cache: 'no-store' })
    return ((await answer.json()) as { hasSession?: boolean }).hasSession === false
  } catch {
    // The line is down.
    return false
  }
}

/** Stands for the port until the preload has handed it over; what is posted before waits. */
function lazyPort(): Pick<MessagePort, 'addEventListener' | 'postMessage'> {
  const waiting: ((port: MessagePort) => void)[] = []
  let arrived: MessagePort | undefined
  const whenArrived = (use: (port: MessagePort) => void): void => {
    if (arrived) use(arrived)
    else waiting.push(use)
  }
  const timer = setTimeout(() => connection.set('offline'), PORT_TIMEOUT_MS)
  globalThis.addEventListener('message', event => {
    const [port] = event.ports
    if (event.source !== globalThis.window || event.data !== PORT_MESSAGE || !port || arrived) return
    clearTimeout(timer)
    arrived = port
    port.start()
    for (const use of waiting.splice(0)) use(port)
    connection.set('online')
  })
  globalThis.postMessage(`${PORT_MESSAGE}:wanted`, globalThis.location.origin)
  return {
    addEventListener: (type: string, listener: EventListenerOrEventListenerObject) =>
      whenArrived(port => port.addEventListener(type, listener)),
    postMessage: (message: unknown) => whenArrived(port => port.postMessage(message)),
  }
}
