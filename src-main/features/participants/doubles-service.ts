import type { ReadHandle } from '#main/event-file/handles.ts'
import type { z } from 'zod'
import type { likelyDoubleSchema, Person } from './contract.ts'
import { findIdsByNip, findIdsByPhone } from './double-queries.ts'
import { nameWords } from './name-rules.ts'
import { fullName } from './person-rules.ts'
import { getPerson } from './person-service.ts'
import { phoneMatchForm } from './phone-rules.ts'
import { searchPeople } from './search-service.ts'

type LikelyDouble = z.infer<typeof likelyDoubleSchema>

const SHOWN_MAX = 5
const CANDIDATES_MAX = 40

/** People on the list who may be the one that is being typed: same number, same phone, or the same name under another spelling. */
export function findLikelyDoubles(
  db: ReadHandle,
  input: { name: string; phone: string; nip: string; exceptId: string | null },
): LikelyDouble[] {
  const found = new Map<string, LikelyDouble>()
  const add = (id: string, reason: LikelyDouble['reason'], isOne: (person: Person) => boolean): void => {
    const person = found.has(id) || id === input.exceptId ? undefined : getPerson(db, id)
    if (!person || person.archivedAt !== null || !isOne(person)) return
    found.set(id, {
      id,
      fullName: fullName(person),
      village: person.village,
      institution: person.institution,
      reason,
    })
  }
  const nip = input.nip.replaceAll(/[\s.]/g, '')
  if (nip.length > 1) for (const id of findIdsByNip(db, nip)) add(id, 'nip', () => true)
  const phone = phoneMatchForm(input.phone)
  if (phone !== '') for (const id of findIdsByPhone(db, phone)) add(id, 'phone', () => true)
  const sought = foldedName(input.name)
  if (sought !== '') {
    for (const { participantId } of searchPeople(db, input.name, { limit: CANDIDATES_MAX })) {
      add(participantId, 'name', person => foldedName(person.name) === sought)
    }
  }
  return [...found.values()].slice(0, SHOWN_MAX)
}

function foldedName(name: string): string {
  return nameWords(name).toSorted().join(' ')
}
