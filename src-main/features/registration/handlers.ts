import { implement } from '@orpc/server'
import { openEvent, type RpcContext } from '#main/rpc/context.ts'
import { checkIn, checkInGroup, scanText, walkIn } from './check-in-service.ts'
import { addChecklistItem, archiveItem, listChecklist, renameItem, setMarks, setNote } from './checklist-service.ts'
import { type DeskAnswer, registrationContract } from './contract.ts'
import { getCard, getChoices, getCounters, getGroup, listPeople, searchDesk } from './desk-service.ts'
import { listRecentActs } from './recent-service.ts'
import type { Verdict } from './rules.ts'
import { substitute } from './substitute-service.ts'

const os = implement(registrationContract).$context<RpcContext>()

/** The handlers of {@link registrationContract}. */
export const registrationRouter = os.router({
  scan: os.scan.handler(({ input, context }) => {
    const verdict = scanText(openEvent(context), context.caller, input, context.program.now())
    return answer(context, input.actId, verdict)
  }),
  checkIn: os.checkIn.handler(({ input, context }) => {
    const verdict = checkIn(openEvent(context), context.caller, input, context.program.now())
    return answer(context, input.actId, verdict)
  }),
  checkInGroup: os.checkInGroup.handler(({ input, context }) =>
    checkInGroup(openEvent(context), context.caller, input, context.program.now()),
  ),
  walkIn: os.walkIn.handler(({ input, context }) => {
    const { verdict } = walkIn(openEvent(context), context.caller, input, context.program.now())
    return answer(context, input.actId, verdict)
  }),
  substitute: os.substitute.handler(({ input, context }) => {
    const { participantId, verdict } = substitute(openEvent(context), context.caller, input, context.program.now())
    const card = getCard(openEvent(context), participantId, context.program.now())
    return { actId: input.actId, verdict, card }
  }),
  mark: os.mark.handler(({ input, context }) =>
    setMarks(openEvent(context), context.caller, input, context.program.now()),
  ),
  note: os.note.handler(({ input, context }) =>
    setNote(openEvent(context), context.caller, input, context.program.now()),
  ),
  search: os.search.handler(({ input, context }) => searchDesk(openEvent(context), input.text, context.program.now())),
  card: os.card.handler(({ input, context }) =>
    getCard(openEvent(context), input.participantId, context.program.now()),
  ),
  group: os.group.handler(({ input, context }) => getGroup(openEvent(context), input, context.program.now())),
  recent: os.recent.handler(({ input, context }) => listRecentActs(openEvent(context), context.caller, input.limit)),
  counters: os.counters.handler(({ context }) => getCounters(openEvent(context), context.program.now())),
  people: os.people.handler(({ input, context }) => listPeople(openEvent(context), input, context.program.now())),
  choices: os.choices.handler(({ context }) => getChoices(openEvent(context))),
  checklist: {
    list: os.checklist.list.handler(({ context }) => listChecklist(openEvent(context))),
    add: os.checklist.add.handler(({ input, context }) =>
      addChecklistItem(openEvent(context), context.caller, input, context.program.now()),
    ),
    rename: os.checklist.rename.handler(({ input, context }) =>
      renameItem(openEvent(context), context.caller, input, context.program.now()),
    ),
    archive: os.checklist.archive.handler(({ input, context }) =>
      archiveItem(openEvent(context), context.caller, input, context.program.now()),
    ),
  },
})

/** The verdict with the card of the person it names; read after the commit, so the act itself stays short. */
function answer(context: RpcContext, actId: string, verdict: Verdict): DeskAnswer {
  const card =
    'participantId' in verdict ? getCard(openEvent(context), verdict.participantId, context.program.now()) : null
  return { actId, verdict, card }
}
