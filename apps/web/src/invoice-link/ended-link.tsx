import { Button } from '@mantine/core'
import { useTexts } from '@portico/ui'
import { IconLinkOff } from '@tabler/icons-react'
import { useEffect } from 'react'
import styles from './invoice-link.module.css'
import { invoiceLinkTexts } from './texts.ts'

/** A link that was revoked or has ended says what to do instead. */
export function EndedLink({ name, portalHref }: { name: string; portalHref: string | null }) {
  const t = useTexts(invoiceLinkTexts)
  useEffect(() => {
    document.title = [t('endedTitle'), name].filter(Boolean).join(' · ')
  }, [t, name])
  return (
    <div className={styles.ended}>
      <IconLinkOff aria-hidden className={styles.endedIcon} />
      <h1>{t('endedTitle')}</h1>
      <p>{t('endedDetail')}</p>
      <p>{name ? t('endedAsk', { name }) : t('endedAskUnnamed')}</p>
      {portalHref ? (
        <Button component="a" href={portalHref}>
          {t('allInvoices')}
        </Button>
      ) : null}
    </div>
  )
}
