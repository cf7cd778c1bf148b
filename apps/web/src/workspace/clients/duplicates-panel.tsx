import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { StatusBadge, useTexts } from '@portico/ui'
import { IconCopyCheck, IconExternalLink } from '@tabler/icons-react'
import { useWorkspaceBase } from '../workspace-data.ts'
import { duplicatesQuery, type DuplicateQuestion } from './clients-data.ts'
import styles from './client-form.module.css'
import { clientTexts } from './texts.ts'

interface DuplicatesPanelProps {
  name: string
  email: string
  taxNumber: string
  /** The client that is being changed. */
  except?: string | undefined
}

const SHORTEST_NAME = 3
const SHOWN = 4
const reasons = { email: 'becauseEmail', name: 'becauseName', tax_number: 'becauseTax' } as const

/** Says while it is typed that a client may be here already. Links open beside, so that the form stays. */
export function DuplicatesPanel({ name, email, taxNumber, except }: DuplicatesPanelProps) {
  const t = useTexts(clientTexts)
  const base = useWorkspaceBase()
  const question: DuplicateQuestion = {
    ...(name.trim().length >= SHORTEST_NAME && { name: name.trim() }),
    ...(/.@.+\../.test(email.trim()) && { email: email.trim() }),
    ...(taxNumber.trim().length >= SHORTEST_NAME && { tax_number: taxNumber.trim() }),
  }
  const [asked] = useDebouncedValue(JSON.stringify({ ...question, ...(except && { except }) }), 350)
  const settled = JSON.parse(asked) as DuplicateQuestion
  const hasQuestion = Boolean(settled.name || settled.email || settled.tax_number)
  const found = useQuery({ ...duplicatesQuery(settled), enabled: hasQuestion })
  const matches = hasQuestion ? (found.data?.data ?? []).slice(0, SHOWN) : []
  return (
    <div role="status" aria-live="polite" className={styles.found}>
      {matches.length > 0 ? (
        <div className={styles.duplicates}>
          <p className={styles.duplicatesTitle}>
            <IconCopyCheck aria-hidden />
            {t('duplicates')}
          </p>
          <ul>
            {matches.map(({ client, because }) => (
              <li key={client.id} className={styles.duplicate}>
                <a href={`${base}/clients/${client.id}`} target="_blank" rel="noopener">
                  {client.name}
                  <IconExternalLink aria-hidden />
                </a>
                <span className={styles.because}>
                  {[client.refid, ...because.map((reason) => t(reasons[reason]))].join(', ')}
                </span>
                <StatusBadge status={client.status} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}
