import { statSync } from 'node:fs'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { EVENT_FILE_EXTENSION } from '#main/event-file/format.ts'

/** A path as people paste it, made absolute: "Copy as path" adds quotation marks, terminals write `~` for the home folder. */
export function typedPath(text: string): string {
  const bare = text.trim().replace(/^(["'])(.*)\1$/s, '$2')
  return resolve(bare.replace(/^~(?=$|[\\/])/, homedir()))
}

/** Where a typed path says that an event file should be written: a folder as it is, a file with our ending. */
export function typedTarget(text: string): { path: string; isFolder: boolean } {
  const path = typedPath(text)
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  return { path: isFolder || path.endsWith(EVENT_FILE_EXTENSION) ? path : path + EVENT_FILE_EXTENSION, isFolder }
}
