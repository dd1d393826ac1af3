// Runs the app's main entry the way Electron would: argv is [executable, app, switches, rest].
const path = require('node:path')
const { state } = require('./state.cjs')

process.argv = [path.join(__dirname, 'electron'), state.entry, ...state.switches, ...state.rest]
require('node:module').runMain()
