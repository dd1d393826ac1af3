import { readFileSync } from 'node:fs'
import { type AnalyseInput, analyseRows, type KnownPerson } from '#main/features/participant-import/analyse-rules.ts'
import { PEOPLE_TABLE } from '#main/features/participant-import/header-rules.ts'
import { chooseSheet, findHeader } from '#main/features/table-import/mapping-rules.ts'
import { readTable } from '#main/jobs/read-table.ts'

export const ROLES = [
  'Peserta',
  'Narasumber',
  'Moderator',
  'Pembicara Kunci',
  'Fasilitator',
  'Panitia',
  'Tamu Undangan/VIP',
  'Media',
]

/** Bytes of a table file -> what an analysis needs, with the proposals of the rules taken as they are. */
export async function prepare(bytes: Uint8Array, fileName: string): Promise<AnalyseInput> {
  const result = await readTable({ bytes, fileName })
  if (!result.isRead) throw new Error(result.code)
  const { rows } = result.sheets[chooseSheet(PEOPLE_TABLE, result.sheets)]!
  const { headerRow, mapping } = findHeader(PEOPLE_TABLE, rows)
  return { rows, headerRow, mapping, roles: ROLES, people: [], importedKeys: new Map() }
}

export const prepareSample = (name: string): Promise<AnalyseInput> =>
  prepare(readFileSync(new URL(`../../fixtures/samples/${name}`, import.meta.url)), name)

export const prepareText = (text: string): Promise<AnalyseInput> => prepare(Buffer.from(text), 'a.csv')

export const analyseText = async (text: string, more: Partial<AnalyseInput> = {}) =>
  analyseRows({ ...(await prepareText(text)), ...more })

export const known = (person: Partial<KnownPerson> & { id: string; name: string }): KnownPerson => ({
  gender: '',
  nip: '',
  nik: '',
  phones: [],
  village: '',
  district: '',
  institution: '',
  delegation: '',
  regency: '',
  ...person,
})
