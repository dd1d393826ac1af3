import { ipcRenderer } from 'electron'

// Hands the program's message port over to the page; nothing else crosses.
const PORT_CHANNEL = 'gelar:port'

ipcRenderer.on(PORT_CHANNEL, event => {
  const [port] = event.ports
  if (port) globalThis.window.postMessage(PORT_CHANNEL, globalThis.window.location.origin, [port])
})

// The page asks once it listens, so the port can't arrive too early.
globalThis.window.addEventListener('message', event => {
  if (event.source === globalThis.window && event.data === `${PORT_CHANNEL}:wanted`) ipcRenderer.send(PORT_CHANNEL)
})
