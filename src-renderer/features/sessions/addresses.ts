/** The tabs of the screen by address. */
export const TABS = {
  '/kehadiran': 'sessions',
  '/kehadiran/ruang': 'rooms',
  '/kehadiran/aturan': 'rule',
  '/kehadiran/rekap': 'recap',
} as const
export type Tab = (typeof TABS)[keyof typeof TABS]

const PERSON = /^\/kehadiran\/orang\/([^/]+)(?:\/(peserta|registrasi))?$/

export function addressOf(tab: Tab): string {
  return Object.entries(TABS).find(([, each]) => each === tab)?.[0] ?? '/kehadiran'
}

/** Whose timeline an address is about, and where closing it leads. Other screens link to `/kehadiran/orang/<id>/<screen>`. */
export function personIn(location: string): { participantId: string; backTo: string } | null {
  const [, participantId, screen] = PERSON.exec(location) ?? []
  if (participantId === undefined) return null
  return { participantId, backTo: screen === undefined ? addressOf('recap') : `/${screen}` }
}
