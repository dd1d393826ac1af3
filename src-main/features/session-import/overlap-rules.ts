/** What takes a room for a time. */
interface Taking {
  dayId: string | null
  startMinute: number | null
  endMinute: number | null
  room: string
  title: string
}

/** For everything that takes a room at the same time as something else: the titles of what it meets there. */
export function findOverlaps<Item extends Taking>(items: readonly Item[]): Map<Item, string[]> {
  const found = new Map<Item, string[]>()
  const byRoom = Map.groupBy(items, ({ dayId, room }) => JSON.stringify([dayId, room.toLowerCase()]))
  for (const together of byRoom.values()) {
    for (const one of together) {
      const titles = together.filter(other => other !== one && meet(one, other)).map(({ title }) => title)
      if (titles.length > 0) found.set(one, titles)
    }
  }
  return found
}

function meet(one: Taking, other: Taking): boolean {
  const [start, end] = [Number(one.startMinute), Number(one.endMinute)]
  return start < Number(other.endMinute) && Number(other.startMinute) < end
}
