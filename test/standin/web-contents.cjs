// Stands in for webContents: loading, messages to and from the page, window.open, printing, screenshots.
const { EventEmitter } = require('node:events')
const path = require('node:path')
const { pathToFileURL } = require('node:url')
const chromium = require('./chromium.cjs')
const { codec, createPagePorts } = require('./ipc.cjs')
const { receive } = require('./page-messages.cjs')
const { printToPdf, print } = require('./printing.cjs')
const { answerRequest, refuse, defaultSession, toChromium, toElectron } = require('./protocol.cjs')
const { nativeImage } = require('./small-modules.cjs')
const { state, strict, missing, lacks, event } = require('./state.cjs')

const noops = ['focus', 'openDevTools', 'closeDevTools', 'setBackgroundThrottling', 'setIgnoreMenuShortcuts']

class WebContents extends EventEmitter {
  url = ''
  loading = false // false, or the address being loaded
  isSettled = true // no document is under way
  sessionId = undefined
  targetId = undefined // also the id of the main frame
  openHandler = () => ({ action: 'allow' })
  zoomFactor = 1
  session = defaultSession
  ports = createPagePorts(message => this.toPage(message))

  constructor(window) {
    super()
    this.setMaxListeners(0)
    this.window = window
    this.id = window.id
    const contents = this
    this.mainFrame = strict('webFrameMain', {
      parent: null,
      frameTreeNodeId: window.id,
      get url() {
        return contents.url
      },
      get origin() {
        const [, origin] = /^([a-z][\w+.-]*:\/\/[^/?#]*)/i.exec(contents.url) ?? []
        return origin ?? 'null'
      },
    })
    for (const name of noops) this[name] = () => {}
  }

  async command(method, params) {
    await this.window.attached
    return chromium.send(method, params, this.sessionId)
  }

  // ---- what Chromium tells -----------------------------------------------------------------------------------------

  onEvent(method, params) {
    this.reactions[method]?.(params)
  }

  reactions = {
    'Runtime.bindingCalled': ({ name, payload }) => {
      if (name === '__standinIpc') receive(this, JSON.parse(payload))
    },
    'Page.frameNavigated': ({ frame }) => {
      if (frame.parentId) return
      this.ports.closeAll()
      this.url = toElectron(frame.url + (frame.urlFragment ?? ''))
      if (this.url !== 'about:blank') this.emit('did-navigate', event(), this.url)
    },
    'Page.navigatedWithinDocument': ({ frameId, url }) => {
      if (frameId !== this.targetId) return
      this.url = toElectron(url)
      this.emit('did-navigate-in-page', event(), this.url, true)
    },
    'Page.frameStartedLoading': ({ frameId }) => {
      if (frameId === this.targetId) this.isSettled = false
    },
    'Page.domContentEventFired': () => this.isSettled || this.emit('dom-ready', event()),
    'Page.loadEventFired': () => this.isSettled || this.finish(),
    'Page.windowOpen': ({ url, windowFeatures }) => this.open(url, windowFeatures.join(',')), // a link; see page.cjs
    'Runtime.consoleAPICalled': ({ type, args }) => {
      const message = args.map(argument => argument.value ?? argument.description).join(' ')
      this.emit('console-message', event({ level: type, message }))
    },
    'Inspector.targetCrashed': () => {
      this.ports.closeAll()
      this.emit('render-process-gone', event(), { reason: 'crashed', exitCode: 1 })
    },
    'Fetch.requestPaused': paused => {
      answerRequest(paused, this).catch(error => {
        if (this.window.destroyed) return
        process.stderr.write(`electron stand-in: ${paused.request.url}: ${error.stack}\n`)
        refuse(paused.requestId, this.sessionId, 'Failed').catch(() => {})
      })
    },
  }

  finish() {
    if (/^(about:blank)?$/.test(this.url) && this.loading !== 'about:blank') return // the window's first, empty page
    this.loading = false
    this.isSettled = true
    this.emit('did-finish-load', event())
    this.emit('did-stop-loading', event())
    this.window.pageLoaded()
  }

  // ---- messages ----------------------------------------------------------------------------------------------------

  toPage(message) {
    if (this.window.destroyed || !this.sessionId) return
    const expression = `globalThis.__standinReceive?.(${JSON.stringify(JSON.stringify(message))})`
    chromium.send('Runtime.evaluate', { expression, silent: true }, this.sessionId).catch(() => {})
  }

  send(channel, ...args) {
    this.toPage({ kind: 'send', channel, args: codec.encode(args), handed: [] })
  }

  postMessage(channel, message, transfer = []) {
    const handed = transfer.map(this.ports.handOver)
    this.toPage({ kind: 'send', channel, args: codec.encode([message]), handed })
  }

  // ---- pages -------------------------------------------------------------------------------------------------------

  setWindowOpenHandler(handler) {
    this.openHandler = handler
  }

  open(url, features) {
    const details = { url: toElectron(url), frameName: '', features, disposition: 'new-window' }
    const verdict = this.openHandler(details)
    if (verdict.action !== 'deny') lacks('a window that a page opens itself')
  }

  async loadURL(url) {
    this.loading = url
    this.isSettled = false
    this.emit('did-start-loading', event())
    const stopped = new Promise(done => this.once('did-stop-loading', done))
    const { errorText } = await this.command('Page.navigate', { url: toChromium(url) })
    if (errorText) {
      this.loading = false
      this.emit('did-fail-load', event(), -2, errorText, url, true)
      throw new Error(`${errorText} loading '${url}'`)
    }
    await Promise.race([stopped, this.window.gone])
  }

  loadFile(file, { query, search, hash } = {}) {
    const url = pathToFileURL(path.resolve(state.appPath, file))
    if (query) url.search = new URLSearchParams(query)
    if (search) url.search = search
    if (hash) url.hash = hash
    return this.loadURL(url.href)
  }

  reload() {
    this.loading = this.url
    this.isSettled = false
    void this.command('Page.reload')
  }

  async executeJavaScript(expression) {
    const parameters = { expression, awaitPromise: true, returnByValue: true, userGesture: true }
    const { result, exceptionDetails } = await this.command('Runtime.evaluate', parameters)
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  async insertCSS(css) {
    const text = JSON.stringify(css)
    await this.executeJavaScript(
      `{const s=document.createElement('style');s.textContent=${text};document.head.append(s)}`,
    )
    return 'css'
  }

  async capturePage() {
    const { data } = await this.command('Page.captureScreenshot', { format: 'png' })
    return nativeImage.createFromBuffer(Buffer.from(data, 'base64'))
  }

  printToPDF(options) {
    return printToPdf(this, options)
  }

  print(options, callback) {
    print(this, options, callback).catch(error => callback?.(false, error.message))
  }

  async getPrintersAsync() {
    return state.printers
  }

  // ---- small answers -----------------------------------------------------------------------------------------------

  navigationHistory = missing('webContents.navigationHistory')
  getURL() {
    return this.url
  }
  getTitle() {
    return this.window.title
  }
  isLoading() {
    return this.loading !== false
  }
  isDestroyed() {
    return this.window.destroyed
  }
  isCrashed() {
    return false
  }
  isDevToolsOpened() {
    return false
  }
  close() {
    this.window.close()
  }
  getZoomFactor() {
    return this.zoomFactor
  }
  setZoomFactor(factor) {
    this.zoomFactor = factor
  }
  async setVisualZoomLevelLimits() {}
}

const all = () => [...state.windows.values()].map(window => window.webContents)
const webContents = strict('webContents', {
  getAllWebContents: all,
  fromId: id => all().find(contents => contents.id === id),
  getFocusedWebContents: () => state.focused?.webContents ?? null,
  fromDevToolsTargetId: targetId => all().find(contents => contents.targetId === targetId), // Playwright asks
})

module.exports = { WebContents, webContents }
