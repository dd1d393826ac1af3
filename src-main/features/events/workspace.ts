import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Change } from '#main/event-file/change-feed.ts'
import type { EventFile } from '#main/event-file/open.ts'

const MAX_RECENTS = 12

interface Recent {
  path: string
  name: string
  openedAt: number
}

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
      return JSON.parse(readFileSync(this.#recentsPath, 'utf8')) as Recent[]
    } catch {
      return []
    }
  }

  #remember(recent: Recent): void {
    const others = this.recents().filter(known => known.path !== recent.path)
    const unfinished = `${this.#recentsPath}.unfinished`
    writeFileSync(unfinished, JSON.stringify([recent, ...others].slice(0, MAX_RECENTS), null, 1))
    renameSync(unfinished, this.#recentsPath)
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change)
  }
}
