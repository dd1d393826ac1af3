import { join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import { createProgram, defaultDataFolder, logStrayFailures } from './program.ts'
import { isOurPage, registerAppScheme, serveApp } from './shell/app-protocol.ts'
import { createDesktop } from './shell/desktop.ts'
import { hardenPages, hardenSession } from './shell/hardening.ts'
import { openMainWindow } from './shell/windows.ts'
import { CONTENT_SECURITY_POLICY, RendererFiles } from './transports/renderer-files.ts'
import { serveWindows } from './transports/window-port.ts'

const PRELOAD = join(import.meta.dirname, '../preload/preload.cjs')
const RENDERER = join(import.meta.dirname, '../renderer')

const dataFolder = process.env['GELAR_DATA_DIR']
if (dataFolder) app.setPath('userData', dataFolder)
registerAppScheme()
hardenPages()

/** Composes the desktop program once Electron is ready. */
function start(): void {
  hardenSession()
  const program = createProgram(defaultDataFolder(), createDesktop(PRELOAD))
  logStrayFailures(program)
  const files = new RendererFiles(RENDERER)
  serveApp({ get: path => files.get(path), contentSecurityPolicy: CONTENT_SECURITY_POLICY })
  serveWindows(program, isOurPage)
  const main = openMainWindow(PRELOAD)
  main.on('closed', () => {
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
    app.quit()
  })
  app.on('second-instance', () => {
    if (main.isMinimized()) main.restore()
    main.focus()
  })
  app.on('will-quit', () => program.workspace.close())
}

/** Without a window there is nobody to tell: a start that fails says so and ends. */
function giveUp(error: unknown): void {
  dialog.showErrorBox('Gelar tidak dapat dimulai', error instanceof Error ? error.message : String(error))
  app.exit(1)
}

if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(giveUp)
else app.quit()
app.on('window-all-closed', () => app.quit())
