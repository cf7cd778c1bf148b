import styles from './brand-mark.module.css'

export interface BrandMarkProps {
  name: string
  logoUrl?: string | null | undefined
  /** `lg` for the portal's header. */
  size?: 'sm' | 'lg'
}

/** The organization's logo, or its initial in its own colour, with its name; nothing where the organization is not known. */
export function BrandMark({ name, logoUrl, size = 'sm' }: BrandMarkProps) {
  if (!name && !logoUrl) return null
  return (
    <span className={styles.mark} data-size={size}>
      {logoUrl ? (
        <img src={logoUrl} alt="" className={styles.logo} />
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
