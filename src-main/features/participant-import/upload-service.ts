import type { ReadHandle } from '#main/event-file/handles.ts'
import type { TableSheet } from '#main/features/table-import/cell-rules.ts'
import { TableDesk } from '#main/features/table-import/table-desk-service.ts'
import { analyseRows, proposeDelegationField } from './analyse-rules.ts'
import { DELEGATION_SOURCES, type DelegationSource, type ImportProposal } from './contract.ts'
import { PEOPLE_TABLE, type PeopleColumn } from './header-rules.ts'

/** Enough to see which column tells delegations apart. */
const DELEGATION_SEARCH_ROWS = 400

/** Where lists of people wait for their columns and decisions. */
export const peopleDesk = new TableDesk(PEOPLE_TABLE)

/** What is proposed for a sheet; what was chosen before for the same headers comes first. */
export function proposeFor(db: ReadHandle, sheet: TableSheet, wantedHeaderRow: number | null): ImportProposal {
  const { proposal, choices } = peopleDesk.propose(db, sheet, wantedHeaderRow)
  const remembered = DELEGATION_SOURCES.find(source => source === choices?.['delegationFrom'])
  return { ...proposal, delegationFrom: remembered ?? guessDelegation(sheet, proposal.headerRow, proposal.columns) }
}

function guessDelegation(sheet: TableSheet, headerRow: number, mapping: readonly PeopleColumn[]): DelegationSource {
  const rows = sheet.rows.slice(0, headerRow + 1 + DELEGATION_SEARCH_ROWS)
  const nothing = { roles: [], people: [], importedKeys: new Map<string, string>() }
  return proposeDelegationField(analyseRows({ rows, headerRow, mapping, ...nothing })) ?? 'none'
}
