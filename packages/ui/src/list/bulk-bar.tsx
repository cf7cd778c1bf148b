import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import styles from './bulk-bar.module.css'
import type { ListSelection } from './data-list.tsx'

/** What can be done with the selected rows; stays in view at the foot while the list scrolls. */
export function BulkBar({ selection }: { selection: ListSelection }) {
  const t = useTexts(uiTexts)
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('moreActions')}>
      <span role="status" className={styles.count}>
        {t('selected', { count: selection.selected.size })}
      </span>
      <div className={styles.actions}>{selection.actions}</div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={t('clearSelection')}
        onClick={() => selection.onChange(new Set())}
      >
        <IconX />
      </ActionIcon>
    </div>
  )
}
