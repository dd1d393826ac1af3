/** The parts of the screen, as they stand in its address. */
export const TABS = ['terbitkan', 'register', 'periksa', 'pengaturan'] as const
export type Tab = (typeof TABS)[number]

export function tabIn(address: string | undefined): Tab {
  return TABS.find(tab => tab === address) ?? 'terbitkan'
}
