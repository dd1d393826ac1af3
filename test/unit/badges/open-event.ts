import { openTempWorkspace } from '../../fixtures/temp-event.ts'

/** 18 December 2023, 08.40 WITA. */
export const AT = Date.parse('2023-12-18T00:40:00Z')

/** The event whose badges are made in these tests, on today. */
export function openTestEvent(): ReturnType<typeof openTempWorkspace> {
  return openTempWorkspace({ name: 'PLM Kabupaten Maros 2023', days: ['2023-12-18'], at: AT })
}
