import { create } from 'qrcode'

/** A QR symbol as one SVG path in units of a module. */
export interface QrPath {
  path: string
  moduleCount: number
}

/** Modules that must stay white around a symbol (ISO/IEC 18004, 9.1). */
export const QUIET_ZONE_MODULES = 4

/** The symbol of a badge's code: version 2, error correction M, alphanumeric. Dark modules of a row that touch become one rectangle. */
export function qrPath(code: string): QrPath {
  const { modules } = create([{ data: code, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M' })
  const { size, data } = modules
  let path = ''
  for (let row = 0; row < size; row++) {
    let start = -1
    for (let column = 0; column <= size; column++) {
      const isDark = column < size && data[row * size + column] === 1
      if (isDark && start < 0) start = column
      if (!isDark && start >= 0) {
        path += `M${start} ${row}h${column - start}v1h${start - column}z`
        start = -1
      }
    }
  }
  return { path, moduleCount: size }
}
