/**
 * What this device keeps between visits, by name. Storage that is shut or holds something else reads as nothing kept (null),
 * and a full one must not stop anybody from working.
 */
export const kept = {
  read<Value>(name: string): Value | null {
    try {
      return JSON.parse(globalThis.localStorage.getItem(name) ?? 'null') as Value | null
    } catch {
      return null
    }
  },
  write(name: string, value: unknown): void {
    try {
      globalThis.localStorage.setItem(name, JSON.stringify(value))
    } catch {
      // What can't be kept is asked for again next time.
    }
  },
  drop(name: string): void {
    try {
      globalThis.localStorage.removeItem(name)
    } catch {
      // A storage that is shut holds nothing.
    }
  },
}
