import { expect, test } from './fixtures.ts'

test('windows have walls: sandbox, isolation, no Node, a strict policy', async ({ desktop, window }) => {
  const preferences = await desktop.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(each => {
      // The stand-in keeps the options that the window was made with.
      const { options } = each as unknown as { options?: { webPreferences: Electron.WebPreferences } }
      const { webContents } = each as unknown as {
        webContents: { getLastWebPreferences?: () => Electron.WebPreferences }
      }
      const set = options?.webPreferences ?? webContents.getLastWebPreferences?.()
      return [set?.sandbox, set?.contextIsolation, set?.nodeIntegration, set?.webviewTag ?? false]
    }),
  )
  expect(preferences).toEqual([[true, true, false, false]])
  const seen = await window.evaluate(async () => {
    const answer = await fetch('./index.html')
    const script = document.createElement('script')
    script.textContent = 'globalThis.inlineRan = true'
    document.head.append(script)
    return {
      policy: answer.headers.get('content-security-policy'),
      sniffing: answer.headers.get('x-content-type-options'),
      inline: 'inlineRan' in globalThis,
      node: ['process', 'require', 'module', 'Buffer'].filter(name => name in globalThis),
    }
  })
  expect(seen.policy).toContain("default-src 'none'")
  expect(seen.policy).toContain("script-src 'self' 'wasm-unsafe-eval'")
  expect(seen).toMatchObject({ sniffing: 'nosniff', inline: false, node: [] })
})

test('pages of ours lead nowhere else and open nothing', async ({ desktop, window }) => {
  const home = window.url()
  expect(await window.evaluate(() => globalThis.open('https://example.com/'))).toBeNull()
  await window.evaluate(() => {
    location.href = 'https://example.com/'
  })
  await window.waitForTimeout(300)
  expect(window.url()).toBe(home)
  expect(await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await expect(window.getByRole('heading').first()).toBeVisible()
})

test('frames within a page and pages of others get no port', async ({ desktop, window }) => {
  await expect(window.getByRole('heading').first()).toBeVisible()
  const sent = await desktop.evaluate(({ BrowserWindow, ipcMain }) => {
    const [page] = BrowserWindow.getAllWindows()
    const { mainFrame } = page!.webContents
    const posts: string[] = []
    const ask = (senderFrame: unknown, name: string): void => {
      const sender = { mainFrame: senderFrame === mainFrame ? mainFrame : {}, postMessage: () => posts.push(name) }
      ipcMain.emit('gelar:port', { senderFrame, sender })
    }
    ask({ url: mainFrame.url }, 'frame within')
    ask(null, 'gone')
    const stranger = { url: 'https://example.com/' }
    ipcMain.emit('gelar:port', {
      senderFrame: stranger,
      sender: { mainFrame: stranger, postMessage: () => posts.push('stranger') },
    })
    ask(mainFrame, 'ours')
    return posts
  })
  expect(sent).toEqual(['ours'])
})
