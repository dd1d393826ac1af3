// `npm run screenshots`: takes the pictures of the user guide anew, with the program as it is built now.
import { shootDoors, shootProgramme, shootRecap } from './attendance.ts'
import { shootDesk, shootVariants } from './morning.ts'
import { shootCertificates, shootPapers } from './papers.ts'
import { addGuests, printAllBadges } from './prepared-event.ts'
import { shootBadgeScreen, shootImport, shootPeople, shootStart } from './setting-up.ts'
import { openStudio } from './studio.ts'

const studio = await openStudio()
try {
  await shootStart(studio)
  await shootImport(studio)
  await addGuests(studio.client)
  await shootPeople(studio)
  await shootBadgeScreen(studio)
  const codes = await printAllBadges(studio.client)
  await shootDesk(studio, codes)
  await shootProgramme(studio)
  await shootDoors(studio, codes)
  await shootPapers(studio, await shootRecap(studio))
  await shootCertificates(studio)
  await shootVariants(studio, codes)
} finally {
  await studio.close()
}
