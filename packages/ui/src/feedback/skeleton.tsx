import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import styles from './skeleton.module.css'

export interface SkeletonLineProps {
  /** CSS width; a share of the place by default. */
  width?: string | undefined
  /** CSS height, 12px by default. */
  height?: string | undefined
}

export function SkeletonLine({ width = '60%', height = '12px' }: SkeletonLineProps) {
  return <span className={styles.line} style={{ width, height }} />
}

/** Label and value lines, as `Facts` will show them. */
export function SkeletonFacts({ count = 6 }: { count?: number }) {
  return (
    <div aria-hidden>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={styles.fact}>
          <SkeletonLine width="64px" />
          <SkeletonLine width={`${40 + ((index * 17) % 45)}%`} />
        </div>
      ))}
    </div>
  )
}

/** A whole detail page in waiting: header, then facts. Says "Loading" to a screen reader. */
export function SkeletonPage() {
  const t = useTexts(uiTexts)
  return (
    <div aria-busy="true">
      <span role="status" className={styles.spoken}>
        {t('loading')}
      </span>
      <div className={styles.header} aria-hidden>
        <SkeletonLine width="220px" height="20px" />
        <SkeletonLine width="112px" height="32px" />
      </div>
      <SkeletonFacts count={8} />
    </div>
  )
}
