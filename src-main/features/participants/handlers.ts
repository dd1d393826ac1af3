import { implement } from '@orpc/server'
import type { EventFile } from '#main/event-file/open.ts'
import type { Caller } from '#main/features/audit/service.ts'
import { openEvent, type RpcContext } from '#main/rpc/context.ts'
import { participantsContract } from './contract.ts'
import {
  addDelegation,
  archiveDelegation,
  editDelegation,
  getDelegations,
  restoreDelegation,
} from './delegation-service.ts'
import { findLikelyDoubles } from './doubles-service.ts'
import { getHistory } from './history-service.ts'
import { getCounts, getWindow } from './list-service.ts'
import { addPerson, archivePerson, editPerson, restorePerson } from './person-acts-service.ts'
import { requirePerson } from './person-service.ts'
import { REGION_EDITION, searchRegions } from './region-service.ts'
import { addRole, archiveRole, editRole, getRoles, reorderRoles, restoreRole } from './role-service.ts'

const os = implement(participantsContract).$context<RpcContext>()

interface Call<Input> {
  input: Input
  context: RpcContext
}

/** A use case that writes, as a handler: with the open event, the caller and the clock. */
function acting<Input, Result>(
  useCase: (event: EventFile, caller: Caller, input: Input, at: number) => Result,
): (call: Call<Input>) => Result {
  return ({ input, context }) => useCase(openEvent(context), context.caller, input, context.program.now())
}

/** The handlers of {@link participantsContract}. */
export const participantsRouter = os.router({
  list: os.list.handler(({ input, context }) => getWindow(openEvent(context), input, context.program.now())),
  get: os.get.handler(({ input, context }) => requirePerson(openEvent(context).db, input.id)),
  counts: os.counts.handler(({ context }) => getCounts(openEvent(context))),
  likelyDoubles: os.likelyDoubles.handler(({ input, context }) => findLikelyDoubles(openEvent(context).db, input)),
  add: os.add.handler(acting(addPerson)),
  edit: os.edit.handler(acting(editPerson)),
  archive: os.archive.handler(acting(archivePerson)),
  restore: os.restore.handler(acting(restorePerson)),
  history: os.history.handler(({ input, context }) => getHistory(openEvent(context), input.id)),
  roles: {
    list: os.roles.list.handler(({ context }) => getRoles(openEvent(context).db)),
    add: os.roles.add.handler(acting(addRole)),
    edit: os.roles.edit.handler(acting(editRole)),
    archive: os.roles.archive.handler(acting(archiveRole)),
    restore: os.roles.restore.handler(acting(restoreRole)),
    reorder: os.roles.reorder.handler(acting(reorderRoles)),
  },
  delegations: {
    list: os.delegations.list.handler(({ context }) => getDelegations(openEvent(context), context.program.now())),
    add: os.delegations.add.handler(acting(addDelegation)),
    edit: os.delegations.edit.handler(acting(editDelegation)),
    archive: os.delegations.archive.handler(acting(archiveDelegation)),
    restore: os.delegations.restore.handler(acting(restoreDelegation)),
  },
  regions: {
    search: os.regions.search.handler(({ input }) => ({
      edition: REGION_EDITION,
      regions: searchRegions(input.text, input.near),
    })),
  },
})
