import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Change } from '#main/event-file/change-feed.ts'
import type { EventFile } from '#main/event-file/open.ts'

const MAX_RECENTS = 12

const recentsSchema = z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.number() }))
type Recent = z.infer<typeof recentsSchema>[number]

/** The one event that the program has open, the folder it keeps events in, and the list of recent ones. */
export class Workspace {
  readonly folder: string
  #current: EventFile | null = null
  #stopListening: (() => void) | null = null
  readonly #listeners = new Set<(change: Change) => void>()
  readonly #recentsPath: string

  constructor(dataFolder: string) {
    this.folder = join(dataFolder, 'acara')
    this.#recentsPath = join(dataFolder, 'recent-events.json')
    mkdirSync(this.folder, { recursive: true })
  }

  get current(): EventFile | null {
    return this.#current
  }

  /** Makes this event the open one; the one before is closed first. */
  use(file: EventFile, name: string, at: number): void {
    this.close()
    this.#current = file
    this.#stopListening = file.changes.subscribe(change => this.#tell(change))
    this.#remember({ path: file.path, name, openedAt: at })
    this.#tell({ topic: 'events', revision: file.changes.revision })
  }

  close(): void {
    if (!this.#current) return
    this.#stopListening?.()
    this.#current.close()
    this.#current = null
    this.#tell({ topic: 'events', revision: 0 })
  }

  /** Changes of whichever event is open, and its opening and closing (topic `events`). */
  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Newest first. An unreadable list is an empty one: it is a convenience, not a fact. */
  recents(): Recent[] {
    if (!existsSync(this.#recentsPath)) return []
    try {
      return recentsSchema.parse(JSON.parse(readFileSync(this.#recentsPath, 'utf8')))
    } catch {
      return []
    }
  }

  /** Takes a file off the list of recent ones; the file stays. */
  forget(path: string): void {
    this.#writeRecents(this.recents().filter(known => known.path !== path))
  }

  #remember(recent: Recent): void {
    const others = this.recents().filter(known => known.path !== recent.path)
    this.#writeRecents([recent, ...others].slice(0, MAX_RECENTS))
  }

  /** A list that can't be written (a full disk) never stops an event from being opened. */
  #writeRecents(recents: readonly Recent[]): void {
    const unfinished = `${this.#recentsPath}.unfinished`
    try {
      writeFileSync(unfinished, JSON.stringify(recents, null, 1))
      renameSync(unfinished, this.#recentsPath)
    } catch {
      rmSync(unfinished, { force: true })
    }
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change)
  }
}
