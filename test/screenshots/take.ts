// `npm run screenshots`: takes the pictures of the user guide anew, with the program as it is built now.
import { shootDesk, shootVariants } from './morning.ts'
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
  await shootVariants(studio, codes)
} finally {
  await studio.close()
}
