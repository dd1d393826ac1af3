import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'
import { pageUrl } from './app-protocol.ts'
import { withTimeLimit } from './time-limit.ts'

/** A print page that is not ready by then never will be; the queue behind it must go on. */
const PRINT_PAGE_LIMIT_MS = 60_000

/** The one place where windows are made, so that all have the same walls. `preload` is the bundled script's absolute path. */
function createWindow(preload: string, options: BrowserWindowConstructorOptions): BrowserWindow {
  return new BrowserWindow({
    ...options,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
}

/** The operator's window. */
export function openMainWindow(preload: string): BrowserWindow {
  const window = createWindow(preload, {
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    useContentSize: true,
    show: false,
    title: 'Gelar',
    backgroundColor: '#fbf9f5',
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(pageUrl('index.html'))
  return window
}

/** A page for printing, loaded and laid out: print pages set `printPageReady` to a promise that settles when everything is in place. */
export async function openPrintPage(preload: string, page: string): Promise<BrowserWindow> {
  const window = createWindow(preload, { width: 1000, height: 800, show: false, title: 'Gelar' })
  try {
    const ready = window
      .loadURL(pageUrl(page))
      .then(() => window.webContents.executeJavaScript('window.printPageReady'))
    await withTimeLimit(ready, PRINT_PAGE_LIMIT_MS, 'page-timeout')
    return window
  } catch (error) {
    window.destroy()
    throw error
  }
}
