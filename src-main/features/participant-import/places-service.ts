import { v7 as newId } from 'uuid'
import type { WriteHandle } from '#main/event-file/handles.ts'
import { createDelegationIn } from '#main/features/participants/delegation-service.ts'
import { createRoleIn } from '#main/features/participants/role-service.ts'
import type { ImportSettings } from './contract.ts'
import { delegationKey, delegationNameOf } from './draft-rules.ts'
import type { EventNames } from './preview-service.ts'
import type { RowDraft } from './row-rules.ts'

const NEW_ROLE_COLOR = '#4a5a62'

/** What a reading of a list says about places. */
type Reading = Pick<ImportSettings, 'delegationFrom' | 'defaultRoleId' | 'roleChoices'>

/** Finds the ids behind the words of a row, and knows what the event lacks: chosen new roles, and delegations. */
export class PlaceFinder {
  private readonly settings: Reading
  private readonly roleIds = new Map<string, string>()
  private readonly delegationIds = new Map<string, string>()
  private readonly delegationNames: Map<string, string>
  private readonly newRoles: { id: string; name: string }[] = []
  private readonly newDelegations: { id: string; name: string }[] = []

  constructor(names: EventNames, settings: Reading) {
    this.settings = settings
    this.delegationNames = new Map(names.delegations)
    for (const [id, name] of names.roles) this.roleIds.set(name.toLowerCase(), id)
    for (const [id, name] of names.activeDelegations) this.delegationIds.set(delegationKey(name), id)
  }

  /** Ids that the event lacks are there once {@link writeNewIn} has been called. */
  of(draft: RowDraft): { roleId: string; delegationId: string | null } {
    return { roleId: this.roleId(draft.role), delegationId: this.delegationId(draft) }
  }

  /** The name behind the id of a delegation; '' for none. */
  delegationName(id: string | null): string {
    return this.delegationNames.get(id ?? '') ?? ''
  }

  /** Writes what the event lacks, inside the act that needs it. */
  writeNewIn(db: WriteHandle): void {
    for (const { id, name } of this.newRoles) createRoleIn(db, { name, color: NEW_ROLE_COLOR }, id)
    for (const { id, name } of this.newDelegations) {
      createDelegationIn(db, { name, regionCode: '', quota: null, transport: '', note: '' }, id)
    }
  }

  private roleId(name: string): string {
    if (name === '') return this.settings.defaultRoleId
    const known = this.roleIds.get(name.toLowerCase())
    if (known !== undefined) return known
    const id = newId()
    this.newRoles.push({ id, name })
    this.roleIds.set(name.toLowerCase(), id)
    return id
  }

  private delegationId(draft: RowDraft): string | null {
    const name = delegationNameOf(draft, this.settings.delegationFrom)
    if (name === '') return null
    const key = delegationKey(name)
    const known = this.delegationIds.get(key)
    if (known !== undefined) return known
    const id = newId()
    this.newDelegations.push({ id, name })
    this.delegationIds.set(key, id)
    this.delegationNames.set(id, name)
    return id
  }
}
