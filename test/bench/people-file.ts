import type { WriteHandle } from '#main/event-file/handles.ts'
import { rebuildSearch } from '#main/features/participants/search-index-queries.ts'
import type { GeneratedPerson } from './people.ts'

const ROLE_ID = '019b0000-0000-7000-9000-000000000001'

/** Writes invented people with their delegations and one role, and indexes them, in one transaction: as an import would. */
export function writePeople(db: WriteHandle, people: readonly GeneratedPerson[], now: number): void {
  db.transaction(() => {
    db.prepare('INSERT OR IGNORE INTO roles (id, name, color, position) VALUES (?, ?, ?, ?)').run(
      ROLE_ID,
      'Peserta bench',
      '#336699',
      99,
    )
    const delegations = new Map<string, string>()
    const addDelegation = db.prepare(
      'INSERT INTO delegations (id, name, region_code, transport, note) VALUES (?, ?, ?, ?, ?)',
    )
    const add = db.prepare(INSERT)
    for (const person of people) {
      let delegation = delegations.get(person.delegation)
      if (delegation === undefined) {
        delegation = `019b0000-0000-7000-a000-${delegations.size.toString(16).padStart(12, '0')}`
        delegations.set(person.delegation, delegation)
        addDelegation.run(delegation, person.delegation, '', '', '')
      }
      add.run({ ...person, delegation, role: ROLE_ID, phoneMatch: `+62${person.phone.slice(1)}`, now })
    }
    rebuildSearch(db)
  })()
}

const INSERT = `
INSERT INTO participants (id, title_before, name, title_after, pronunciation, gender, nip, nik, rank, position, institution, village, district,
  regency, province, region_code, region_edition, phone, phone_match, email, role_id, delegation_id, assignment_letter_number,
  assignment_letter_date, room, cost_bearer, note, extras, is_walk_in, archive_reason, created_at, updated_at)
VALUES (@id, @titleBefore, @name, @titleAfter, '', @gender, @nip, @nik, '', '', @institution, @village, @district,
  @regency, '', '', '', @phone, @phoneMatch, '', @role, @delegation, '', '', '', '', '', '{}', 0, '', @now, @now)`
