import { kept } from './kept.ts'

const PREFIX = 'gelar.draft.'

/** What was typed and not yet saved, kept on this device. */
export const drafts = {
  read<Values extends object>(name: string): Partial<Values> {
    return kept.read<Partial<Values>>(PREFIX + name) ?? {}
  },
  has(name: string): boolean {
    return kept.read(PREFIX + name) !== null
  },
  write(name: string, values: object): void {
    kept.write(PREFIX + name, values)
  },
  drop(name: string): void {
    kept.drop(PREFIX + name)
  },
}
