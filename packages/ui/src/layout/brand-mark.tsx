import { useState } from 'react'
import styles from './brand-mark.module.css'

export interface BrandMarkProps {
  name: string
  logoUrl?: string | null | undefined
  /** `lg` for the portal's header. */
  size?: 'sm' | 'lg'
}

/** A picture this much wider than high has the name in it. */
const wordmark = 2.2

/**
 * The organization's logo, or its initial in its own colour, with its name; nothing where the organization is not known. Beside a logo that
 * says the name itself the name is only spoken.
 */
export function BrandMark({ name, logoUrl, size = 'sm' }: BrandMarkProps) {
  const [widthToHeight, setWidthToHeight] = useState(0)
  if (!name && !logoUrl) return null
  const measure = (image: HTMLImageElement | null) => {
    if (image?.naturalHeight) setWidthToHeight(image.naturalWidth / image.naturalHeight)
  }
  return (
    <span
      className={styles.mark}
      data-size={size}
      data-says-name={(logoUrl && widthToHeight > wordmark) || undefined}
    >
      {logoUrl ? (
        <img
          ref={measure}
          src={logoUrl}
          alt=""
          className={styles.logo}
          onLoad={(event) => measure(event.currentTarget)}
        />
      ) : (
        <span className={styles.initial} aria-hidden>
          {[...name.trim()][0]?.toLocaleUpperCase() ?? ''}
        </span>
      )}
      <span className={styles.name} title={name}>
        {name}
      </span>
    </span>
  )
}
