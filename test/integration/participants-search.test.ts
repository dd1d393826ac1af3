import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { WriteHandle } from '#main/event-file/handles.ts'
import { migrate } from '#main/event-file/migrate.ts'
import { MIGRATIONS } from '#main/event-file/migrations/all.ts'
import {
  indexDelegation,
  indexParticipant,
  rebuildSearch,
  unindexParticipant,
} from '#main/features/participants/search-index-queries.ts'
import { searchParticipants } from '#main/features/participants/search-queries.ts'
import { buildVocabulary, generatePeople } from '#test/bench/people.ts'
import { writePeople } from '#test/bench/people-file.ts'
import { tempFolder } from './temp-folder.ts'

type Given = {
  id: string
  name: string
  village?: string
  institution?: string
  delegation?: string
  phone?: string
  nip?: string
  nik?: string
}

let db: WriteHandle

beforeEach(() => {
  db = new Database(join(tempFolder(), 'acara.gelar')) as unknown as WriteHandle
  db.pragma('journal_mode = WAL')
  db.pragma('trusted_schema = OFF')
  migrate(db, MIGRATIONS)
  db.exec(`INSERT INTO roles (id, name, color, position) VALUES ('role', 'Peserta', '#000000', 0);
    INSERT INTO delegations (id, name, region_code, transport, note) VALUES ('maros', 'Rombongan Maros', '', '', '')`)
  return () => db.close()
})

function write(given: Given): void {
  db.prepare(
    `INSERT INTO participants (id, title_before, name, title_after, pronunciation, gender, nip, nik, rank, position, institution, village, district,
      regency, province, region_code, region_edition, phone, phone_match, email, role_id, delegation_id, assignment_letter_number,
      assignment_letter_date, room, cost_bearer, note, extras, is_walk_in, archive_reason, created_at, updated_at)
    VALUES (@id, '', @name, '', '', '', @nip, @nik, '', '', @institution, @village, '', '', '', '', '', @phone, '', '', 'role', @delegation,
      '', '', '', '', '', '{}', 0, '', 0, 0)
    ON CONFLICT (id) DO UPDATE SET name = @name, nip = @nip, institution = @institution, village = @village, phone = @phone, delegation_id = @delegation`,
  ).run({ village: '', institution: '', delegation: null, phone: '', nip: '', nik: '', ...given })
}

function add(...people: Given[]): void {
  for (const person of people) {
    write(person)
    indexParticipant(db, person.id)
  }
}

const found = (text: string, includeArchived = false) =>
  searchParticipants(db, text, { limit: 10, includeArchived }).map(hit => hit.participantId)

describe('spellings that a desk hears', () => {
  it.each([
    ['Muchlis Bachtiar', 'mukhlis bakhtiar'],
    ['Mukhlis Bakhtiar', 'Muchlis Bachtiar'],
    ['Amiludin A', 'Amaluddin'],
    ['Amaluddin A', 'amiludin a'],
    ['Djoko Widodo', 'joko'],
    ['Joko Widodo', 'djoko wid'],
    ['Oemar Bakri', 'umar bakri'],
    ['Umar Bakri', 'oemar'],
    ['Syamsul Hidayat', 'samsul'],
    ['Samsul Hidayat', 'syamsul'],
    ['Yusuf Kalla', 'iusuf'],
    ['Arifin', 'arivin'],
    ['I Wayan Sudarma', 'wayan i'],
    ['I Wayan Sudarma', 'i wayan'],
    ['I Wayan Sudarma', 'sudarma i wayan'],
    ['Suharto', 'soeharto'],
    ['Hj. Sitti Aminah', 'siti aminah'],
    ['Sitti Aminah', 'Hj. sity ami'],
    ['Sitti Aminah', 'Dra. Hj. Siti Aminah, S.Pd., M.Si.'],
    ['St. Aminah', 'sitti'],
    ['Muh. Yusuf', 'muhammad yusuf'],
    ['Mohammad Yusuf', 'muh yus'],
    ['M. Yusuf Tahir', 'm yusuf'],
    ['Nur Hayati', 'nurhayati'],
    ['Nurhayati', 'nur hayati'],
    ['Ma’ruf Amin', "ma'ruf"],
    ['Ma’ruf Amin', 'maruf'],
    ['Palinrungi', 'palinrugni'],
    ['Palinrungi', 'pslinr'],
    ['Dg. Ngawing', 'ngawing'],
    ['Amirah', 'a'],
    ['Amirah', 'am'],
    ['Theresia', 'te'],
    ['Muchlis', 'muc'],
    ['Tjahjo', 'ca'],
    ['Siti Aminah', 'siti aminah ibu'],
    ['Siti Aminah', 'ibu siti zzzzz aminah'],
  ])('%s is found by "%s"', (name, query) => {
    add({ id: 'sought', name }, { id: 'else-1', name: 'Bambang Prakoso' }, { id: 'else-2', name: 'Ratna Galuh' })
    expect(found(query)[0]).toBe('sought')
    expect(found(query)).not.toContain('else-1')
  })
})

