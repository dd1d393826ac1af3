import { expect, shells, test } from './fixtures.ts'

for (const shell of shells) {
  test(`the program starts and starts again (${shell})`, async ({ openShell }) => {
    const program = await openShell(shell)
    await expect(program.page.getByRole('heading').first()).toBeVisible()
    await program.restart()
    await expect(program.page.getByRole('heading').first()).toBeVisible()
  })
}
