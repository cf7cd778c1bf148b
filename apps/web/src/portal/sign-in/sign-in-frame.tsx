import { BrandMark } from '@portico/ui'
import { useEffect, type ReactNode } from 'react'
import { LanguageSwitch } from '../../shared/language-switch.tsx'
import styles from './sign-in.module.css'

interface SignInFrameProps {
  brand: { name: string; logoUrl: string | null }
  title: string
  detail?: ReactNode
  children: ReactNode
}

/** One calm column with the organization's brand first. */
export function SignInFrame({ brand, title, detail, children }: SignInFrameProps) {
  useEffect(() => {
    document.title = brand.name ? `${title} · ${brand.name}` : title
  }, [title, brand.name])
  return (
    <div className={styles.frame} data-shell="portal">
      <main id="content" tabIndex={-1} className={styles.column}>
        <div className={styles.brand}>
          <BrandMark name={brand.name} logoUrl={brand.logoUrl} size="lg" />
        </div>
        <div>
          <h1>{title}</h1>
          {detail ? <p className={styles.detail}>{detail}</p> : null}
        </div>
        {children}
        <LanguageSwitch />
      </main>
    </div>
  )
}
