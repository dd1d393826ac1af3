import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { pair, serve, startProgram, transports } from './running-program.ts'

const ACT = '0192f0c1-0000-7000-8000-00000000000'
const SETTINGS = { printOnCheckIn: 'ask', isSoundOn: true } as const
const DETAILS = {
  name: 'PLM Maros',
  level: 'kabupaten',
  hostInstitution: '',
  theme: '',
  venue: '',
  timeZone: 'Asia/Makassar',
} as const

describe.each(transports)('over a %s', (_name, connect) => {
  it('answers, and says who the caller is by what the transport knows', async () => {
    const { program } = startProgram()
    const client = await connect(program, 'registrasi')
    expect(await client.program.about()).toMatchObject({
      role: 'registrasi',
      shell: 'browser',
      version: program.version,
    })
    expect(await client.events.current()).toBeNull()
  })

  it('tells every listener what has changed, each topic once, only after the commit', async () => {
    const { program } = startProgram()
    const client = await connect(program, 'admin')
    const heard: string[] = []
    const controller = new AbortController()
    const feed = await client.program.changes(undefined, { signal: controller.signal })
    const listening = (async () => {
      for await (const change of feed) heard.push(change.topic)
    })().catch(() => {})
    await vi.waitFor(() => expect(heard).toEqual(['*']))
    await client.events.create({ actId: `${ACT}0`, ...DETAILS, days: ['2026-11-22'] })
    await vi.waitFor(() => expect(heard).toEqual(['*', 'events']))
    await client.events.update({ actId: `${ACT}1`, details: DETAILS, settings: SETTINGS })
    await vi.waitFor(() => expect(heard).toEqual(['*', 'events', 'events']))
    await client.events.removeLogo({ actId: `${ACT}2`, id: 'none' }).catch(() => {})
    await client.events.update({ actId: `${ACT}1`, details: DETAILS, settings: SETTINGS })
    await pause(50)
    expect(heard, 'a refusal and a retry change nothing').toEqual(['*', 'events', 'events'])
    controller.abort()
    await listening
  })

  it('refuses wrong input as BAD_REQUEST, with the fields, and does nothing', async () => {
    const { program } = startProgram()
    const client = await connect(program, 'admin')
    const wrong = { actId: `${ACT}0`, ...DETAILS, name: '', days: ['2026-02-30'] }
    await expect(client.events.create(wrong)).rejects.toMatchObject({ code: 'BAD_REQUEST', status: 400 })
    const error = await client.events
      .create(wrong)
      .catch((thrown: { data: { issues: { path: string[] }[] } }) => thrown)
    expect((error as { data: { issues: { path: string[] }[] } }).data.issues.map(issue => issue.path[0])).toEqual([
      'name',
      'days',
    ])
    expect(await client.events.recents()).toEqual([])
    await expect(client.events.open({ path: 12 } as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(client.events.open(null as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('refuses with the code and data of the contract', async () => {
    const { program, folder } = startProgram()
    const client = await connect(program, 'admin')
    await expect(client.events.logos()).rejects.toMatchObject({ code: 'NO_EVENT_OPEN', status: 409, defined: true })
    await expect(client.events.open({ path: `${folder}/tidak-ada.gelar` })).rejects.toMatchObject({
      code: 'EVENT_FILE_REFUSED',
      defined: true,
      data: { problem: 'not-found', path: `${folder}/tidak-ada.gelar` },
    })
  })

  it('answers a bug with a reference, logged once and without what people typed', async () => {
    const { program, readLog } = startProgram()
    vi.spyOn(program.workspace, 'recents').mockImplementation(() => {
      JSON.parse('Siti Aminah, 081234567890')
      throw new Error('unreachable')
    })
    const client = await connect(program, 'admin')
    const error = await client.events.recents().catch((thrown: { data: { reference: string } }) => thrown)
    expect(error).toMatchObject({
      code: 'UNEXPECTED',
      status: 500,
      data: { reference: expect.stringMatching(/^\w{8}$/) },
    })
    const { reference } = (error as { data: { reference: string } }).data
    const lines = readLog()
      .split('\n')
      .filter(line => line.includes(reference))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('events.recents')
    expect(lines[0], 'where it happened').toContain('transports.test.ts')
    expect(readLog()).not.toMatch(/Siti|0812/)
  })

  it('answers an answer of a wrong form as a bug too', async () => {
    const { program, readLog } = startProgram()
    const client = await connect(program, 'admin')
    vi.spyOn(program, 'now').mockReturnValue('Siti Aminah' as never)
    await expect(client.program.about()).rejects.toMatchObject({ code: 'UNEXPECTED', status: 500 })
    expect(readLog()).toContain('program.about')
    expect(readLog()).not.toContain('Siti')
  })

  it('logs a slow call by its name, and no other', async () => {
    const { program, readLog } = startProgram()
    const client = await connect(program, 'admin')
    await client.program.about()
    expect(readLog()).toBe('')
    vi.spyOn(program.workspace, 'recents').mockImplementation(() => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60)
      return []
    })
    await client.events.recents()
    await vi.waitFor(() => expect(readLog()).toMatch(/"procedure":"events\.recents","durationMs":\d+.*slow call/))
  })

  it('refuses a desk what only the administrator may do', async () => {
    const { program } = startProgram()
    const client = await connect(program, 'registrasi')
    await expect(client.events.recents()).rejects.toMatchObject({ code: 'FORBIDDEN', status: 403 })
    await expect(client.events.create({ actId: `${ACT}0`, ...DETAILS, days: ['2026-11-22'] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

// What a client makes of two frames that come together is its own affair, so the frames themselves are looked at.
it('sends the answer to an act before the change that the act made', async () => {
  const { program } = startProgram()
  const served = await serve(program)
  const cookie = await pair(served)
  const socket = new WebSocket(`ws://127.0.0.1:${served.port}/rpc`, { headers: { cookie } })
  const frames: string[] = []
  socket.on('message', frame => frames.push(String(frame)))
  await new Promise(resolve => socket.once('open', resolve))
  const call = (id: string, path: string, json?: unknown): void =>
    socket.send(JSON.stringify({ i: id, p: { u: path, b: json === undefined ? {} : { json } } }))
  call('feed', '/program/changes')
  await vi.waitFor(() => expect(frames.some(frame => frame.includes('"topic":"*"'))).toBe(true))
  frames.length = 0
  call('act', '/events/create', { actId: `${ACT}0`, ...DETAILS, days: ['2026-11-22'] })
  await vi.waitFor(() => expect(frames).toHaveLength(2))
  expect(frames.map(frame => (JSON.parse(frame) as { i: string }).i)).toEqual(['act', 'feed'])
  socket.terminate()
})
