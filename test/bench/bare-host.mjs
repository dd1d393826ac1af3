// The least that can do the host's job: opens the event file, listens for HTTP and WebSockets, says that it is ready.
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Database from 'better-sqlite3'
import fastify from 'fastify'
import { WebSocketServer } from 'ws'

const db = new Database(process.argv[2])
db.pragma('journal_mode = WAL')
const name = db.prepare('SELECT name FROM event').pluck().get()
const server = fastify()
await server.register(cookie)
await server.register(helmet)
await server.register(rateLimit, { global: false })
server.get('/health', () => ({ name }))
const sockets = new WebSocketServer({ noServer: true })
server.server.on('upgrade', (request, socket, head) => sockets.handleUpgrade(request, socket, head, () => {}))
await server.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`${JSON.stringify({ ready: true, url: `http://127.0.0.1:${server.server.address().port}/` })}\n`)
