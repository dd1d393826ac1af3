// Stands in for BrowserWindow: each is a window of its own in the Chromium behind the stand-in. Titles, icons, menus
// and frames are not seen by anyone and only remembered; size, place and full screen are real.
const fs = require('node:fs')
const path = require('node:path')
const chromium = require('./chromium.cjs')
const { app } = require('./app.cjs')
const { pageScript } = require('./page.cjs')
const { interceptedPatterns } = require('./protocol.cjs')
const { state, lacks, event, nextId } = require('./state.cjs')
const { WebContents } = require('./web-contents.cjs')
const { WindowState } = require('./window-state.cjs')

function checkPreferences({ preload, nodeIntegration, contextIsolation = true, sandbox = true, ...rest }) {
  if (preload && !path.isAbsolute(preload)) throw new Error('preload script must have absolute path')
  if (nodeIntegration || !contextIsolation || !sandbox) lacks('a page without sandbox and isolation')
  for (const name of ['partition', 'webviewTag', 'offscreen']) if (rest[name]) lacks(`webPreferences.${name}`)
}

class BrowserWindow extends WindowState {
  isClosing = false
  #wasShown = false
  #fillsScreen = false // what Chromium was told last
  #changes = null

  constructor(options = {}) {
    super(options)
    if (!state.ready) throw new Error('Cannot create BrowserWindow before app is ready')
    checkPreferences(options.webPreferences ?? {})
    this.setMaxListeners(0)
    this.id = nextId()
    this.webContents = new WebContents(this)
    this.gone = new Promise(done => this.once('closed', done))
    state.windows.set(this.id, this)
    this.attached = this.#attach()
    this.attached.catch(error => {
      if (!this.destroyed) process.stderr.write(`electron stand-in: ${error.stack}\n`)
    })
    if (this.visible) state.focused = this
    app.emit('browser-window-created', event(), this)
    app.emit('web-contents-created', event(), this.webContents)
  }

  // ---- its window in Chromium --------------------------------------------------------------------------------------

  async #attach() {
    const { x: left, y: top, width, height } = this.bounds
    const place = { url: 'about:blank', newWindow: true, left, top, width, height }
    const { targetId } = await chromium.send('Target.createTarget', place)
    const { sessionId } = await chromium.send('Target.attachToTarget', { targetId, flatten: true })
    Object.assign(this.webContents, { targetId, sessionId })
    chromium.sessions.set(sessionId, (method, params) => this.webContents.onEvent(method, params))
    const send = (method, params) => chromium.send(method, params, sessionId)
    const [{ windowId }] = await Promise.all([
      send('Browser.getWindowForTarget', { targetId }),
      send('Page.enable'),
      send('Runtime.enable'),
      send('Runtime.addBinding', { name: '__standinIpc' }),
      send('Page.addScriptToEvaluateOnNewDocument', { source: this.#script() }),
      send('Fetch.enable', { patterns: interceptedPatterns() }),
    ])
    this.windowId = windowId
    await this.#applySize()
    if (this.fullScreen) await this.#applyFullScreen()
  }

  #script() {
    const { preload, additionalArguments: argv = [] } = this.options.webPreferences ?? {}
    const { platform, arch } = process
    const versions = { ...process.versions }
    const page = { platform, arch, type: 'renderer', sandboxed: true, contextIsolated: true, versions, env: {}, argv }
    return pageScript({ process: page }, preload && fs.readFileSync(preload, 'utf8'))
  }

