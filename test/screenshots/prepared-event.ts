import { v7 as newId } from 'uuid'
import { badgeIdentityOf, makeCode } from '#main/features/badges/code-service.ts'
import { createEvent } from '#main/features/events/creation-service.ts'
import { addDays, dateInZone } from '#main/features/events/time-rules.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { BLANK_PERSON, type PersonInput } from '#main/features/participants/contract.ts'
import type { Client } from '#test/bench/host-client.ts'

const ZONE = 'Asia/Makassar'
export const EVENT_NAME = 'Peer Learning Meeting Kabupaten Maros'

/** An event file of today without people, and codes that its desk refuses. */
export interface PreparedEvent {
  path: string
  unknownCode: string
  foreignCode: string
}

/** Writes two events into the data folder: the one that the pictures show, and one from which a badge strays in. */
export function prepareEvent(dataFolder: string): PreparedEvent {
  const workspace = new Workspace(dataFolder)
  const elsewhere = openNew(workspace, 'Peer Learning Meeting Kabupaten Bone', 'Kabupaten Bone')
  const foreignCode = makeCode(badgeIdentityOf(elsewhere))
  const event = openNew(workspace, EVENT_NAME, 'Kabupaten Maros')
  const unknownCode = makeCode(badgeIdentityOf(event))
  const { path } = event
  workspace.close()
  return { path, unknownCode, foreignCode }
}

function openNew(workspace: Workspace, name: string, place: string) {
  const at = Date.now()
  const today = dateInZone(at, ZONE)
  const details = {
    name,
    level: 'kabupaten' as const,
    hostInstitution: `Dinas Perpustakaan dan Kearsipan ${place}`,
    theme: 'Perpustakaan desa menggerakkan masyarakat',
    venue: 'Gedung Serbaguna, Jalan Jenderal Sudirman',
    timeZone: ZONE as 'Asia/Makassar',
    days: [today, addDays(today, 1)],
  }
  createEvent(workspace, details, at)
  if (!workspace.current) throw new Error(`${name} did not open`)
  return workspace.current
}

/** The guest with the longest name that a badge must hold. */
export const LONGEST = {
  titleBefore: 'Prof. Dr. Ir. H.',
  name: 'Andi Muhammad Syahruddin Kusumaatmadja Palinrungi Daeng Mattawang',
  titleAfter: 'S.Sos., S.IP., M.Si., M.Hum.',
  position: 'Kepala Dinas Perpustakaan dan Kearsipan',
  institution: 'Dinas Perpustakaan dan Kearsipan Kabupaten Pangkajene dan Kepulauan',
  phone: '0811-4455-2071',
  nip: '197108121998031004',
} as const

const GUESTS: readonly (Partial<PersonInput> & { name: string; role: string })[] = [
  { ...LONGEST, role: 'Narasumber' },
  {
    titleBefore: 'Dra. Hj.',
    name: 'Nurhayati Salam',
    titleAfter: 'M.Pd.',
    role: 'Moderator',
    institution: 'Forum Taman Baca Maros',
  },
  { name: 'Ani', role: 'Panitia', institution: 'Dinas Perpustakaan dan Kearsipan' },
  { name: 'Rahmawati Saleh', role: 'Media', institution: 'Radio Republik Indonesia' },
]

/** Adds those who are on no list of villages. */
export async function addGuests(client: Client): Promise<void> {
  const roles = new Map((await client.participants.roles.list()).map(role => [role.name, role.id]))
  for (const { role, ...person } of GUESTS) {
    const roleId = roles.get(role)
    if (!roleId) throw new Error(`no role ${role}`)
    await client.participants.add({ actId: newId(), person: { ...BLANK_PERSON, ...person, roleId } })
  }
}

/** Prints a badge for everybody, as the secretariat did the evening before; returns the codes by name. */
export async function printAllBadges(client: Client): Promise<ReadonlyMap<string, string>> {
  const filter = { roleId: null, delegationId: null, isNotYetPrinted: true, arrival: 'all' as const }
  const answer = await client.badges.print({ actId: newId(), recipients: { filter }, target: 'dialog' })
  if (answer.status !== 'queued') throw new Error(`badges were not queued: ${answer.status}`)
  const { jobId } = answer
  await client.badges.startDialog({ actId: newId(), jobId })
  await client.badges.finishDialog({ actId: newId(), jobId, hasComeOut: true })
  const { badges } = await client.badges.sheet({ jobId })
  return new Map(badges.map(({ name, code }) => [name, code]))
}
