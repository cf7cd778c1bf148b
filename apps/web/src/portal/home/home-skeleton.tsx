import { SkeletonLine } from '@portico/ui'
import styles from './home.module.css'

/** The true layout, waiting. */
export function HomeSkeleton() {
  return (
    <div className={styles.home} aria-busy="true">
      <div className={styles.owed}>
        <SkeletonLine width="80px" height="16px" />
        <SkeletonLine width="260px" height="40px" />
        <SkeletonLine width="180px" height="16px" />
      </div>
      <div className={styles.rows}>
        {[0, 1, 2].map((row) => (
          <div key={row} className={styles.row}>
            <SkeletonLine width="45%" height="16px" />
            <SkeletonLine width="96px" height="16px" />
          </div>
        ))}
      </div>
    </div>
  )
}
