import { fullName } from '#main/features/participants/person-rules.ts'
import { stripTitles } from '#main/features/participants/name-rules.ts'
import type { PersonLine } from '#main/features/participants/contract.ts'
import { client } from '#renderer/rpc/client.ts'
import { isSameName, partsOfLine } from './pasted-lines.ts'

const CANDIDATES_MAX = 8
/** So many lines are asked about at once. */
const AT_ONCE = 8

/** What became of one pasted line: one person for sure, some to choose from, or nobody. */
export interface MatchedLine {
  line: string
  /** The number or every word of the name fits, and fits nobody else; otherwise a person has to say who is meant. */
  isSure: boolean
  candidates: { id: string; name: string; place: string }[]
}

/** Finds the people of a pasted list; the order of the lines stays. */
export async function matchLines(lines: readonly string[]): Promise<MatchedLine[]> {
  const matched: MatchedLine[] = []
  for (let start = 0; start < lines.length; start += AT_ONCE) {
    matched.push(...(await Promise.all(lines.slice(start, start + AT_ONCE).map(matchLine))))
  }
  return matched
}

async function matchLine(line: string): Promise<MatchedLine> {
  const { digits, name } = partsOfLine(line)
  const byNumber = digits === '' ? [] : await find(digits)
  if (byNumber.length === 1 || name === '') {
    return { line, isSure: byNumber.length === 1, candidates: byNumber.map(choiceOf) }
  }
  const found = await find(stripTitles(name))
  const same = found.filter(person => isSameName(name, person.name))
  return { line, isSure: same.length === 1, candidates: (same.length > 0 ? same : found).map(choiceOf) }
}

async function find(text: string): Promise<PersonLine[]> {
  const { rows } = await client.participants.list({
    text: text.slice(0, 200),
    state: 'active',
    roleId: null,
    delegationId: null,
    sort: 'name',
    isDescending: false,
    offset: 0,
    limit: CANDIDATES_MAX,
  })
  return rows
}

function choiceOf(person: PersonLine): MatchedLine['candidates'][number] {
  return { id: person.id, name: fullName(person), place: person.village || person.institution }
}
