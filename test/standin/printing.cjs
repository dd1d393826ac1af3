// Stands in for webContents.printToPDF and print. A print job becomes a PDF in the user data and an entry in
// state.printJobs; which printers there are, and whether the next job fails, tests say in state.
const fs = require('node:fs')
const path = require('node:path')
const { app } = require('./app.cjs')
const { state, lacks } = require('./state.cjs')

const PAPER_INCHES = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
}

function paperInches(pageSize = 'Letter', unitsPerInch) {
  if (typeof pageSize === 'object') return [pageSize.width / unitsPerInch, pageSize.height / unitsPerInch]
  return PAPER_INCHES[pageSize] ?? lacks(`page size ${pageSize}`)
}

/** printToPDF counts a page size in inches, print() in microns: `unitsPerInch` says which. */
function pdfParameters(options, unitsPerInch) {
  const [paperWidth, paperHeight] = paperInches(options.pageSize, unitsPerInch)
  const margins = options.margins ?? {}
  const margin = side => (margins.marginType === 'none' ? 0 : (margins[side] ?? 0.4))
  return {
    landscape: !!options.landscape,
    displayHeaderFooter: !!options.displayHeaderFooter,
    printBackground: !!options.printBackground,
    scale: options.scale ?? 1,
    paperWidth,
    paperHeight,
    marginTop: margin('top'),
    marginBottom: margin('bottom'),
    marginLeft: margin('left'),
    marginRight: margin('right'),
    pageRanges: typeof options.pageRanges === 'string' ? options.pageRanges : '',
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    preferCSSPageSize: !!options.preferCSSPageSize,
    generateTaggedPDF: !!options.generateTaggedPDF,
    transferMode: 'ReturnAsStream',
  }
}

async function readStream(contents, handle) {
  const chunks = []
  for (;;) {
    const part = await contents.command('IO.read', { handle, size: 1 << 22 })
    chunks.push(Buffer.from(part.data, part.base64Encoded ? 'base64' : 'utf8'))
    if (part.eof) break
  }
  await contents.command('IO.close', { handle })
  return Buffer.concat(chunks)
}

async function makePdf(contents, options, unitsPerInch) {
  const { stream } = await contents.command('Page.printToPDF', pdfParameters(options, unitsPerInch))
  return readStream(contents, stream)
}

/** webContents.printToPDF */
const printToPdf = (contents, options = {}) => makePdf(contents, options, 1)

function refusal(options) {
  if (!options.silent) return 'Print job canceled' // a dialog that nobody answers
  if (!state.printers.length) return 'No printers available on the network'
  const isKnown = !options.deviceName || state.printers.some(printer => printer.name === options.deviceName)
  if (!isKnown) return 'Invalid deviceName provided'
  return state.printFailure
}

/** webContents.print */
async function print(contents, options = {}, callback = () => {}) {
  const reason = refusal(options)
  if (reason) {
    state.printFailure = ''
    return setImmediate(callback, false, reason)
  }
  const pdf = await makePdf(contents, options, 25_400)
  const folder = path.join(app.getPath('userData'), 'standin-print')
  fs.mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `job-${state.printJobs.length + 1}.pdf`)
  fs.writeFileSync(file, pdf)
  state.printJobs.push({ options, file, url: contents.getURL() })
  callback(true, '')
}

module.exports = { printToPdf, print }
