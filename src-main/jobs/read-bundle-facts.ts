import { openReadConnection } from '#main/event-file/read-connection.ts'
import { readFacts } from '#main/features/exports/bundle-facts-service.ts'
import type { BundleFacts } from '#main/features/exports/bundle-rules.ts'

/** The job `read-bundle-facts`: counts who was where, which takes too long for the thread that answers scans. */
export function readBundleFacts({ path, at }: { path: string; at: number }): BundleFacts {
  const db = openReadConnection(path)
  try {
    return readFacts({ path, db }, at)
  } finally {
    db.close()
  }
}
