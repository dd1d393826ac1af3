/** What has changed, told after the commit: a topic (the name of a feature) and the number of changes so far. Never data. */
export interface Change {
  topic: string
  revision: number
}

type Listener = (change: Change) => void

/** Tells everybody who watches that something under a topic has changed; watchers fetch again what they show. */
export class ChangeFeed {
  #revision = 0
  readonly #listeners = new Set<Listener>()

  get revision(): number {
    return this.#revision
  }

  publish(topics: Iterable<string>): void {
    for (const topic of new Set(topics)) {
      const change = { topic, revision: ++this.#revision }
      for (const listener of this.#listeners) listener(change)
    }
  }

  /** Calls the listener for each change from now on; returns the way to stop it. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
