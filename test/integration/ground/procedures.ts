import { isContractProcedure } from '@orpc/contract'
import type { ProcedureMeta } from '#main/rpc/base-contract.ts'

export interface DeclaredProcedure {
  path: string[]
  meta: ProcedureMeta
}

/** Every procedure of a contract with its path, in the contract's order. */
export function proceduresOf(part: object, path: string[] = []): DeclaredProcedure[] {
  if (isContractProcedure(part)) return [{ path, meta: part['~orpc'].meta as ProcedureMeta }]
  return Object.entries(part).flatMap(([name, inner]) => proceduresOf(inner as object, [...path, name]))
}
