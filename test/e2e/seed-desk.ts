import { v7 as newId } from 'uuid'
import { act, type Caller } from '#main/features/audit/service.ts'
import { badgeIdentityOf, issueBadgeIn, makeCode } from '#main/features/badges/code-service.ts'
import { createEvent } from '#main/features/events/creation-service.ts'
import { addDays, dateInZone } from '#main/features/events/time-rules.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { BLANK_PERSON, type PersonInput } from '#main/features/participants/contract.ts'
import { createPersonIn } from '#main/features/participants/person-service.ts'
import { getChoices } from '#main/features/registration/desk-service.ts'
import { addDelegation } from '#main/features/participants/delegation-service.ts'

const SECRETARIAT: Caller = { deviceId: 'seed', deviceName: 'Sekretariat', operator: '', role: 'admin' }
const ZONE = 'Asia/Makassar'

export const LONGEST_NAME = 'Prof. Dr. Ir. H. Andi Muhammad Syahruddin Kusumaatmadja Palinrungi Daeng Mattawang'

/** An event of today and tomorrow with people of three villages and the codes on their badges, as another Gelar left it. */
export interface SeededDesk {
  name: string
  path: string
  codes: Record<string, string>
  /** A code of this event that is in no file, and one of another event. */
  unknownCode: string
  foreignCode: string
}

/** Writes the event into the data folder; it is the newest on the start screen. `startsInDays`: its first day, counted from today. */
export function seedDesk(dataDir: string, startsInDays = 0): SeededDesk {
  const workspace = new Workspace(dataDir)
  const at = Date.now()
  const elsewhere = openNew(workspace, 'PLM Kabupaten Bone', at, startsInDays)
  const foreignCode = makeCode(badgeIdentityOf(elsewhere))
  const name = 'PLM Kabupaten Maros'
  const event = openNew(workspace, name, at, startsInDays)
  const roles = new Map(getChoices(event).roles.map(role => [role.name, role.id]))
  const delegations = ["Desa Baji Pa'mai", 'Desa Bentenge', 'Desa Bontomanurung'].map(village => {
    const delegation = { name: village, regionCode: '', quota: null, transport: '', note: '' }
    return addDelegation(event, SECRETARIAT, { actId: newId(), delegation }, at).id
  })
  const [baji = '', bentenge = '', bonto = ''] = delegations
  const baseDistrict = { regency: 'Kabupaten Maros', province: 'Sulawesi Selatan' }
  const inBaji = { ...baseDistrict, delegationId: baji, village: "Baji Pa'mai", district: 'Maros Baru' }
  const inBentenge = { ...baseDistrict, delegationId: bentenge, village: 'Bentenge', district: 'Mallawa' }
  const inBonto = { ...baseDistrict, delegationId: bonto, village: 'Bontomanurung', district: 'Tompobulu' }
  const people: (Partial<PersonInput> & { name: string; role?: string })[] = [
    {
      ...inBaji,
      titleBefore: 'Hj.',
      name: 'Sitti Aminah Mappatunru',
      titleAfter: 'S.Sos., M.Si.',
      position: 'Pengelola Perpustakaan',
      institution: 'Perpustakaan Mattirodeceng',
      phone: '0812-4100-2001',
    },
    { ...inBaji, name: 'Arifin Ramli', position: 'Kepala Desa' },
    { ...inBaji, name: 'Mukhtar Basri', titleAfter: 'S.Pd.', position: 'Penerima manfaat' },
    { ...inBaji, name: 'Chaerunnisa Yunus' },
    { ...inBentenge, name: 'Muhammad Idris', position: 'Kepala Desa' },
    { ...inBentenge, name: 'Andi Tenri Palinrungi' },
    { ...inBonto, name: 'Muhammad Idris', position: 'Pustakawan' },
    {
      ...inBonto,
      titleBefore: 'Prof. Dr. Ir. H.',
      name: LONGEST_NAME.slice('Prof. Dr. Ir. H. '.length),
      titleAfter: 'S.Sos., S.IP., M.Si., M.Hum.',
      position: 'Kepala Dinas Perpustakaan dan Kearsipan',
      institution: 'Dinas Perpustakaan dan Kearsipan Kabupaten Maros Provinsi Sulawesi Selatan',
      role: 'Narasumber',
    },
    { name: 'Rahmawati Saleh', institution: 'Radio Republik Indonesia', role: 'Media' },
  ]
  const codes: Record<string, string> = {}
  const identity = badgeIdentityOf(event)
  act(event, SECRETARIAT, { actId: newId(), at, verb: 'test.set-up', subjectId: '' }, db => {
    for (const { role = 'Peserta', ...person } of people) {
      const id = createPersonIn(db, { ...BLANK_PERSON, roleId: roles.get(role) ?? '', ...person }, at)
      codes[person.name] ??= issueBadgeIn(db, identity, id, at).code
    }
    return { result: null, topics: [] }
  })
  const { path } = event
  workspace.close()
  return { name, path, codes, unknownCode: makeCode(identity), foreignCode }
}

function openNew(workspace: Workspace, name: string, at: number, startsInDays: number) {
  const firstDay = addDays(dateInZone(at, ZONE), startsInDays)
  const details = {
    name,
    level: 'kabupaten' as const,
    hostInstitution: 'Dinas Perpustakaan dan Kearsipan',
    theme: '',
    venue: 'Aula Dinas',
    timeZone: ZONE as 'Asia/Makassar',
    days: [firstDay, addDays(firstDay, 1)],
  }
  createEvent(workspace, details, at)
  const event = workspace.current
  if (!event) throw new Error('the event did not open')
  return event
}
