import type { PrintRequest } from '#main/features/badges/contract.ts'
import { kept } from '#renderer/platform/kept.ts'

const STORAGE_KEY = 'gelar.printTo'

/** Where this device prints: a printer of the main computer, a PDF, or the browser's dialog. */
export type PrintChoice = Pick<PrintRequest, 'target' | 'printer'>

/** Whatever the operating system prints on when nobody says where. */
export const STANDARD_PRINTER: PrintChoice = { target: 'printer', printer: '' }

/** The printer that was chosen on this device last; the standard printer until somebody chooses. */
export function getPrintChoice(): PrintChoice {
  const saved = kept.read<PrintChoice>(STORAGE_KEY)
  return saved?.target ? saved : STANDARD_PRINTER
}

/** Keeps what was chosen for the next prints of this device. */
export function rememberPrintChoice(choice: PrintChoice): void {
  kept.write(STORAGE_KEY, choice)
}
