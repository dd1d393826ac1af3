/** A printer of this machine, as the operating system names it. */
export interface Printer {
  name: string
  displayName: string
  isDefault: boolean
}

/** Page size in millimetres. */
export interface PageSize {
  widthMm: number
  heightMm: number
}

/** What the desktop shell lends to the program. Without it (a browser in front of the host) the browser's own ways are used. */
export interface Desktop {
  listPrinters(): Promise<Printer[]>
  /** Prints a print page silently; rejects with the operating system's reason. */
  print(page: string, options: { printer: string; size: PageSize; copies: number }): Promise<void>
  /** Renders a print page to PDF bytes. */
  renderPdf(page: string, size: PageSize): Promise<Uint8Array>
  /** Asks for a path to write to; null when the person gave up. */
  chooseSavePath(suggestedName: string, extension: string): Promise<string | null>
  /** Asks for an event file to open; null when the person gave up. */
  chooseEventFile(): Promise<string | null>
}

/** The device id of the desktop's own windows. */
export const DESKTOP_DEVICE_ID = 'desktop'
