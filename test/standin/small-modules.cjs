// Stands in for Electron's small modules: what they were asked is kept in memory, for tests to read.
const { EventEmitter } = require('node:events')
const fs = require('node:fs')
const { state, strict, nextId } = require('./state.cjs')

const blockers = new Map()
const powerSaveBlocker = strict('powerSaveBlocker', {
  start(type) {
    const id = nextId()
    blockers.set(id, type)
    return id
  },
  stop: id => blockers.delete(id),
  isStarted: id => blockers.has(id),
})

const recorded =
  name =>
  async (...args) => {
    state.shellCalls.push([name, ...args])
    return ''
  }
const shell = strict('shell', {
  openExternal: recorded('openExternal'),
  openPath: recorded('openPath'),
  showItemInFolder: recorded('showItemInFolder'),
  trashItem: recorded('trashItem'),
  beep: () => {},
})

const shortcuts = new Map()
const globalShortcut = strict('globalShortcut', {
  register(accelerator, fn) {
    shortcuts.set(accelerator, fn)
    return true
  },
  registerAll: (accelerators, fn) => accelerators.forEach(accelerator => shortcuts.set(accelerator, fn)),
  unregister: accelerator => void shortcuts.delete(accelerator),
  unregisterAll: () => shortcuts.clear(),
  isRegistered: accelerator => shortcuts.has(accelerator),
  /** Only here: a test presses the key. */
  trigger: accelerator => shortcuts.get(accelerator)?.(),
})

const image = bytes =>
  strict('nativeImage', {
    toPNG: () => bytes,
    isEmpty: () => bytes.length === 0,
    toDataURL: () => `data:image/png;base64,${bytes.toString('base64')}`,
    getSize: () =>
      bytes.length > 24 ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : { width: 0, height: 0 },
  })
const nativeImage = strict('nativeImage', {
  createFromBuffer: image,
  createFromPath: file => image(fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0)),
  createFromDataURL: url => image(Buffer.from(url.split(',')[1] ?? '', 'base64')),
  createEmpty: () => image(Buffer.alloc(0)),
})

let copied = ''
const clipboard = strict('clipboard', {
  readText: () => copied,
  writeText: text => {
    copied = text
  },
  clear: () => {
    copied = ''
  },
})

const nativeTheme = strict(
  'nativeTheme',
  Object.assign(new EventEmitter(), { shouldUseDarkColors: false, themeSource: 'system' }),
)
const powerMonitor = strict('powerMonitor', new EventEmitter())
const net = strict('net', { fetch: (...args) => fetch(...args), isOnline: () => true })

module.exports = { powerSaveBlocker, shell, globalShortcut, nativeImage, clipboard, nativeTheme, powerMonitor, net }
