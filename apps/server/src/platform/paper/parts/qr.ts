import { create } from 'qrcode'
import type { Sheet } from '../sheet.ts'

/**
 * Draws a QR code (ISO/IEC 18004, error correction M) as one vector path, runs of dark modules joined into bars, so
 * that it prints sharp at any resolution. Text too long for any QR code draws nothing: the same facts stand beside it.
 */
export function qrCode(sheet: Sheet, content: string, x: number, y: number, size: number): void {
  const modules = modulesOf(content)
  if (!modules) return
  const module = size / modules.size
  for (let row = 0; row < modules.size; row += 1) {
    let start = -1
    for (let column = 0; column <= modules.size; column += 1) {
      const dark = column < modules.size && modules.get(row, column) === 1
      if (dark && start < 0) start = column
      if (!dark && start >= 0) {
        sheet.pdf.rect(x + start * module, y + row * module, (column - start) * module, module)
        start = -1
      }
    }
  }
  sheet.pdf.fill('#000000')
}

function modulesOf(content: string) {
  try {
    return create(content, { errorCorrectionLevel: 'M' }).modules
  } catch {
    return undefined
  }
}
