// The Chromium process behind the stand-in, driven over the DevTools protocol through two pipes.
// Chromium goes when the pipes close, so it does not outlive a stand-in that was killed.
const { spawn } = require('node:child_process')
const path = require('node:path')
const readline = require('node:readline')
const { state } = require('./state.cjs')

const isHeaded = process.env.STANDIN_HEADED === '1'

/** The displays the machine pretends to have: [{ width, height, x?, y?, scaleFactor?, label? }], left to right. */
const displays = JSON.parse(process.env.STANDIN_DISPLAYS ?? '[{"width":1920,"height":1080}]')

function executable() {
  if (process.env.GELAR_CHROMIUM) return process.env.GELAR_CHROMIUM
  const found = require('../browser.ts').findBrowser()
  if (!found) throw new Error('electron stand-in: no Chromium, Chrome or Edge found; set GELAR_CHROMIUM')
  return found.path
}

function argumentsFor(userData, appSwitches) {
  const screens = displays.map(d => {
    const ratio = d.scaleFactor ? ` devicePixelRatio=${d.scaleFactor}` : ''
    return `{${d.width}x${d.height}${ratio}}`
  })
  return [
    ...(isHeaded ? [] : ['--headless', `--screen-info=${screens.join('')}`]),
    ...state.switches.filter(s => s.startsWith('--remote-debugging-port')), // Playwright connects here
    '--remote-debugging-pipe',
    '--no-sandbox',
    '--no-startup-window',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--disable-dev-shm-usage',
    '--disable-background-timer-throttling',
    '--disable-renderer-backgrounding',
    '--disable-backgrounding-occluded-windows',
    '--disable-ipc-flooding-protection',
    '--enable-blink-features=MessagePortCloseEvent', // Electron has it on
    '--force-color-profile=srgb',
    '--password-store=basic',
    '--autoplay-policy=no-user-gesture-required',
    '--lang=en-US',
    '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,Translate,MediaRouter,PaintHolding,OptimizationHints,NetworkTimeServiceQuerying',
    `--user-data-dir=${path.join(userData, 'standin-chromium')}`,
    ...appSwitches,
  ]
}

const waiting = new Map() // id -> { done, fail, method }
const sessions = new Map() // session id, or undefined for the browser itself -> (method, params) => void
let child = null
let lastId = 0

function receive(message) {
  if (!message.id) return void sessions.get(message.sessionId)?.(message.method, message.params)
  const call = waiting.get(message.id)
  waiting.delete(message.id)
  if (message.error) call.fail(new Error(`${call.method}: ${message.error.message}`))
  else call.done(message.result)
}

/** Messages are JSON ended by a zero byte and may come in many chunks. */
function readMessages(stream) {
  let chunks = []
  stream.on('data', chunk => {
    let rest = chunk
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      chunks.push(rest.subarray(0, end))
      rest = rest.subarray(end + 1)
      const text = Buffer.concat(chunks).toString('utf8')
      chunks = []
      receive(JSON.parse(text))
    }
    if (rest.length) chunks.push(rest)
  })
}

function start(userData, appSwitches) {
  child = spawn(executable(), argumentsFor(userData, appSwitches), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: undefined },
  })
  child.on('error', error => {
    process.stderr.write(`electron stand-in: ${error.message}\n`)
    process.exit(1)
  })
  readline.createInterface({ input: child.stderr }).on('line', line => {
    // Playwright reads the address of the debugging port from this line.
    if (process.env.STANDIN_DEBUG || line.startsWith('DevTools listening')) process.stderr.write(`${line}\n`)
  })
  child.on('exit', (code, signal) => {
    if (state.exitCode === undefined) process.stderr.write(`electron stand-in: Chromium ended with ${signal ?? code}\n`)
    process.exit(state.exitCode ?? 1)
  })
  child.stdio[3].on('error', () => {}) // a write after Chromium has gone; 'exit' says so
  readMessages(child.stdio[4])
  return send('Target.setDiscoverTargets', { discover: true })
}

function send(method, params = {}, sessionId) {
  return new Promise((done, fail) => {
    lastId += 1
    waiting.set(lastId, { done, fail, method })
    child.stdio[3].write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`)
  })
}

module.exports = { start, send, sessions, displays, isHeaded, isRunning: () => child !== null }