describe('everything else a desk hears', () => {
  beforeEach(() =>
    add(
      {
        id: 'aminah',
        name: 'Sitti Aminah',
        village: 'Desa Bontomanurung',
        institution: 'Perpustakaan Macakka',
        delegation: 'maros',
        phone: '0812-3456-7890',
        nip: '197908172005012003',
        nik: '7309121708790001',
      },
      { id: 'budi', name: 'Budi Santoso', village: 'Tellulimpoe', phone: '+62 813 9999 1234' },
    ),
  )

  it.each([
    ['bontomanurung', 'aminah'],
    ['bonto', 'aminah'],
    ['macakka', 'aminah'],
    ['maros', 'aminah'],
    ['aminah bontomanurung', 'aminah'],
    ['bontomanurng sitti', 'aminah'],
    ['081234567890', 'aminah'],
    ['0812-3456', 'aminah'],
    ['+62812 3456 7890', 'aminah'],
    ['62812345', 'aminah'],
    ['812345', 'aminah'],
    ['7890', 'aminah'],
    ['567', 'aminah'],
    ['1979081', 'aminah'],
    ['197908172005012003', 'aminah'],
    ['2005012', 'aminah'],
    ['0813', 'budi'],
    ['budi 1234', 'budi'],
    ['1234 budi', 'budi'],
    ['tellu', 'budi'],
  ])('%s finds %s', (query, id) => {
    expect(found(query)[0]).toBe(id)
  })

  it.each(['', '   ', '12', '7309121708790001', '73091217', 'budi 7890', 'xyz', '٣٤٥', '%', '"', "'"])(
    '%s finds nobody',
    query => {
      expect(found(query)).toEqual([])
    },
  )

  it('says where it fits', () => {
    expect(searchParticipants(db, 'siti bontomanurung')[0]?.matched).toEqual(['name', 'place'])
    expect(searchParticipants(db, '7890')[0]?.matched).toEqual(['phone'])
  })
})

describe('order', () => {
  it('puts names that begin with one or two letters first, in name order, then other words', () => {
    add(
      { id: '1', name: 'Rahma Siti' },
      { id: '2', name: 'Siti Zahra' },
      { id: '3', name: 'Siti Aminah' },
      { id: '4', name: 'Budi', village: 'Sidomulyo' },
      { id: '5', name: 'Ahmad' },
    )
    expect(found('si')).toEqual(['3', '2', '1', '4'])
    expect(found('s')).toEqual(['3', '2', '1', '4'])
  })

  it('orders equal scores by name, then id', () => {
    add({ id: 'b', name: 'Siti' }, { id: 'a', name: 'Siti' }, { id: 'c', name: 'Siti' })
    expect(found('siti')).toEqual(['a', 'b', 'c'])
  })

  it('puts the spelling that was typed first among namesakes', () => {
    add({ id: 'a', name: 'Siti Aminah' }, { id: 'b', name: 'Sitti Aminah' })
    expect(found('sitti aminah')).toEqual(['b', 'a'])
    expect(found('siti aminah')).toEqual(['a', 'b'])
  })

  it('keeps to the limit', () => {
    add(...Array.from({ length: 30 }, (_, index) => ({ id: `p${index}`, name: 'Siti' })))
    expect(searchParticipants(db, 'siti', { limit: 7 })).toHaveLength(7)
    expect(searchParticipants(db, 'siti')).toHaveLength(20)
  })
})

