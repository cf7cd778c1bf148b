import { create } from 'qrcode'
import { useMemo } from 'react'
import styles from './qr-code.module.css'

/** Modules of white around the code (ISO/IEC 18004 asks for four). */
const QUIET = 4

export interface QrCodeProps {
  text: string
  /** What it is, for those who do not see it. */
  name: string
}

/** A QR code as one path: sharp at any size, and without a canvas. Loaded only where an account has one. */
export default function QrCode({ text, name }: QrCodeProps) {
  const { size, path } = useMemo(() => draw(text), [text])
  return (
    <svg
      role="img"
      aria-label={name}
      className={styles.code}
      viewBox={`${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
}

function draw(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`
    }
  }
  return { size: modules.size, path }
}
