import { formatDateTime, useTexts } from '@portico/ui'
import { useWorkspace } from '../../workspace-data.ts'
import type { Import } from './imports-data.ts'
import styles from './imports.module.css'
import { importTexts, sheetTexts } from './texts.ts'

/** Only in print: which files the sheet is of, and where whoever checked it signs. */
export function SignLines({ batch }: { batch: Import }) {
  const t = useTexts(sheetTexts)
  const words = useTexts(importTexts)
  const { organization } = useWorkspace()
  return (
    <div className={styles.sign} aria-hidden>
      <p>
        {organization.name} · {words(`state_${batch.state}`)} ·{' '}
        {formatDateTime(batch.committed_at ?? batch.created_at)}
      </p>
      <ul>
        {batch.files.map((file) => (
          <li key={file.id}>
            {file.name}
            {file.kind ? `, ${words(`kind_${file.kind}`)}` : ''}
            {file.rows === null ? '' : `, ${file.rows} ${words('rowsInFile').toLocaleLowerCase()}`}
          </li>
        ))}
      </ul>
      <dl>
        {(['signBy', 'signName', 'signDate'] as const).map((key) => (
          <div key={key}>
            <dd />
            <dt>{t(key)}</dt>
          </div>
        ))}
      </dl>
    </div>
  )
}
