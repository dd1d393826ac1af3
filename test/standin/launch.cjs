// What the `electron` shell script does, for Windows: Node's own flags go before the script, all others behind it.
const { spawn } = require('node:child_process')
const path = require('node:path')

const given = process.argv.slice(2)
const flags = ['-r', path.join(__dirname, 'setup.cjs')]
const rest = []
for (let i = 0; i < given.length; i += 1) {
  if (given[i].startsWith('--inspect')) flags.push(given[i])
  else if (given[i] === '-r' || given[i] === '--require') {
    i += 1
    flags.push('-r', given[i])
  } else rest.push(given[i])
}
const child = spawn(process.execPath, [...flags, path.join(__dirname, 'boot.cjs'), ...rest], { stdio: 'inherit' })
child.on('exit', code => process.exit(code ?? 1))
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal))
