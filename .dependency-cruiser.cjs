// Who may import whom: docs/decisions/0002-layers.md says why. Errors only, no list of exceptions.
const ISOMORPHIC = '^src-main/(features/[^/]+/(contract|[a-z-]*rules)|rpc/(base-)?contract)\\.ts$'
const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    forbid('no-cycles', {}, { circular: true }, 'A cycle means that two parts are one.'),
    forbid(
      'isomorphic-stays-pure',
      { path: ISOMORPHIC },
      { pathNot: [ISOMORPHIC, '(^|/)node_modules/(zod|@orpc/contract|@orpc/shared)/'] },
      'Contracts and rules run in the browser too: no I/O, only zod, the contract library and each other.',
    ),
    forbid(
      'queries-know-the-event-file-only',
      { path: '^src-main/features/[^/]+/[a-z-]*queries\\.ts$' },
      { path: '^src-main/', pathNot: ['^src-main/event-file/', ISOMORPHIC] },
      'SQL lives in queries; queries know handles and their own types.',
    ),
    forbid(
      'features-know-no-transport',
      { path: '^src-main/features/' },
      {
        path: [
          '^src-main/(transports|shell|preload)/',
          '^src-main/[a-z]+\\.ts$',
          'electron',
          'fastify',
          '^node_modules/ws/',
        ],
      },
      'Use cases do not know how they are called.',
    ),
    forbid(
      'foreign-queries',
      { path: '^src-main/features/([^/]+)/' },
      { path: '^src-main/features/[^/]+/[a-z-]*queries\\.ts$', pathNot: '^src-main/features/$1/' },
      'Another feature is asked through its service, never through its SQL.',
    ),
    forbid(
      'shell-knows-no-data',
      { path: '^src-main/shell/' },
      { path: '^src-main/(event-file|features/[^/]+/[a-z-]*(queries|service)|rpc/router)' },
      'The shell owns windows and printers; data comes through the ports it is given.',
    ),
    forbid(
      'electron-in-its-places',
      { path: '^src-main/', pathNot: '^src-main/(shell/|preload/|index\\.ts|transports/window-port)' },
      { path: '^(node_modules/)?electron(/|$)' },
      'Only the desktop shell knows Electron.',
    ),
    forbid(
      'renderer-knows-contracts-only',
      { path: '^src-renderer/' },
      { path: '^src-main/', pathNot: ISOMORPHIC },
      'The renderer shares contracts and rules with the main side, nothing else.',
    ),
    forbid(
      'renderer-features-apart',
      { path: '^src-renderer/features/([^/]+)/' },
      { path: '^src-renderer/(features/[^/]+|stage|print|app)/', pathNot: '^src-renderer/features/$1/' },
      'A screen is changed inside one folder.',
    ),
    forbid(
      'ui-has-no-rpc',
      { path: '^src-renderer/ui/' },
      { path: '^src-renderer/(rpc|features|app|stage|print)/' },
      'Presentational parts.',
    ),
    forbid(
      'stage-holds-no-operator-code',
      { path: '^src-renderer/stage' },
      { path: '^src-renderer/(features|app|print)/' },
      'What the hall sees is built from frames alone.',
    ),
    forbid(
      'no-orphans',
      { orphan: true, path: '^src-', pathNot: ['\\.d\\.ts$', '^src-main/(index|host|start)\\.ts$'] },
      {},
      'Nobody uses it.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
    },
  },
}
