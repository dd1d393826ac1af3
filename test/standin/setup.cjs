// Loaded with -r, before everything else: 'electron' now resolves to the stand-in, for CommonJS and ES modules alike,
// and the process looks like Electron's main process.
const { registerHooks } = require('node:module')
const { pathToFileURL } = require('node:url')
const path = require('node:path')
const fs = require('node:fs')
const { state } = require('./state.cjs')

const file = path.join(__dirname, 'electron.cjs')
const url = pathToFileURL(file).href
registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(\/(main|common))?$/.test(specifier)
      ? { url, format: 'commonjs', shortCircuit: true }
      : next(specifier, context),
})

// [node, boot.cjs, ...switches and the app in any order]
const given = process.argv.slice(2)
state.switches = given.filter(argument => argument.startsWith('--'))
state.rest = given.filter(argument => !argument.startsWith('--'))
const target = path.resolve(state.rest.shift() ?? '.')
const isFolder = fs.statSync(target).isDirectory()
state.appPath = isFolder ? target : path.dirname(target)
state.pkg = isFolder ? JSON.parse(fs.readFileSync(path.join(target, 'package.json'), 'utf8')) : {}
state.entry = isFolder ? path.resolve(target, state.pkg.main ?? 'index.js') : target

const electronPackage = require.resolve('electron/package.json', { paths: [process.cwd(), __dirname] })
const { version } = JSON.parse(fs.readFileSync(electronPackage, 'utf8'))
Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true })
process.type = 'browser'
process.resourcesPath = path.join(__dirname, 'resources')
process.defaultApp = true

require(file) // before the app, so that its own listeners come first
