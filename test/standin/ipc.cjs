// Stands in for ipcMain, MessageChannelMain and the main side of ports that were handed to a page.
const { EventEmitter } = require('node:events')
const { makeCodec } = require('./codec.cjs')
const { strict, lacks } = require('./state.cjs')

const codec = makeCodec()
const handlers = new Map()
const emitter = new EventEmitter()

const ipcMain = strict(
  'ipcMain',
  Object.assign(emitter, {
    handle(channel, handler) {
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
      handlers.set(channel, handler)
    },
    handleOnce(channel, handler) {
      ipcMain.handle(channel, (...args) => {
        handlers.delete(channel)
        return handler(...args)
      })
    },
    removeHandler: channel => void handlers.delete(channel),
  }),
)

/** Calls the handler of ipcRenderer.invoke; rejects with the words the page would read in Electron. */
async function invoke(channel, ipcEvent, args) {
  try {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return codec.encode(await handler(ipcEvent, ...codec.decode(args)))
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${error}`)
  }
}

/** One end of a channel. Its other end is `peer` in this process, or a page behind `remote`, once it was handed over. */
class MessagePortMain extends EventEmitter {
  peer = null
  remote = null // { send(data), close() }
  #isStarted = false
  #isClosed = false
  #queue = []

  start() {
    this.#isStarted = true
    for (const data of this.#queue.splice(0)) this.deliver(data)
  }

  deliver(data) {
    if (this.#isClosed) return
    if (this.#isStarted) this.emit('message', { data, ports: [] })
    else this.#queue.push(data)
  }

  postMessage(message, transfer = []) {
    if (transfer.length) lacks('a port sent through a port')
    if (this.#isClosed) return
    if (this.remote) return this.remote.send(message)
    const copy = codec.clone(message)
    // By the time it is delivered, the other end may be in a page.
    setImmediate(() => (this.remote ? this.remote.send(copy) : this.peer?.deliver(copy)))
  }

  close() {
    if (this.#isClosed) return
    this.disconnected()
    this.remote?.close()
    this.peer?.disconnected()
  }

  /** The other end has gone. */
  disconnected() {
    if (this.#isClosed) return
    this.#isClosed = true
    setImmediate(() => this.emit('close'))
  }

  /** What was posted to this end before it is handed to a page, which then becomes `remote` of the other end. */
  takeQueue() {
    this.#isClosed = true
    return this.#queue.splice(0)
  }
}

class MessageChannelMain {
  port1 = new MessagePortMain()
  port2 = new MessagePortMain()

  constructor() {
    this.port1.peer = this.port2
    this.port2.peer = this.port1
  }
}

let lastPort = 0

/** The ports between this process and one page; they close when the page goes. */
function createPagePorts(toPage) {
  const ports = new Map()
  const connect = (id, port) => {
    port.remote = {
      send: data => toPage({ kind: 'port', id, data: codec.encode(data) }),
      close: () => {
        ports.delete(id)
        toPage({ kind: 'port-close', id })
      },
    }
    ports.set(id, port)
    return port
  }
  return {
    /** A port that the page made and handed over. */
    fromPage: id => connect(id, new MessagePortMain()),
    /** Hands a port to the page; returns its id and what already waits in it. */
    handOver(port) {
      lastPort += 1
      const id = `main-${lastPort}`
      if (!port.peer) lacks('handing on a port that came from a page')
      connect(id, port.peer).peer = null
      return { id, queue: port.takeQueue().map(codec.encode) }
    },
    deliver: (id, data) => ports.get(id)?.deliver(codec.decode(data)),
    closedByPage(id) {
      ports.get(id)?.disconnected()
      ports.delete(id)
    },
    closeAll() {
      for (const port of ports.values()) port.disconnected()
      ports.clear()
    },
  }
}

module.exports = { ipcMain, emitter, invoke, MessagePortMain, MessageChannelMain, createPagePorts, codec }
