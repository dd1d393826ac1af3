import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { contract } from '#main/rpc/contract.ts'
import { proceduresOf } from './procedures.ts'
import { pair, serve, type Served, startProgram } from './running-program.ts'

const ACT = '01932a4e-0000-7000-8000-000000000001'

async function started(): Promise<Served & { cookie: string }> {
  const { program } = startProgram()
  const served = await serve(program)
  return { ...served, cookie: await pair(served) }
}

/** A request with a raw path and headers, as no browser would send it. */
async function raw(port: number, path: string, headers: Record<string, string> = {}): Promise<number> {
  const asked = httpRequest({ host: '127.0.0.1', port, path, headers, setHost: headers['host'] === undefined })
  asked.end()
  const [answer] = (await once(asked, 'response')) as [import('node:http').IncomingMessage]
  answer.resume()
  return answer.statusCode!
}

/** How an upgrade ends: `open`, or the status that it was refused with. */
async function upgrade(port: number, headers: Record<string, string>, path = '/rpc'): Promise<string | number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
  return new Promise(resolve => {
    socket.on('open', () => {
      socket.close()
      resolve('open')
    })
    socket.on('unexpected-response', (_request, answer) => resolve(answer.statusCode!))
    socket.on('error', () => resolve('error'))
  })
}

describe('without a session', () => {
  it('nothing but the pairing page and /health answers', async () => {
    const { base, port } = await started()
    for (const path of ['/', '/index.html', '/assets/desk-1a2b.js', '/stage.html', '/nothing', '/pair']) {
      const answer = await fetch(base + path)
      expect([path, answer.status]).toEqual([path, 401])
      expect(await answer.text()).toContain('Kode sambungan')
    }
    for (const path of ['/api/openapi.json', '/api/events/current']) {
      const answer = await fetch(base + path)
      expect([answer.status, await answer.json()]).toEqual([401, { code: 'NO_SESSION' }])
    }
    expect(await upgrade(port, {})).toBe(401)
    expect(await upgrade(port, { cookie: 'gelar-session=falsch' })).toBe(401)
    const health = await fetch(`${base}/health`)
    expect(await health.json()).toEqual({
      version: expect.stringMatching(/^\d/),
      state: 'no-event',
      hasSession: false,
    })
  })

  it('a token lets one device in, once; old and wrong ones nobody', async () => {
    const { base, access } = await started()
    const token = access.invite('Meja 2', 'registrasi', 60_000)
    expect((await fetch(`${base}/pair?token=${token}`, { method: 'HEAD' })).headers.getSetCookie()).toEqual([])
    const first = await fetch(`${base}/pair?token=${token}`, { redirect: 'manual' })
    expect([first.status, first.headers.get('location')]).toEqual([303, '/'])
    const flags = first.headers.getSetCookie()[0]!.split('; ').slice(1)
    expect(flags).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/']))
    const second = await fetch(`${base}/pair?token=${token}`, { redirect: 'manual' })
    expect([second.status, second.headers.getSetCookie()]).toEqual([401, []])
    const late = access.invite('Meja 3', 'registrasi', -1)
    for (const wrong of [late, '', 'abc', `${token}x`]) {
      expect((await fetch(`${base}/pair?token=${wrong}`, { redirect: 'manual' })).status).toBe(401)
    }
  })

  it('guessing tokens is slowed down', async () => {
    const { base } = await started()
    const statuses = await Promise.all(
      Array.from({ length: 30 }, async () => (await fetch(`${base}/pair?token=x`)).status),
    )
    expect(new Set(statuses)).toEqual(new Set([401, 429]))
  })
})

