// Stands in for app.requestSingleInstanceLock: a lock file in the user data names the holder's process,
// and a second copy hands its arguments over to it through a local socket.
const { createHash } = require('node:crypto')
const fs = require('node:fs')
const net = require('node:net')
const os = require('node:os')
const path = require('node:path')

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** A socket's path may have 107 bytes at most, so it is not in the user data itself. */
function addressOf(file) {
  const name = `standin-${createHash('sha1').update(file).digest('hex').slice(0, 16)}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(os.tmpdir(), `${name}.sock`)
}

function takeFile(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (isAlive(Number(fs.readFileSync(file, 'utf8')))) return false
    fs.writeFileSync(file, String(process.pid)) // its holder was killed
    return true
  }
}

function handOver(address, data) {
  return new Promise(done => {
    const message = JSON.stringify([process.argv, process.cwd(), data])
    net.connect(address).on('error', done).on('close', done).end(message)
  })
}

/** `folder()` gives the user data; `onSecond(argv, workingDirectory, data)` is called in the copy that holds the lock. */
function createInstanceLock({ folder, onSecond }) {
  let server = null
  let handover = Promise.resolve()

  function serve(address) {
    if (process.platform !== 'win32') fs.rmSync(address, { force: true })
    const receive = socket => {
      let text = ''
      socket.on('data', chunk => {
        text += chunk
      })
      socket.on('end', () => onSecond(...JSON.parse(text)))
    }
    return net.createServer(receive).listen(address).unref()
  }

  return {
    request(data = {}) {
      if (server) return true
      const file = path.join(folder(), 'standin.lock')
      const address = addressOf(file)
      if (!takeFile(file)) {
        handover = handOver(address, data)
        return false
      }
      server = serve(address)
      process.on('exit', () => {
        fs.rmSync(file, { force: true })
        if (process.platform !== 'win32') fs.rmSync(address, { force: true })
      })
      return true
    },
    isHeld: () => server !== null,
    release() {
      server?.close()
      server = null
    },
    handedOver: () => handover,
  }
}

module.exports = { createInstanceLock }
