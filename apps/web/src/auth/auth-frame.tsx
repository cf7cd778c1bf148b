import { BrandMark, useTexts } from '@portico/ui'
import { IconLockOpen } from '@tabler/icons-react'
import { useEffect, type CSSProperties, type ReactNode } from 'react'
import styles from './auth-frame.module.css'
import { authTexts } from './texts.ts'

interface AuthFrameProps {
  title: string
  detail?: ReactNode
  /** Whose page it is; our own name otherwise. */
  brand?: { name: string; logoUrl: string | null } | undefined
  /** The accent's variables, where the page belongs to an organization. */
  accent?: CSSProperties | undefined
  /** Below the form: the other ways on. */
  foot?: ReactNode
  width?: 'narrow' | 'wide'
  children?: ReactNode
}

const LOCAL = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/

/** One calm column for pages without a workspace around them. */
export function AuthFrame(props: AuthFrameProps) {
  const { title, detail, brand, accent, foot, width = 'narrow', children } = props
  const t = useTexts(authTexts)
  useEffect(() => {
    const before = document.title
    document.title = `${title} · ${brand?.name ?? t('product')}`
    return () => {
      document.title = before
    }
  }, [title, brand?.name, t])
  const isOpenToReading = location.protocol === 'http:' && !LOCAL.test(location.hostname)
  return (
    <div className={styles.frame} style={accent}>
      <main id="content" tabIndex={-1} className={styles.column} data-width={width}>
        <div className={styles.brand}>
          <BrandMark name={brand?.name ?? t('product')} logoUrl={brand?.logoUrl ?? null} size="lg" />
        </div>
        <div className={styles.head}>
          <h1>{title}</h1>
          {detail ? <p className={styles.detail}>{detail}</p> : null}
        </div>
        {isOpenToReading ? (
          <p className={styles.insecure}>
            <IconLockOpen aria-hidden />
            {t('insecure')}
          </p>
        ) : null}
        {children}
        {foot ? <div className={styles.foot}>{foot}</div> : null}
      </main>
    </div>
  )
}
