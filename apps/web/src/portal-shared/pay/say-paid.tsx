import { Button } from '@mantine/core'
import { useTexts } from '@portico/ui'
import { IconChecks } from '@tabler/icons-react'
import { payTexts } from '../texts.ts'
import styles from './pay-panel.module.css'

interface SayPaidProps {
  /** How long checking usually takes, in words. */
  time: string
  isPartly: boolean
  onSay: () => void
}

/** The one next step after paying. */
export function SayPaid({ time, isPartly, onSay }: SayPaidProps) {
  const t = useTexts(payTexts)
  return (
    <section className={styles.section} aria-label={t('paidTitle')}>
      <div>
        <h2>{t('paidTitle')}</h2>
        <p className={styles.quiet}>{t('paidDetail', { time })}</p>
      </div>
      <Button fullWidth leftSection={<IconChecks />} onClick={onSay}>
        {t(isPartly ? 'paidMore' : 'iHavePaid')}
      </Button>
    </section>
  )
}
