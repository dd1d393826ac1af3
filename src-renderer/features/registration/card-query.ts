import { orpc } from '#renderer/rpc/client.ts'

/** What the desk knows of a person; printing a badge changes it too. */
export const cardQuery = (participantId: string) =>
  orpc.registration.card.queryOptions({ input: { participantId }, meta: { alsoOn: ['badges'] } })
