import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Delegation, Role } from '#main/features/participants/contract.ts'
import type { Admission, Room } from '#main/features/sessions/contract.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { isOpenToAll } from './programme.ts'

const NAMED_MAX = 2

/** Roles, delegations and rooms of the event, for choosing and for naming. */
export interface Places {
  roles: readonly Role[]
  delegations: readonly Delegation[]
  rooms: readonly Room[]
}

export function usePlaces(): Places {
  return {
    roles: useQuery(orpc.participants.roles.list.queryOptions()).data ?? [],
    delegations: useQuery(orpc.participants.delegations.list.queryOptions()).data ?? [],
    rooms: useQuery(orpc.sessions.rooms.list.queryOptions()).data ?? [],
  }
}

/** Says in words who may enter: `Semua orang`, `Peserta · hanya yang terdaftar di sesi`. */
export function useAdmissionWords(places: Places): (admission: Admission) => string {
  const { t } = useTranslation()
  const named = (ids: readonly string[], all: readonly { id: string; name: string }[], many: string): string => {
    const names = all.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
    return names.length > NAMED_MAX ? t(many, { count: ids.length }) : names.join(', ')
  }
  return admission => {
    if (isOpenToAll(admission)) return t('sessions.admission.everybody')
    const words = [
      named(admission.roleIds, places.roles, 'sessions.admission.roles'),
      named(admission.delegationIds, places.delegations, 'sessions.admission.delegations'),
      admission.isSignUpOnly ? t('sessions.admission.signUp') : '',
    ]
      .filter(part => part !== '')
      .join(' · ')
    return words.charAt(0).toUpperCase() + words.slice(1)
  }
}
