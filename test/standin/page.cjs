// The page's side: stands in for the preload's ipcRenderer, contextBridge and webUtils.
// It runs before the page's own scripts and calls the built preload with a require('electron'). There is no isolated
// world: the preload runs beside the page. Ports are real MessagePorts, so a preload forwards one with
// window.postMessage(message, '*', [port]) here as in Electron.
const { makeCodec } = require('./codec.cjs')

/** Sent to the page as source text, so it must not reach outside itself. */
function page(codec, config, preload) {
  const binding = globalThis.__standinIpc
  delete globalThis.__standinIpc
  if (window !== window.top) return
  const post = message => binding(JSON.stringify(message))
  const loudly = fn => {
    try {
      return fn()
    } catch (error) {
      post({ kind: 'lacks', error: String(error.message) })
      throw error
    }
  }
  const calls = new Map() // id -> { done, fail } of each invoke under way
  const ports = new Map() // id -> the end of a channel whose other end is in the main process
  const listeners = new Map()
  let lastId = 0
  const nextId = () => (lastId += 1)

  function connectPort(id, port) {
    ports.set(id, port)
    port.onmessage = message =>
      loudly(() => {
        if (message.ports.length) throw new Error('a port sent through a port is not there')
        post({ kind: 'port', id, data: codec.encode(message.data) })
      })
    port.onclose = () => {
      if (ports.delete(id)) post({ kind: 'port-close', id })
    }
  }

  function receivePort({ id, queue }) {
    const { port1, port2 } = new MessageChannel()
    connectPort(id, port2)
    for (const data of queue) port2.postMessage(codec.decode(data))
    return port1
  }

  const receivers = {
    reply({ id, error, value }) {
      const call = calls.get(id)
      calls.delete(id)
      if (error) call.fail(new Error(error))
      else call.done(codec.decode(value))
    },
    send({ channel, args, handed }) {
      const ipcEvent = { sender: ipcRenderer, ports: handed.map(receivePort) }
      ipcRenderer.emit(channel, ipcEvent, ...codec.decode(args))
    },
    port: ({ id, data }) => ports.get(id)?.postMessage(codec.decode(data)),
    'port-close'({ id }) {
      const port = ports.get(id)
      ports.delete(id)
      port?.close()
    },
  }

  const emitter = {
    on(name, fn) {
      listeners.set(name, [...(listeners.get(name) ?? []), fn])
      return this
    },
    once(name, fn) {
      const wrapped = (...args) => {
        this.off(name, wrapped)
        fn(...args)
      }
      wrapped.original = fn
      return this.on(name, wrapped)
    },
    off(name, fn) {
      listeners.set(
        name,
        (listeners.get(name) ?? []).filter(other => other !== fn && other.original !== fn),
      )
      return this
    },
    removeAllListeners(name) {
      if (name === undefined) listeners.clear()
      else listeners.delete(name)
      return this
    },
    listenerCount: name => listeners.get(name)?.length ?? 0,
    emit(name, ...args) {
      for (const fn of listeners.get(name) ?? []) fn(...args)
    },
  }
  emitter.addListener = emitter.on
  emitter.removeListener = emitter.off

  const ipcRenderer = Object.assign(emitter, {
    async invoke(channel, ...args) {
      const encoded = codec.encode(args)
      const id = nextId()
      return new Promise((done, fail) => {
        calls.set(id, { done, fail })
        post({ kind: 'invoke', id, channel, args: encoded })
      })
    },
    send: (channel, ...args) => post({ kind: 'send', channel, args: codec.encode(args), ports: [] }),
    postMessage(channel, message, transfer = []) {
      const ids = transfer.map(() => `page-${nextId()}-${Math.random()}`)
      post({ kind: 'send', channel, args: codec.encode([message]), ports: ids })
      for (const [index, port] of transfer.entries()) connectPort(ids[index], port)
    },
    sendSync: () =>
      loudly(() => {
        throw new Error('ipcRenderer.sendSync is not there')
      }),
  })

  /** contextBridge copies: functions become proxies, objects are frozen copies without prototypes. */
  function cross(v) {
    if (typeof v === 'function') return (...args) => cross(v(...args.map(cross)))
    if (typeof v === 'symbol') throw new Error('An object could not be cloned.')
    if (v === null || typeof v !== 'object') return v
    if (typeof v.then === 'function') return Promise.resolve(v).then(cross)
    if (Array.isArray(v)) return v.map(cross)
    if (v instanceof Element || v instanceof Blob || v instanceof Error) return v
    const prototype = Object.getPrototypeOf(v)
    const kind = prototype?.constructor?.name ?? 'Object'
    if (/^(Date|Map|Set|RegExp|ArrayBuffer|.*Array)$/.test(kind)) return codec.clone(v)
    return Object.freeze(Object.fromEntries(Object.entries(v).map(([key, value]) => [key, cross(value)])))
  }
  const contextBridge = {
    exposeInMainWorld(key, api) {
      if (Object.hasOwn(globalThis, key)) {
        throw new Error('Cannot bind an API on top of an existing property on the window object')
      }
      Object.defineProperty(globalThis, key, { value: cross(api), enumerable: true })
    },
  }

  const electron = { contextBridge, ipcRenderer, webUtils: { getPathForFile: file => file.name } }
  const modules = { electron, 'electron/renderer': electron, timers: { setTimeout, setInterval }, url: { URL } }
  const require = name => {
    const found = modules[name.replace(/^node:/, '')]
    if (!found) throw new Error(`module not found: ${name}`) // what a sandboxed preload says
    return found
  }

  Object.defineProperty(globalThis, '__standinReceive', {
    value: text => {
      const message = JSON.parse(text)
      loudly(() => receivers[message.kind](message))
    },
  })
  window.open = (url, _target, features) => {
    post({ kind: 'open', url: new URL(url, location.href).href, features: features ?? '' })
    return null
  }
  window.close = () => post({ kind: 'close' })
  if (!preload) return
  try {
    preload(require, config.process, { exports: {} })
  } catch (error) {
    post({ kind: 'preload-error', error: String(error?.stack ?? error) })
    console.error('Unable to load preload script', error)
  }
}

/** The script for the page: `config.process` becomes the preload's `process`, `code` is the preload's source. */
function pageScript(config, code) {
  const preload =
    code === undefined ? 'null' : `function(require,process,module){const exports=module.exports;${code}\n}`
  return `(${page})((${makeCodec})(),${JSON.stringify(config)},${preload});`
}

module.exports = { pageScript }
