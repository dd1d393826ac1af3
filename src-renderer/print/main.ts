import './print.css'

declare global {
  interface Window {
    /** Settles when everything is in its place; whoever prints this page waits for it. */
    printPageReady?: Promise<void>
  }
}

const parameters = new URLSearchParams(globalThis.location.search)

/**
 * `?certificates=RANGES` draws certificates (empty = those that the screen around it hands over). `?document=REQUEST` draws a paper, `?framed` the papers that the screen around it hands over; `?job=ID` (with `from` and
 * `count`) draws the badges of a job, `?layout=ID` samples of a layout. Each brings only its own code and fonts.
 */
async function show(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) return
  const ranges = parameters.get('certificates')
  if (ranges !== null) {
    const { showCertificates } = await import('./certificates/show-certificates.ts')
    return showCertificates(root, ranges)
  }
  if (parameters.has('document') || parameters.has('framed')) {
    const { showPaper } = await import('./papers/show-paper.ts')
    return showPaper(root, parameters.get('document'))
  }
  const { showBadges } = await import('./show-badges.ts')
  return showBadges(root, parameters)
}

globalThis.window.printPageReady = show()
