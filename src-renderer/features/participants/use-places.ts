import { useQuery } from '@tanstack/react-query'
import type { Delegation, Role } from '#main/features/participants/contract.ts'
import { orpc } from '#renderer/rpc/client.ts'

/** The roles and delegations of the event, in their order; `of` finds one by its id, archived ones too. */
export interface Places {
  roles: Role[]
  delegations: Delegation[]
  roleOf(id: string): Role | undefined
  delegationOf(id: string | null): Delegation | undefined
}

export function usePlaces(): Places {
  const roles = useQuery(orpc.participants.roles.list.queryOptions()).data ?? []
  const delegations = useQuery(orpc.participants.delegations.list.queryOptions()).data ?? []
  return {
    roles,
    delegations,
    roleOf: id => roles.find(role => role.id === id),
    delegationOf: id => delegations.find(delegation => delegation.id === id),
  }
}
