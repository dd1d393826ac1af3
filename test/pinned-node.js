// Runs a TypeScript file of ours, or says in one line why this Node can't: `node test/pinned-node.js test/run.ts`.
// Plain JavaScript on purpose: the Node that is too old must be able to read it.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Node ${process.versions.node} is too old (22.18 or later is needed): run it through npm, as in \`npm ci && npm test\`, so that the pinned Node 24 of this project is used.`,
  )
  process.exitCode = 1
} else {
  await import(pathToFileURL(resolve(process.argv[2])).href)
}
