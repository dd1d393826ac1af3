import { prepared, type ReadHandle, type WriteHandle } from '#main/event-file/handles.ts'

/** The mapping chosen for a set of headers: header -> field (JSON). */
export function getMapping(db: ReadHandle, signature: string): string | undefined {
  return prepared<string>(db, 'SELECT mapping FROM import_mappings WHERE signature = ?').pluck().get(signature) as
    | string
    | undefined
}

export function putMapping(db: WriteHandle, signature: string, mapping: string, at: number): void {
  prepared(
    db,
    `INSERT INTO import_mappings (signature, mapping, updated_at) VALUES (?, ?, ?)
     ON CONFLICT (signature) DO UPDATE SET mapping = excluded.mapping, updated_at = excluded.updated_at`,
  ).run(signature, mapping, at)
}
