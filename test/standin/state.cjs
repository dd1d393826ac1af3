// What all parts of the stand-in share. Tests reach it as globalThis.standin inside app.evaluate():
// they add printers and displays there, and read what the app asked of the machine.

/** Fails a test that leans on something the stand-in does not have, instead of letting it pass for the wrong reason. */
function lacks(name) {
  throw new Error(`electron stand-in: ${name} is not there`)
}

const asked = new Set(['then', 'toJSON', 'constructor', 'prototype', 'default', '__esModule', 'inspect', 'dock'])

/** An object whose unknown properties throw on being read. */
function strict(name, object) {
  return new Proxy(object, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target || asked.has(key)) return target[key]
      return lacks(`${name}.${key}`)
    },
  })
}

/** A module or class that is not there at all: any use of it throws. */
function missing(name) {
  const fail = () => lacks(name)
  const get = (target, key) => (typeof key === 'symbol' || asked.has(key) ? target[key] : lacks(`${name}.${key}`))
  return new Proxy(function absent() {}, { get, apply: fail, construct: fail })
}

/** An Electron event object. */
function event(extra) {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
    ...extra,
  }
}

const state = {
  entry: '', // absolute path of the app's main script
  appPath: '',
  pkg: {}, // the app's package.json
  switches: [], // --switches of the command line
  rest: [], // the other arguments, without the app itself
  ready: false,
  quitting: false,
  exitCode: undefined,
  windows: new Map(), // id -> BrowserWindow, open ones only
  focused: null,
  lastId: 0,
  protocols: new Map(), // scheme -> handler of protocol.handle
  beforeRequest: null, // listener of session.webRequest.onBeforeRequest
  permissionRequest: null, // handler given to session.setPermissionRequestHandler
  permissionCheck: null,
  printers: [], // what getPrintersAsync answers; tests push { name, displayName, isDefault }
  printJobs: [], // { options, file, url } of each webContents.print() that was carried out
  printFailure: '', // set it: the next print job fails with this reason
  shellCalls: [], // [function, ...arguments] of each call of the shell module
  dialogErrors: [], // { title, content } of each dialog.showErrorBox
}
globalThis.standin = state

module.exports = { state, strict, missing, lacks, event, nextId: () => (state.lastId += 1) }
