import { v7 as newId } from 'uuid'
import type { EventFile } from '#main/event-file/open.ts'
import { act, type Caller } from '#main/features/audit/service.ts'
import { revokeBadgesIn } from '#main/features/badges/code-service.ts'
import { getToday } from '#main/features/events/service.ts'
import { BLANK_PERSON, type Person } from '#main/features/participants/contract.ts'
import { archivePersonIn, createPersonIn, requirePerson } from '#main/features/participants/person-service.ts'
import { ruleBroken } from '#main/rpc/base-contract.ts'
import { getDeskState, insertSubstitution } from './check-in-queries.ts'
import { admit } from './check-in-service.ts'
import type { Substitute } from './contract.ts'
import type { Verdict } from './rules.ts'

/** What the audit keeps of a substitution, for its undo. */
export interface SubstitutionRecord {
  substitutionId: string
  originalId: string
  substituteId: string
}

/**
 * Mewakili: somebody comes in another's place. In one transaction the original is archived and their badge dies, the substitute is
 * written down with their role and delegation, the link with its reason is kept, and the substitute is checked in when asked.
 */
export function substitute(
  event: EventFile,
  caller: Caller,
  input: Substitute,
  at: number,
): { participantId: string; verdict: Verdict | null } {
  const { actId, originalId, reason } = input
  const request = { actId, at, verb: 'registration.substitute', subjectId: originalId }
  return act(event, caller, request, db => {
    const original = requirePerson(db, originalId)
    const state = getDeskState(db, originalId, getToday(event, at)?.id ?? null)
    if (original.archivedAt !== null) throw ruleBroken('substitute-archived')
    if (state?.checked_in_at != null) throw ruleBroken('substitute-arrived')
    archivePersonIn(db, originalId, reason, at)
    revokeBadgesIn(db, originalId, reason, actId, at)
    const substituteId = createPersonIn(db, standIn(original, input), at)
    const substitutionId = newId()
    insertSubstitution(db, {
      id: substitutionId,
      original_id: originalId,
      substitute_id: substituteId,
      reason,
      at,
      device_name: caller.deviceName,
    })
    const arrival = input.shouldCheckIn
      ? admit(db, event, caller, { kind: 'person', participantId: substituteId }, { actId, at, method: 'substitute' })
      : null
    const after: SubstitutionRecord = { substitutionId, originalId, substituteId }
    return {
      result: { participantId: substituteId, verdict: arrival?.result ?? null },
      after,
      topics: ['registration', 'participants', 'badges'],
    }
  })
}

/** The place of the original, with a name and phone of one's own; papers and numbers of the original stay with the original. */
function standIn(original: Person, input: Substitute): Parameters<typeof createPersonIn>[1] {
  return {
    ...BLANK_PERSON,
    titleBefore: input.titleBefore,
    name: input.name,
    titleAfter: input.titleAfter,
    phone: input.phone,
    institution: original.institution,
    village: original.village,
    district: original.district,
    regency: original.regency,
    province: original.province,
    regionCode: original.regionCode,
    regionEdition: original.regionEdition,
    roleId: original.roleId,
    delegationId: original.delegationId,
    costBearer: original.costBearer,
    room: original.room,
    isWalkIn: original.isWalkIn,
  }
}
