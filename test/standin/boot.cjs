// Runs the app's main entry the way Electron would: argv is [executable, app, switches, rest].
const path = require('node:path')
const { state } = require('./state.cjs')

process.argv = [path.join(__dirname, 'electron'), state.entry, ...state.switches, ...state.rest]
require('node:module').runMain()

// Electron's main process warns about a promise that nobody caught and goes on; Node alone would end.
process.on('unhandledRejection', reason =>
  process.stderr.write(`electron stand-in: not caught: ${reason?.stack ?? reason}\n`),
)
