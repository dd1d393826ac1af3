// What a page's preload sends, and what Electron's main process makes of it.
const ipc = require('./ipc.cjs')
const { lacks, event } = require('./state.cjs')

function ipcEvent(contents, ports = []) {
  const reply = (...args) => contents.send(...args)
  return event({ type: 'frame', sender: contents, senderFrame: contents.mainFrame, reply, ports })
}

const receivers = {
  send(contents, { channel, args, ports }) {
    const values = ipc.codec.decode(args)
    const ipcSent = ipcEvent(contents, ports.map(contents.ports.fromPage))
    ipc.emitter.emit(channel, ipcSent, ...values)
    contents.emit('ipc-message', ipcSent, channel, ...values)
  },
  invoke(contents, { id, channel, args }) {
    ipc.invoke(channel, ipcEvent(contents), args).then(
      value => contents.toPage({ kind: 'reply', id, value }),
      error => contents.toPage({ kind: 'reply', id, error: error.message }),
    )
  },
  port: (contents, { id, data }) => contents.ports.deliver(id, data),
  'port-close': (contents, { id }) => contents.ports.closedByPage(id),
  open: (contents, { url, features }) => contents.open(url, features),
  close: contents => contents.window.close(),
  lacks: (_contents, { error }) => lacks(error),
  'preload-error'(contents, { error }) {
    process.stderr.write(`Unable to load preload script: ${error}\n`)
    contents.emit('preload-error', event(), contents.window.options.webPreferences?.preload, new Error(error))
  },
}

/** Carries out one message of `contents`' page. */
function receive(contents, message) {
  const receiver = receivers[message.kind] ?? lacks(`page message ${message.kind}`)
  receiver(contents, message)
}

module.exports = { receive }
