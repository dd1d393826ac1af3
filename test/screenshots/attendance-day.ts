// What the doors do between the pictures, by way of the program's own line.
import { v7 as newId } from 'uuid'
import type { Client } from '#test/bench/host-client.ts'
import { LONGEST } from './prepared-event.ts'
import type { Studio } from './studio.ts'

/** The rooms of the programme that have a door in the pictures. */
export const HALL = 'Aula Utama'
export const ORCHID = 'Ruang Anggrek'
export const JASMINE = 'Ruang Melati'

/** They go to a class before the camera. */
export const ACTORS = { first: 'Syamsul Syarifuddin', second: 'Fatimah Palinrungi', longest: LONGEST.name } as const

async function extras(client: Client, state: 'expected' | 'arrived'): Promise<string[]> {
  const people = await client.registration.people({ state, onlyWalkIns: false })
  const actors: readonly string[] = Object.values(ACTORS)
  return people.filter(({ name }) => !actors.includes(name)).map(({ id }) => id)
}

/** All but these last ones come to the desk. */
const AWAY = 14

/** Checks in whom the pictures of the desk left. */
export async function fillDesk(client: Client): Promise<void> {
  const missing = await client.registration.people({ state: 'missing', onlyWalkIns: false })
  await client.registration.checkInGroup({
    actId: newId(),
    participantIds: missing.slice(0, -AWAY).map(({ id }) => id),
  })
}

async function arrived(client: Client): Promise<string[]> {
  return (await client.registration.people({ state: 'arrived', onlyWalkIns: false })).map(({ id }) => id)
}

/** The address of a room's door. */
export async function doorOf(client: Client, room: string): Promise<string> {
  return `pintu/${await roomIdOf(client, room)}`
}

async function roomIdOf(client: Client, name: string): Promise<string> {
  const room = (await client.sessions.rooms.list()).find(each => each.name === name)
  if (!room) throw new Error(`no room ${name}`)
  return room.id
}

/** Those people go through a door, one after the other. */
async function pass(client: Client, room: string, direction: 'in' | 'out', ids: readonly string[]): Promise<void> {
  const roomId = await roomIdOf(client, room)
  for (const participantId of ids) {
    await client.sessions.door.pick({ actId: newId(), roomId, heldSessionId: null, direction, participantId })
  }
}

/** The morning in the hall: in time, late, out for lunch, and some who forget to be scanned out. */
export async function spendMorning({ client, setTime }: Studio): Promise<void> {
  const people = await arrived(client)
  await setTime('09.05')
  await pass(client, HALL, 'in', people.slice(0, 96))
  await setTime('09.28')
  await pass(client, HALL, 'in', people.slice(96, 108))
  await setTime('12.10')
  await pass(client, HALL, 'out', people.slice(0, 90))
}

async function classB(client: Client): Promise<string> {
  const session = (await client.sessions.list({ dayId: null })).find(({ title }) => title.startsWith('Kelas berbagi B'))
  return session?.id ?? ''
}

/** Who goes to class A (up to `count`) and who is on the list of class B. */
export async function fillClasses({ client }: Studio, count: number): Promise<void> {
  const people = await extras(client, 'arrived')
  const listed = new Set((await client.sessions.signUps.list({ sessionId: await classB(client) })).map(({ id }) => id))
  const others = people.filter(id => !listed.has(id))
  await pass(client, ORCHID, 'in', others.slice(0, count))
  await pass(client, JASMINE, 'in', [...listed].filter(id => people.includes(id)).slice(0, 34))
}

/** Puts forty people on the list of class B and makes it the condition. */
export async function listClass({ client }: Studio): Promise<void> {
  const classId = await classB(client)
  const session = (await client.sessions.list({ dayId: null })).find(({ id }) => id === classId)
  if (!session) throw new Error('no class B')
  const {
    id,
    date: _date,
    roomName: _roomName,
    startsAt: _startsAt,
    endsAt: _endsAt,
    limit: _limit,
    ...input
  } = session
  const admission = { ...input.admission, isSignUpOnly: true }
  await client.sessions.update({ actId: newId(), id, session: { ...input, admission } })
  const participantIds = (await extras(client, 'expected')).slice(48, 88)
  await client.sessions.signUps.set({ actId: newId(), sessionId: id, participantIds, isSignedUp: true })
}

/** Half past three: classes end, the hall fills again. */
export async function spendAfternoon({ client, setTime }: Studio): Promise<void> {
  const people = await arrived(client)
  await setTime('14.12')
  await leave(client, ORCHID, 34)
  await leave(client, JASMINE, 30)
  await setTime('14.18')
  await pass(client, HALL, 'in', people.slice(0, 92))
  await setTime('15.47')
  await pass(client, HALL, 'out', people.slice(0, 85))
}

/** So many of those in a room are scanned out. */
async function leave(client: Client, room: string, count: number): Promise<void> {
  const state = await client.sessions.door.state({ roomId: await roomIdOf(client, room), heldSessionId: null })
  if (!state.session) throw new Error(`no session in ${room}`)
  const place = { dayId: state.session.dayId, sessionId: state.session.id }
  const inside = await client.sessions.people({ ...place, state: 'inside', text: '' })
  await pass(
    client,
    room,
    'out',
    inside.slice(0, count).map(({ id }) => id),
  )
}

/** A daftar hadir of the day with fixed numbers; answers with its code. */
export async function makeSheet(client: Client): Promise<string> {
  const day = (await client.events.current())?.days[0]
  if (!day) throw new Error('no event')
  const request = { paper: 'daftar-hadir' as const, dayId: day.id }
  const fixed = await client.documents.release({ actId: newId(), request, fixesNumbers: true })
  return fixed.sheetCode ?? ''
}
