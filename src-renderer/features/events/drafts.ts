const PREFIX = 'gelar.draft.'

/** What was typed and not yet saved, kept on this device. A draft that can't be kept or read is no draft. */
export const drafts = {
  read<Values extends object>(name: string): Partial<Values> {
    try {
      return JSON.parse(globalThis.localStorage.getItem(PREFIX + name) ?? '{}') as Partial<Values>
    } catch {
      return {}
    }
  },
  has(name: string): boolean {
    return globalThis.localStorage.getItem(PREFIX + name) !== null
  },
  write(name: string, values: object): void {
    try {
      globalThis.localStorage.setItem(PREFIX + name, JSON.stringify(values))
    } catch {
      // A full storage must not stop anybody from typing.
    }
  },
  drop(name: string): void {
    globalThis.localStorage.removeItem(PREFIX + name)
  },
}
