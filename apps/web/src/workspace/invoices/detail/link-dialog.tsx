import { Button, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { CopyButton, DateText, Problem, SkeletonFacts, toast, useTexts } from '@portico/ui'
import { useState } from 'react'
import { invoiceLinksQuery, useRotateLink, type Invoice } from '../invoices-data.ts'
import { invoiceTexts } from '../texts.ts'
import styles from './detail.module.css'

/** The private link: copy it, see whether it was opened, replace it when it reached the wrong person. */
export function LinkDialog({
  invoice,
  opened,
  onClose,
}: {
  invoice: Invoice
  opened: boolean
  onClose: () => void
}) {
  const t = useTexts(invoiceTexts)
  const links = useQuery({ ...invoiceLinksQuery(invoice.id), enabled: opened })
  const rotate = useRotateLink(invoice.id)
  const [asked, setAsked] = useState<string | null>(null)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('linksTitle')}
      size={560}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <p className={styles.quiet}>{t('linksDetail')}</p>
      {links.isPending ? <SkeletonFacts count={2} /> : null}
      {links.error ? <Problem error={links.error} /> : null}
      {links.data?.data.length === 0 ? <p>{t('linksNone')}</p> : null}
      {links.data?.data.map((link) => (
        <div key={link.id} className={styles.link}>
          <strong>{link.name}</strong>
          {link.is_revoked ? (
            <span className={styles.quiet}>{t('linkRevoked')}</span>
          ) : (
            <div className={styles.url}>
              <code>{link.url}</code>
              <CopyButton value={link.url} what={t('linkCopy')} />
            </div>
          )}
          <div className={styles.linkActions}>
            <span>
              {link.last_viewed_at
                ? t.rich('linkSeen', { when: <DateText value={link.last_viewed_at} as="relative" /> })
                : t('linkNotSeen')}
            </span>
            {link.is_revoked ? null : (
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => setAsked(asked === link.id ? null : link.id)}
              >
                {t('linkRotate')}
              </Button>
            )}
          </div>
          {asked === link.id ? (
            <div className={styles.linkActions} role="alert">
              <span>{t('linkRotateQuestion')}</span>
              <Button
                size="compact-sm"
                color="red"
                loading={rotate.isPending}
                onClick={() =>
                  rotate.mutate(link.id, {
                    onSuccess: () => {
                      setAsked(null)
                      toast(t('linkRotated'))
                    },
                  })
                }
              >
                {t('linkRotate')}
              </Button>
            </div>
          ) : null}
        </div>
      ))}
      {rotate.error ? <Problem error={rotate.error} /> : null}
    </Modal>
  )
}
