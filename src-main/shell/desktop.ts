import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import { withTimeLimit } from './time-limit.ts'
import { openPrintPage } from './windows.ts'

interface PrinterInfo {
  name: string
  displayName: string
  isDefault: boolean
}
interface Size {
  widthMm: number
  heightMm: number
}

const MM_PER_INCH = 25.4
const MICRONS_PER_MM = 1000
const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0 }
const PRINT_LIMIT_MS = 60_000
/** Five hundred pages take a second here and half a minute on the slowest laptops. */
const PDF_LIMIT_MS = 180_000

/** What the operating system lends: printers, PDF and file dialogs. `preload` is given to the hidden print pages. */
export function createDesktop(preload: string) {
  return {
    async listPrinters(): Promise<PrinterInfo[]> {
      const [window] = BrowserWindow.getAllWindows()
      const printers = window ? await window.webContents.getPrintersAsync() : []
      return printers.map(printer => ({
        name: printer.name,
        displayName: printer.displayName,
        isDefault: (printer as { isDefault?: boolean }).isDefault === true,
      }))
    },

    async print(page: string, options: { printer: string; size: Size; copies: number }): Promise<void> {
      const window = await openPrintPage(preload, page)
      try {
        await withTimeLimit(printSilently(window, options), PRINT_LIMIT_MS, 'printer-timeout')
      } finally {
        window.destroy()
      }
    },

    async renderPdf(page: string, size: Size): Promise<Uint8Array> {
      const window = await openPrintPage(preload, page)
      try {
        const pdf = window.webContents.printToPDF({
          pageSize: { width: size.widthMm / MM_PER_INCH, height: size.heightMm / MM_PER_INCH },
          preferCSSPageSize: true,
          printBackground: true,
          margins: NO_MARGINS,
        })
        return await withTimeLimit(pdf, PDF_LIMIT_MS, 'page-timeout')
      } finally {
        window.destroy()
      }
    },

    async chooseSavePath(suggestedName: string, extension: string): Promise<string | null> {
      const options: SaveDialogOptions = {
        defaultPath: `${suggestedName}.${extension}`,
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      }
      const { canceled, filePath } = await dialog.showSaveDialog(options)
      return canceled || !filePath ? null : filePath
    },

    async chooseEventFile(): Promise<string | null> {
      const options: OpenDialogOptions = {
        properties: ['openFile'],
        filters: [{ name: 'Gelar', extensions: ['gelar'] }],
      }
      const { canceled, filePaths } = await dialog.showOpenDialog(options)
      return canceled ? null : (filePaths[0] ?? null)
    },
  }
}

/** Explicit page size in microns and no margins: label printers ignore anything softer (electron/electron#31705, #36067). */
function printSilently(window: BrowserWindow, options: { printer: string; size: Size; copies: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.print(
      {
        silent: true,
        printBackground: true,
        deviceName: options.printer,
        copies: options.copies,
        pageSize: { width: options.size.widthMm * MICRONS_PER_MM, height: options.size.heightMm * MICRONS_PER_MM },
        margins: { marginType: 'none' },
      },
      (isDone, reason) => (isDone ? resolve() : reject(new Error(reason || 'print failed'))),
    )
  })
}