describe('keeping in step', () => {
  it('finds people by their new name only, after an edit', () => {
    add({ id: 'one', name: 'Siti Aminah' })
    add({ id: 'one', name: 'Ratna Galuh' })
    expect(found('aminah')).toEqual([])
    expect(found('ratna')).toEqual(['one'])
  })

  it('leaves archived people out unless asked, and takes them back', () => {
    add({ id: 'one', name: 'Siti Aminah', phone: '081234567890' })
    const setArchived = (at: number | null) => {
      db.prepare("UPDATE participants SET archived_at = ? WHERE id = 'one'").run(at)
      indexParticipant(db, 'one')
    }
    setArchived(5)
    for (const query of ['siti', 'aminah', 'amniah', '0812', '4567']) {
      expect(found(query)).toEqual([])
      expect(found(query, true)).toEqual(['one'])
    }
    setArchived(null)
    expect(found('aminah')).toEqual(['one'])
  })

  it('follows a renamed delegation', () => {
    add({ id: 'one', name: 'Siti', delegation: 'maros' })
    db.prepare("UPDATE delegations SET name = 'Rombongan Gowa' WHERE id = 'maros'").run()
    indexDelegation(db, 'maros')
    expect(found('gowa')).toEqual(['one'])
    expect(found('maros')).toEqual([])
  })

  it('indexes a few and many at once alike', () => {
    const people = generatePeople(700, 6, buildVocabulary('tuning'))
    writePeople(db, people, 0)
    const ids = people.map(person => person.id)
    const words = () => db.prepare('SELECT * FROM participant_words ORDER BY word').all()
    const before = words()
    for (const id of ids) unindexParticipant(db, id)
    for (const id of ids.slice(0, 100)) indexParticipant(db, id)
    expect(words()).not.toEqual(before)
    for (const id of ids.slice(100)) indexParticipant(db, id)
    expect(words()).toEqual(before)
  })

  it('forgets who is taken out, words and all', () => {
    add({ id: 'one', name: 'Siti Aminah', phone: '081234567890' })
    unindexParticipant(db, 'one')
    expect(found('siti')).toEqual([])
    expect(found('0812')).toEqual([])
    expect(db.prepare('SELECT * FROM participant_words').all()).toEqual([])
  })

  it('has the same words, documents and answers as a rebuilt index after any edits', () => {
    const name = fc.constantFrom('Siti Aminah', 'Muchlis Bachtiar', 'I Wayan', 'Djoko', 'Aminah', '-', 'Nur Hayati')
    const edit = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      name,
      isGone: fc.boolean(),
      phone: fc.constantFrom('', '08123', '081299'),
    })
    const state = () => ({
      words: db.prepare('SELECT * FROM participant_words ORDER BY word').all(),
      people: db
        .prepare(
          'SELECT participant_id, name_text, place_text, phone_digits FROM participant_search ORDER BY participant_id',
        )
        .all(),
      answers: ['siti', 'aminah', 'muklis', 'djoko', 'w', '0812', '129'].map(text => found(text)),
    })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), edits => {
        for (const { isGone, ...person } of edits) {
          if (isGone) {
            unindexParticipant(db, person.id)
            db.prepare('DELETE FROM participants WHERE id = ?').run(person.id)
          } else add(person)
        }
        const kept = state()
        rebuildSearch(db)
        expect(kept).toEqual(state())
      }),
      { numRuns: 40 },
    )
  })
})

describe('any event, any text', () => {
  it('finds every person by the own full name in any word order', () => {
    const people = generatePeople(400, 3, buildVocabulary('tuning'))
    writePeople(db, people, 0)
    fc.assert(
      fc.property(fc.constantFrom(...people), fc.infiniteStream(fc.nat()), (person, chance) => {
        const words = person.name
          .split(' ')
          .map(word => ({ word, at: chance.next().value as number }))
          .sort((one, other) => one.at - other.at)
          .map(({ word }) => word)
        expect(searchParticipants(db, words.join(' '), { limit: 20 }).map(hit => hit.participantId)).toContain(
          person.id,
        )
      }),
      { numRuns: 300 },
    )
  })

  it('never throws, and answers twice alike', () => {
    writePeople(db, generatePeople(60, 4, buildVocabulary('tuning')), 0)
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        '"',
        "'",
        '*',
        ' OR ',
        ' AND ',
        ' NOT ',
        'NEAR(',
        ')',
        ':',
        '^',
        '-',
        '{}',
        '\0',
        '\ud800',
        'siti',
        '0812',
        '%',
        '_',
        'İ',
        'ß',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
        const text = pieces.join('')
        expect(searchParticipants(db, text)).toEqual(searchParticipants(db, text))
      }),
      { numRuns: 500 },
    )
  })
})