describe('with a session', () => {
  it('serves the built pages under a strict policy, and no path outside of them', async () => {
    const { base, port, cookie } = await started()
    const page = await fetch(base, { headers: { cookie } })
    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*script-src 'self' 'wasm-unsafe-eval'/,
    )
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await page.text()).toContain('<title>Gelar</title>')
    expect(
      (await fetch(`${base}/assets/desk-1a2b.js`, { headers: { cookie } })).headers.get('cache-control'),
    ).toContain('immutable')
    const strange = [
      '/..%2fetc/passwd',
      '/../package.json',
      '/assets/..%5c..%5cx',
      '/%00',
      '/assets',
      '//etc/passwd',
      '/index.html/',
      '/constructor',
      '/__proto__',
    ]
    for (const path of strange) expect([path, await raw(port, path, { cookie })]).toEqual([path, 404])
    expect((await fetch(`${base}/index.html`, { method: 'DELETE', headers: { cookie } })).status).toBe(404)
    expect(await raw(port, '/%', { cookie })).toBe(400)
  })

  it('refuses names that are not ours (DNS rebinding) and pages of others before anything else', async () => {
    const { base, port, cookie } = await started()
    expect(await raw(port, '/', { cookie, host: 'evil.example' })).toBe(421)
    expect(await raw(port, '/health', { host: `evil.example:${port}` })).toBe(421)
    expect(await (await fetch(`${base}/health`, { headers: { cookie } })).json()).toMatchObject({ hasSession: true })
    expect(await upgrade(port, { cookie })).toBe('open')
    expect(await upgrade(port, { cookie, origin: base })).toBe('open')
    expect(await upgrade(port, { cookie, origin: 'http://evil.example' })).toBe(401)
    expect(await upgrade(port, { cookie, origin: 'null' })).toBe(401)
    expect(await upgrade(port, { cookie, host: 'evil.example' })).toBe(401)
    expect(await upgrade(port, { cookie }, '/other')).toBe(401)
    const foreign = await fetch(`${base}/api/events/current`, {
      method: 'POST',
      headers: { cookie, origin: 'http://evil.example' },
    })
    expect(foreign.status).toBe(403)
  })

  it('a frame that is too large or no frame at all ends its own socket only', async () => {
    const { port, cookie } = await started()
    const good = new WebSocket(`ws://127.0.0.1:${port}/rpc`, { headers: { cookie } })
    const bad = new WebSocket(`ws://127.0.0.1:${port}/rpc`, { headers: { cookie } })
    await Promise.all([once(good, 'open'), once(bad, 'open')])
    const closed = once(bad, 'close')
    bad.on('error', () => {})
    // The header of a frame of 1 GB; none of it needs to be sent.
    const { _socket: wire } = bad as unknown as { _socket: import('node:net').Socket }
    wire.write(Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0x40, 0, 0, 0, 1, 2, 3, 4]))
    await closed
    expect(good.readyState).toBe(WebSocket.OPEN)
    good.send('{"no": "request"}')
    good.send('not even JSON')
    const cutOff = connect(port, '127.0.0.1')
    cutOff.write('GET /rpc HTTP/1.1\r\nHost: evil\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    cutOff.resetAndDestroy()
    expect(await upgrade(port, { cookie })).toBe('open')
    good.terminate()
  })

  it('refuses a body that is too large or of unknown length', async () => {
    const { base, port, cookie } = await started()
    expect(
      (
        await fetch(`${base}/api/events/open`, {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json' },
          body: '{"path":1}',
        })
      ).status,
    ).toBe(400)
    const asked = httpRequest({
      host: '127.0.0.1',
      port,
      path: '/api/events/open',
      method: 'POST',
      headers: { cookie, 'content-length': String(65 * 1024 * 1024) },
    })
    asked.on('error', () => {})
    asked.flushHeaders()
    const [large] = (await once(asked, 'response')) as [import('node:http').IncomingMessage]
    expect(large.statusCode).toBe(413)
    asked.destroy()
    const chunked = httpRequest({
      host: '127.0.0.1',
      port,
      path: '/api/events/open',
      method: 'POST',
      headers: { cookie, 'transfer-encoding': 'chunked' },
    })
    chunked.on('error', () => {})
    chunked.write('{')
    const [unknown] = (await once(chunked, 'response')) as [import('node:http').IncomingMessage]
    expect(unknown.statusCode).toBe(411)
    chunked.destroy()
  })
})

describe('as REST', () => {
  it('the description lists every procedure of the contract', async () => {
    const { base, cookie } = await started()
    const description = (await (await fetch(`${base}/api/openapi.json`, { headers: { cookie } })).json()) as {
      openapi: string
      paths: Record<string, unknown>
    }
    expect(description.openapi).toMatch(/^3\.1/)
    const names = proceduresOf(contract).map(({ path }) => `/${path.join('/')}`)
    expect(Object.keys(description.paths).sort()).toEqual(names.sort())
  })

  it('the routes do what the procedures do, for the role of the session', async () => {
    const served = await started()
    const asked = async (path: string, cookie: string, body?: unknown): Promise<[number, unknown]> => {
      const answer = await fetch(`${served.base}/api/${path}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body ?? {}),
      })
      const text = await answer.text()
      return [answer.status, text === '' ? null : JSON.parse(text)]
    }
    const { cookie } = served
    const desk = await pair(served, 'registrasi')
    expect(await asked('events/createSample', desk, { actId: ACT, timeZone: 'Asia/Makassar' })).toMatchObject([
      403,
      { code: 'FORBIDDEN' },
    ])
    expect(await asked('events/logos', cookie)).toMatchObject([409, { code: 'NO_EVENT_OPEN' }])
    expect(await asked('events/open', cookie, { path: '/tidak/ada.gelar' })).toMatchObject([
      422,
      { code: 'EVENT_FILE_REFUSED', data: { problem: 'not-found' } },
    ])
    expect(await asked('events/createSample', cookie, { actId: ACT, timeZone: 'Asia/Makassar' })).toMatchObject([
      200,
      { isSample: true },
    ])
    expect(await asked('events/current', desk)).toMatchObject([200, { isSample: true, timeZone: 'Asia/Makassar' }])
    expect(await asked('events/nothing', cookie)).toMatchObject([404, { code: 'NOT_FOUND' }])
    expect(await (await fetch(`${served.base}/health`)).json()).toMatchObject({ state: 'event-open' })
  })
})
