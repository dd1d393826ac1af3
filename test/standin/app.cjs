// Stands in for Electron's `app`: life cycle, paths, command line, single instance.
const { EventEmitter } = require('node:events')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const chromium = require('./chromium.cjs')
const { createInstanceLock } = require('./instance-lock.cjs')
const { state, strict, lacks, event } = require('./state.cjs')

const paths = {}
const appSwitches = []
const hasSwitch = name => state.switches.some(s => s === `--${name}` || s.startsWith(`--${name}=`))
const switchValue = name => state.switches.find(s => s.startsWith(`--${name}=`))?.slice(name.length + 3) ?? ''

const commandLine = strict('app.commandLine', {
  appendSwitch: (name, value) => appSwitches.push(value ? `--${name}=${value}` : `--${name}`),
  appendArgument: argument => appSwitches.push(argument),
  hasSwitch,
  getSwitchValue: switchValue,
})

function defaultPath(name) {
  if (name === 'userData') return switchValue('user-data-dir') || fs.mkdtempSync(path.join(os.tmpdir(), 'standin-'))
  if (name === 'sessionData') return getPath('userData')
  if (name === 'temp') return os.tmpdir()
  if (name === 'home') return os.homedir()
  if (name === 'exe') return process.argv[0]
  // documents, desktop, downloads, logs, ...: inside the user data, so that tests never meet in one folder
  return path.join(getPath('userData'), name)
}

function getPath(name) {
  paths[name] ??= defaultPath(name)
  fs.mkdirSync(path.dirname(paths[name]), { recursive: true })
  return paths[name]
}

const lock = createInstanceLock({
  folder: () => {
    fs.mkdirSync(getPath('userData'), { recursive: true })
    return getPath('userData')
  },
  onSecond: (argv, folder, data) => emitter.emit('second-instance', event(), argv, folder, data),
})

async function quit() {
  if (state.quitting) return
  const before = event()
  emitter.emit('before-quit', before)
  if (before.defaultPrevented) return
  state.quitting = true
  await lock.handedOver()
  for (const window of [...state.windows.values()]) {
    window.close()
    if (!window.isClosing) {
      state.quitting = false
      return
    }
    await window.gone
  }
  const will = event()
  emitter.emit('will-quit', will)
  if (will.defaultPrevented) state.quitting = false
  else exit(0)
}

function exit(code = 0) {
  state.exitCode = code
  emitter.emit('quit', event(), code)
  if (!chromium.isRunning()) process.exit(code)
  chromium.send('Browser.close').catch(() => {})
  setTimeout(() => process.exit(code), 3000).unref()
}

const whenReady = new Promise(done => {
  setImmediate(async () => {
    if (state.quitting || state.exitCode !== undefined) return
    fs.mkdirSync(getPath('userData'), { recursive: true })
    await chromium.start(getPath('userData'), appSwitches)
    const { product } = await chromium.send('Browser.getVersion')
    Object.defineProperty(process.versions, 'chrome', { value: product.split('/')[1], enumerable: true })
    state.ready = true
    emitter.emit('ready', event(), {})
    done()
  })
})

const emitter = new EventEmitter()
const app = strict(
  'app',
  Object.assign(emitter, {
    isPackaged: false,
    name: state.pkg.productName ?? state.pkg.name ?? 'Electron',
    commandLine,
    whenReady: () => whenReady,
    isReady: () => state.ready,
    getName: () => emitter.name,
    setName: name => {
      emitter.name = name
    },
    getVersion: () => state.pkg.version ?? '0.0.0',
    getLocale: () => 'en-US',
    getSystemLocale: () => 'en-US',
    getPreferredSystemLanguages: () => ['en-US'],
    getAppPath: () => state.appPath,
    getPath,
    setPath: (name, value) => {
      paths[name] = value
    },
    requestSingleInstanceLock: lock.request,
    hasSingleInstanceLock: lock.isHeld,
    releaseSingleInstanceLock: lock.release,
    quit,
    exit,
    relaunch: () => lacks('app.relaunch'),
    focus: () => {},
    enableSandbox: () => {},
    disableHardwareAcceleration: () => {},
    setAppUserModelId: () => {},
    setAboutPanelOptions: () => {},
    addRecentDocument: () => {},
    clearRecentDocuments: () => {},
  }),
)
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, quit)

module.exports = { app }