  #setWindowBounds(bounds) {
    return chromium.send('Browser.setWindowBounds', { windowId: this.windowId, bounds })
  }

  async #applySize() {
    if (this.#fillsScreen) return // Chromium refuses; the size counts once it is normal again
    const { x: left, y: top, width, height } = this.bounds
    await this.#setWindowBounds({ left, top, width, height })
    if (chromium.isHeaded) return
    await chromium.send('Browser.setContentsSize', { windowId: this.windowId, width, height })
  }

  #applyFullScreen() {
    this.#fillsScreen = this.fullScreen
    return this.#setWindowBounds({ windowState: this.fullScreen ? 'fullscreen' : 'normal' })
  }

  /** Changes the real window once it is there and all earlier changes are done, then tells the app. */
  #change(act, ...events) {
    this.#changes = (this.#changes ?? this.attached).then(act)
    this.#changes
      .then(() => events.forEach(name => this.emit(name)))
      .catch(error => {
        if (!this.destroyed && !this.isClosing) throw error
      })
  }

  /** The page has loaded; called by its WebContents. */
  pageLoaded() {
    if (this.#wasShown) return
    this.#wasShown = true
    this.emit('ready-to-show')
  }

  /** The window is no more in Chromium, whoever closed it. */
  onGone() {
    if (this.destroyed) return
    this.destroyed = true
    state.windows.delete(this.id)
    chromium.sessions.delete(this.webContents.sessionId)
    if (state.focused === this) state.focused = null
    this.webContents.ports.closeAll()
    this.webContents.emit('destroyed')
    this.emit('closed')
    if (state.windows.size || state.quitting) return
    if (app.listenerCount('window-all-closed')) app.emit('window-all-closed')
    else app.quit()
  }

  close() {
    const closing = event()
    this.emit('close', closing)
    if (!closing.defaultPrevented) this.destroy()
  }

  destroy() {
    this.isClosing = true
    const closed = this.attached.then(() =>
      chromium.send('Target.closeTarget', { targetId: this.webContents.targetId }),
    )
    closed.catch(() => this.onGone())
  }

  // ---- state -------------------------------------------------------------------------------------------------------

  loadURL(url) {
    return this.webContents.loadURL(url)
  }
  loadFile(file, options) {
    return this.webContents.loadFile(file, options)
  }
  reload() {
    this.webContents.reload()
  }
  show() {
    this.showInactive()
    this.focus()
  }
  focus() {
    if (state.focused !== this) {
      state.focused?.emit('blur')
      state.focused = this
      this.emit('focus')
    }
    this.#change(() => chromium.send('Target.activateTarget', { targetId: this.webContents.targetId }))
  }
  setFullScreen(on) {
    if (this.fullScreen === !!on) return
    this.fullScreen = !!on
    const act = async () => {
      await this.#applyFullScreen()
      if (!on) await this.#applySize()
    }
    this.#change(act, on ? 'enter-full-screen' : 'leave-full-screen')
  }
  setKiosk(on) {
    this.setFullScreen(on)
  }
  setBounds(bounds) {
    Object.assign(this.bounds, bounds)
    this.#change(() => this.#applySize(), 'move', 'resize')
  }
  setSize(width, height) {
    this.setBounds({ width, height })
  }
  setContentSize(width, height) {
    this.setBounds({ width, height })
  }
  setPosition(x, y) {
    this.setBounds({ x, y })
  }
  static getAllWindows() {
    return [...state.windows.values()]
  }
  static getFocusedWindow() {
    return state.focused
  }
  static fromId(id) {
    return state.windows.get(id) ?? null
  }
  static fromWebContents(contents) {
    return contents?.window ?? null
  }
}

// A link with target=_blank opens a window that nobody asked for: Electron's deny leaves none. See WebContents.open.
const onBrowserEvent = {
  'Target.targetDestroyed': ({ targetId }) =>
    BrowserWindow.getAllWindows()
      .find(window => window.webContents.targetId === targetId)
      ?.onGone(),
  'Target.targetCreated': ({ targetInfo: { targetId, type, openerId } }) => {
    if (type === 'page' && openerId) chromium.send('Target.closeTarget', { targetId }).catch(() => {})
  },
}
chromium.sessions.set(undefined, (method, params) => onBrowserEvent[method]?.(params))

module.exports = { BrowserWindow }
