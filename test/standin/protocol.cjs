// Stands in for `protocol` and `session`. A stock Chromium cannot open app://host/x as a page, so pages of such a
// scheme live at https://host.app.standin/x, and every request for one is answered by the app's own handler.
const { EventEmitter } = require('node:events')
const chromium = require('./chromium.cjs')
const { state, strict, lacks, event } = require('./state.cjs')

function toChromium(url) {
  const [, scheme, host, rest] = /^([a-z][\w+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url) ?? []
  return state.protocols.has(scheme) ? `https://${host}.${scheme}.standin${rest}` : url
}

function toElectron(url) {
  const [, host, scheme, rest] = /^https:\/\/(.*)\.([a-z][\w+-]*)\.standin(.*)$/i.exec(url) ?? []
  return scheme ? `${scheme}://${host}${rest}` : url
}

const protocol = strict('protocol', {
  registerSchemesAsPrivileged() {
    if (state.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
  },
  handle(scheme, handler) {
    if (state.protocols.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    if (state.windows.size) lacks('protocol.handle after the first window')
    state.protocols.set(scheme, handler)
  },
  unhandle: scheme => void state.protocols.delete(scheme),
  isProtocolHandled: scheme => state.protocols.has(scheme),
})

/** Only the form without a filter: the listener sees every request but the app's own scheme's. */
function onBeforeRequest(...args) {
  if (state.windows.size) lacks('webRequest.onBeforeRequest after the first window')
  if (args.length > 1) lacks('webRequest.onBeforeRequest with a filter')
  state.beforeRequest = args[0]
}

const defaultSession = strict(
  'session',
  Object.assign(new EventEmitter(), {
    protocol,
    webRequest: strict('session.webRequest', { onBeforeRequest }),
    // Kept for tests to call: a page's own requests for permission are answered by Chromium, which refuses.
    setPermissionRequestHandler: handler => {
      state.permissionRequest = handler
    },
    setPermissionCheckHandler: handler => {
      state.permissionCheck = handler
    },
    setDevicePermissionHandler: () => {},
    setDisplayMediaRequestHandler: () => {},
    setSpellCheckerEnabled: () => {},
    clearCache: async () => {},
    clearStorageData: async () => {},
  }),
)
const session = strict('session', { defaultSession, fromPartition: () => lacks('session.fromPartition') })

/** What Chromium has to stop at: the app's schemes, documents (for will-navigate), all when the app wants to see all. */
function interceptedPatterns() {
  const schemes = [...state.protocols.keys()].map(scheme => ({ urlPattern: `https://*.${scheme}.standin/*` }))
  const rest = state.beforeRequest ? { urlPattern: '*' } : { urlPattern: '*', resourceType: 'Document' }
  return [...schemes, rest]
}

const refuse = (requestId, sessionId, errorReason) =>
  chromium.send('Fetch.failRequest', { requestId, errorReason }, sessionId)

async function fulfil(paused, sessionId, url, handler) {
  const { method, headers, postDataEntries = [] } = paused.request
  const posted = Buffer.concat(postDataEntries.map(entry => Buffer.from(entry.bytes ?? '', 'base64')))
  const body = paused.request.hasPostData ? posted : undefined
  const response = await handler(new Request(url, { method, headers, body }))
  const answer = {
    requestId: paused.requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  }
  await chromium.send('Fetch.fulfillRequest', answer, sessionId)
}

/** True when the page itself goes elsewhere; Electron does not ask for loadURL, reload and sub-frames. */
function isPageNavigation(paused, contents, url) {
  const isDocument = paused.resourceType === 'Document' && paused.frameId === contents.targetId
  return isDocument && !contents.loading && url !== contents.url.replace(/#.*/, '')
}

/** Answers one request that Chromium holds back for us. */
async function answerRequest(paused, contents) {
  const { requestId } = paused
  const url = toElectron(paused.request.url)
  if (isPageNavigation(paused, contents, url)) {
    const will = event({ url, isMainFrame: true, isSameDocument: false })
    contents.emit('will-navigate', will, url)
    if (will.defaultPrevented) return refuse(requestId, contents.sessionId, 'Aborted')
  }
  const handler = state.protocols.get(url.split(':')[0])
  if (handler) return fulfil(paused, contents.sessionId, url, handler)
  const details = { url, method: paused.request.method, resourceType: paused.resourceType, webContents: contents }
  const verdict = state.beforeRequest ? await new Promise(done => state.beforeRequest(details, done)) : {}
  if (verdict.redirectURL) lacks('webRequest redirectURL')
  if (verdict.cancel) return refuse(requestId, contents.sessionId, 'BlockedByClient')
  return chromium.send('Fetch.continueRequest', { requestId }, contents.sessionId)
}

module.exports = {
  protocol,
  session,
  defaultSession,
  toChromium,
  toElectron,
  interceptedPatterns,
  answerRequest,
  refuse,
}
