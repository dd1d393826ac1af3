import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { RPCHandler } from '@orpc/server/ws'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { WebSocketServer } from 'ws'
import type { Caller } from '#main/features/audit/service.ts'
import type { Program } from '#main/rpc/context.ts'
import { contract } from '#main/rpc/contract.ts'
import { router } from '#main/rpc/router.ts'
import { type LanAccess, SESSION_COOKIE } from './lan-access.ts'
import { pairingPage } from './pairing-page.ts'
import { CONTENT_SECURITY_POLICY, type RendererFiles } from './renderer-files.ts'

/** Enough for a participant list of 40 MB; larger frames end the connection. */
const MAX_FRAME_BYTES = 64 * 1024 * 1024
const PAIRING_TRIES_PER_MINUTE = 20

export interface LanServer {
  readonly port: number
  close(): Promise<void>
}

interface Options {
  program: Program
  access: LanAccess
  files: RendererFiles
  address: string
  port: number
}

/** Serves the renderer, the contract over a WebSocket (`/rpc`) and as REST (`/api`), and `/health`. Resolves once it listens. */
export async function startLanServer(options: Options): Promise<LanServer> {
  const server = fastify({ bodyLimit: MAX_FRAME_BYTES, forceCloseConnections: true })
  await server.register(cookie)
  await server.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    xFrameOptions: { action: 'sameorigin' },
  })
  await server.register(rateLimit, { global: false })
  server.addHook('onRequest', async (request, reply) => {
    if (!isOurHost(request.headers.host, server)) await reply.code(421).send({ code: 'WRONG_HOST' })
  })
  addOpenRoutes(server, options)
  addSessionRoutes(server, options)
  addWebSocket(server, options)
  await server.listen({ host: options.address, port: options.port })
  return { port: (server.server.address() as AddressInfo).port, close: () => server.close() }
}

/** What answers without a session: health and pairing. */
function addOpenRoutes(server: FastifyInstance, { program, access }: Options): void {
  // A page whose socket is refused learns here whether the line is down or its session is gone: a browser doesn't say.
  server.get('/health', request => ({
    version: program.version,
    state: program.workspace.current ? 'event-open' : 'no-event',
    hasSession: access.callerOf(request.cookies[SESSION_COOKIE]) !== undefined,
  }))
  server.get<{ Querystring: { token?: string } }>(
    '/pair',
    // A HEAD request, as programs that preview links send, may not use up the token.
    { exposeHeadRoute: false, config: { rateLimit: { max: PAIRING_TRIES_PER_MINUTE, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const secret = access.accept(String(request.query.token ?? ''))
      if (!secret) return sendPairingPage(reply, request.query.token !== undefined)
      return reply
        .setCookie(SESSION_COOKIE, secret, { httpOnly: true, sameSite: 'strict', path: '/' })
        .header('referrer-policy', 'no-referrer')
        .redirect('/', 303)
    },
  )
}

/** Everything else needs a session. */
function addSessionRoutes(server: FastifyInstance, { program, access, files }: Options): void {
  const callerOf = (request: FastifyRequest): Caller | undefined => access.callerOf(request.cookies[SESSION_COOKIE])
  const rest = new OpenAPIHandler(router)
  let description: Promise<unknown> | undefined

  server.get('/api/openapi.json', async (request, reply) => {
    if (!callerOf(request)) return reply.code(401).send({ code: 'NO_SESSION' })
    description ??= describeApi(program.version)
    return description
  })
  void server.register(async scope => {
    // The handler reads the body itself.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null, undefined))
    scope.all('/api/*', async (request, reply) => {
      const caller = callerOf(request)
      if (!caller) return reply.code(401).send({ code: 'NO_SESSION' })
      if (isForeignOrigin(request.headers)) return reply.code(403).send({ code: 'WRONG_ORIGIN' })
      // The body is read by the handler, past the server's own limit.
      if (request.headers['transfer-encoding']) return refuseBody(reply, 411, 'LENGTH_REQUIRED')
      if (Number(request.headers['content-length'] ?? 0) > MAX_FRAME_BYTES) return refuseBody(reply, 413, 'TOO_LARGE')
      const { matched } = await rest.handle(request, reply, { prefix: '/api', context: { program, caller } })
      return matched ? reply : reply.code(404).send({ code: 'NOT_FOUND' })
    })
  })
  server.setNotFoundHandler(async (request, reply) => {
    if (!callerOf(request)) return sendPairingPage(reply, false)
    const file = request.method === 'GET' ? files.get(request.url.split('?', 1)[0] ?? '/') : undefined
    if (!file) return reply.code(404).send({ code: 'NOT_FOUND' })
    return reply
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .header('cache-control', file.isImmutable ? 'private, max-age=31536000, immutable' : 'no-cache')
      .type(file.mime)
      .send(file.body)
  })
}

/** The contract over a WebSocket. Session, Host and Origin are checked before the upgrade: without them there is no socket. */
function addWebSocket(server: FastifyInstance, { program, access }: Options): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false })
  const handler = new RPCHandler(router)
  server.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const cookies = server.parseCookie(request.headers.cookie ?? '')
    const caller = access.callerOf(cookies[SESSION_COOKIE])
    const isAllowed =
      request.url === '/rpc' && caller && isOurHost(request.headers.host, server) && !isForeignOrigin(request.headers)
    if (!isAllowed) {
      // A peer that has gone already must not end the program.
      socket.on('error', () => {})
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, ws => {
      // A frame that is too large or malformed ends this socket only; its peer sees the close.
      ws.on('error', error => program.log.warn({ reason: error.message }, 'socket ended'))
      void handler.upgrade(ws, { context: { program, caller } })
    })
  })
  // Before the server closes, which waits for upgraded connections for ever.
  server.addHook('preClose', async () => {
    for (const ws of sockets.clients) ws.terminate()
    sockets.close()
  })
}

/** Without reading it: the connection ends with the answer. */
function refuseBody(reply: FastifyReply, status: 411 | 413, code: string): FastifyReply {
  return reply.code(status).header('connection', 'close').send({ code })
}

function sendPairingPage(reply: FastifyReply, wasRefused: boolean): FastifyReply {
  return reply
    .code(401)
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
    )
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(pairingPage(wasRefused))
}

/** Keeps pages of other names away that point at this machine (DNS rebinding). */
function isOurHost(host: string | undefined, server: FastifyInstance): boolean {
  const address = server.server.address() as AddressInfo | null
  return [`127.0.0.1:${address?.port}`, `localhost:${address?.port}`, `[::1]:${address?.port}`].includes(host ?? '')
}

function isForeignOrigin(headers: IncomingMessage['headers']): boolean {
  return headers.origin !== undefined && headers.origin !== `http://${headers.host}`
}

function describeApi(version: string): Promise<unknown> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  return generator.generate(contract, { info: { title: 'Gelar', version }, servers: [{ url: '/api' }] })
}
