import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, firstPage, shells, test } from './fixtures.ts'

for (const shell of shells) {
  test(`the program starts and starts again (${shell})`, async ({ openShell }) => {
    const program = await openShell(shell)
    await expect(program.page.getByRole('heading').first()).toBeVisible()
    await program.restart()
    await expect(program.page.getByRole('heading').first()).toBeVisible()
  })
}

test('both shells keep events in the same folder of the user', async ({ launchDesktop, launchHost, dataDir }) => {
  const folderOf = (home: string): string => join(home, 'Gelar', 'acara')
  const [desktopHome, hostHome] = [join(dataDir, 'desktop'), join(dataDir, 'host')]
  const env = (home: string) => ({ GELAR_DATA_DIR: '', HOME: home, USERPROFILE: home })
  await expect((await firstPage(await launchDesktop(env(desktopHome)))).getByRole('heading').first()).toBeVisible()
  await launchHost({ env: env(hostHome) })
  expect([desktopHome, hostHome].map(folderOf).filter(existsSync)).toHaveLength(2)
})
