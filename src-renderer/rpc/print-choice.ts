import type { PrintRequest } from '#main/features/badges/contract.ts'

const STORAGE_KEY = 'gelar.printTo'

/** Where this device prints: a printer of the main computer, a PDF, or the browser's dialog. */
export type PrintChoice = Pick<PrintRequest, 'target' | 'printer'>

/** The printer that was chosen on this device last; the standard printer until somebody chooses. */
export function getPrintChoice(): PrintChoice {
  try {
    const saved = JSON.parse(globalThis.localStorage.getItem(STORAGE_KEY) ?? 'null') as PrintChoice | null
    return saved?.target ? saved : { target: 'printer', printer: '' }
  } catch {
    // What is stored is not ours or broken: the standard printer is as good a start as any.
    return { target: 'printer', printer: '' }
  }
}

/** Keeps what was chosen for the next prints of this device. */
export function rememberPrintChoice(choice: PrintChoice): void {
  globalThis.localStorage.setItem(STORAGE_KEY, JSON.stringify(choice))
}
