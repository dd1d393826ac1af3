import { z } from 'zod'
import { deskProcedure } from '#main/rpc/base-contract.ts'

/** The laporan kegiatan as a file that offices go on writing in Word. */
export const activityReportContract = {
  /**
   * Saves it where the desktop's dialog says (`savedAt` null = the person gave up), or gives the file to a browser. Refused
   * (rule `report-not-written`) where it can't be written.
   */
  save: deskProcedure.output(z.object({ savedAt: z.string().nullable(), file: z.file().nullable() })),
}
