import type { WriteHandle } from '#main/event-file/handles.ts'
import sample from '#resources/sample/people.json' with { type: 'json' }
import { BLANK_PERSON } from './contract.ts'
import { createDelegationIn } from './delegation-service.ts'
import { createPeopleIn } from './person-service.ts'
import { REGION_EDITION } from './region-service.ts'
import { createRoleIn, getRoles } from './role-service.ts'

const PLACE = { regency: 'Kabupaten Maros', province: 'Sulawesi Selatan' }
const FALLBACK_COLOR = '#4a5a62'

/** Writes the invented people and the delegations of the sample event; part of the transaction that makes the file. */
export function addSamplePeople(db: WriteHandle, at: number): void {
  const roles = new Map(getRoles(db).map(role => [role.name, role.id]))
  const roleId = (name: string): string => {
    const known = roles.get(name) ?? createRoleIn(db, { name, color: FALLBACK_COLOR })
    roles.set(name, known)
    return known
  }
  const delegations = new Map(
    sample.delegations.map(({ name, regionCode = '', quota }) => [
      name,
      createDelegationIn(db, { name, regionCode, quota, transport: '', note: '' }),
    ]),
  )
  const people = sample.people.map(({ role, delegation, gender, ...person }) => ({
    ...BLANK_PERSON,
    ...PLACE,
    ...person,
    regionEdition: person.regionCode ? REGION_EDITION : '',
    gender: gender === 'P' ? ('P' as const) : ('L' as const),
    roleId: roleId(role),
    delegationId: delegations.get(delegation) ?? null,
  }))
  createPeopleIn(db, people, at)
}
