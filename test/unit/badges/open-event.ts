import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EventFile } from '#main/event-file/open.ts'
import { createEvent } from '#main/features/events/creation-service.ts'
import { Workspace } from '#main/features/events/workspace.ts'

/** 18 December 2023, 08.40 WITA. */
export const AT = Date.parse('2023-12-18T00:40:00Z')

/** A new event file in a folder of its own; `remove` closes it and takes the folder away. */
export function openTestEvent(): { workspace: Workspace; event: EventFile; folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'gelar-badges-'))
  const workspace = new Workspace(folder)
  const details = {
    name: 'PLM Kabupaten Maros 2023',
    level: 'kabupaten' as const,
    hostInstitution: '',
    theme: '',
    venue: '',
    timeZone: 'Asia/Makassar' as const,
    days: ['2023-12-18'],
  }
  createEvent(workspace, details, AT)
  const remove = (): void => {
    workspace.close()
    rmSync(folder, { recursive: true })
  }
  return { workspace, event: workspace.current!, folder, remove }
}
