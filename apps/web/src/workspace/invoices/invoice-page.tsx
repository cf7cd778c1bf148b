import { Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import {
  Amount,
  DateText,
  ErrorState,
  Link,
  PageHeader,
  SkeletonPage,
  StatusBadge,
  toast,
  toastProblem,
  useTexts,
} from '@portico/ui'
import {
  IconBan,
  IconCoins,
  IconCopy,
  IconDownload,
  IconLink,
  IconPencil,
  IconPrinter,
  IconSend,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { downloadFile, printFile } from '../../shared/pdf.ts'
import { RecordPaymentDialog } from '../payments/record-payment-dialog.tsx'
import { useWorkspace, useWorkspaceBase } from '../workspace-data.ts'
import { CreditDialog, DeleteDraftDialog, VoidDialog } from './detail/deed-dialogs.tsx'
import styles from './detail/detail.module.css'
import { InvoiceDelivery } from './detail/invoice-delivery.tsx'
import { InvoiceFacts } from './detail/invoice-facts.tsx'
import { InvoiceLife } from './detail/invoice-life.tsx'
import { InvoiceMoney } from './detail/invoice-money.tsx'
import { LinkDialog } from './detail/link-dialog.tsx'
import { SendDialog } from './detail/send-dialog.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import { invoicePdf, invoiceQuery, useDuplicateInvoice, type Invoice } from './invoices-data.ts'
import { InvoicePaper } from './paper/invoice-paper.tsx'
import { invoiceTexts } from './texts.ts'

type Deed = 'issue' | 'send' | 'pay' | 'credit' | 'void' | 'delete' | 'link'

/** `/invoices/$invoice`: the paper in the middle, its life beside it, its money below. */
export function InvoicePage() {
  const { invoice: invoiceId = '' } = useParams({ strict: false }) as { invoice?: string }
  const invoice = useQuery(invoiceQuery(invoiceId))
  if (invoice.error && !invoice.data)
    return <ErrorState error={invoice.error} onRetry={() => void invoice.refetch()} />
  if (!invoice.data) return <SkeletonPage />
  return <InvoiceDetail invoice={invoice.data} />
}

function InvoiceDetail({ invoice }: { invoice: Invoice }) {
  const t = useTexts(invoiceTexts)
  const base = useWorkspaceBase()
  const navigate = useNavigate()
  const [deed, setDeed] = useState<Deed | null>(null)
  const close = () => setDeed(null)
  const title = invoice.number ?? t('noNumber')
  return (
    <>
      <PageHeader
        title={title}
        status={<StatusBadge status={invoice.badge} />}
        subtitle={<Subtitle invoice={invoice} />}
        breadcrumbs={[{ label: t('invoices'), href: `${base}/invoices` }]}
        action={<Actions invoice={invoice} onDeed={setDeed} />}
        menu={<DeedMenu invoice={invoice} onDeed={setDeed} />}
      />
      <div className={styles.page}>
        <div className={styles.columns}>
          <div className={styles.middle}>
            <InvoicePaper invoice={invoice} />
            {invoice.document_state === 'draft' ? null : <InvoiceMoney invoice={invoice} />}
          </div>
          <div className={styles.aside}>
            <InvoiceFacts invoice={invoice} />
            <InvoiceDelivery invoice={invoice} onMove={() => setDeed('send')} />
            <InvoiceLife invoice={invoice} />
          </div>
        </div>
      </div>
      {deed === 'issue' ? (
        <IssueDialog
          invoice={invoice}
          onClose={close}
          onFix={() => void navigate({ to: `${base}/invoices/${invoice.id}/edit` })}
          onDone={close}
        />
      ) : null}
      {deed === 'send' ? <SendDialog invoice={invoice} onClose={close} /> : null}
      {deed === 'pay' ? <RecordPaymentDialog invoice={invoice} onClose={close} /> : null}
      <CreditDialog invoice={invoice} opened={deed === 'credit'} onClose={close} />
      <VoidDialog invoice={invoice} opened={deed === 'void'} onClose={close} />
      <DeleteDraftDialog
        invoice={invoice}
        opened={deed === 'delete'}
        onClose={close}
        onDeleted={() => navigate({ to: `${base}/invoices` })}
      />
      <LinkDialog invoice={invoice} opened={deed === 'link'} onClose={close} />
    </>
  )
}

function Subtitle({ invoice }: { invoice: Invoice }) {
  const t = useTexts(invoiceTexts)
  const base = useWorkspaceBase()
  return (
    <span className={styles.subtitle}>
      <Link href={`${base}/clients/${invoice.client.id}`}>{invoice.client.name}</Link>
      <Amount value={invoice.totals.due.amount > 0 ? invoice.totals.due : invoice.totals.gross} />
      {invoice.document_state === 'final' && invoice.due_date && invoice.totals.due.amount > 0 ? (
        <span>{t.rich('dueRelative', { when: <DateText value={invoice.due_date} as="both" /> })}</span>
      ) : null}
    </span>
  )
}

/** The one likely action, by what the invoice waits for; at most one quieter beside it. */
function Actions({ invoice, onDeed }: { invoice: Invoice; onDeed: (deed: Deed) => void }) {
  const t = useTexts(invoiceTexts)
  const base = useWorkspaceBase()
  const { can } = useWorkspace()
  const { abilities } = invoice
  if (invoice.document_state === 'draft') {
    return (
      <>
        {abilities.edit ? (
          <Button
            component={Link}
            href={`${base}/invoices/${invoice.id}/edit`}
            variant={abilities.issue ? 'default' : 'filled'}
            leftSection={<IconPencil />}
          >
            {t('edit')}
          </Button>
        ) : null}
        {abilities.issue ? <Button onClick={() => onDeed('issue')}>{t('issueAndSend')}</Button> : null}
      </>
    )
  }
  const review =
    invoice.proofs_waiting > 0 && can('payments.proof.review') ? (
      <Button component={Link} href={`${base}/review?invoice=${invoice.id}`}>
        {t('reviewProofs', { count: invoice.proofs_waiting })}
      </Button>
    ) : null
  const isFirstSending = invoice.delivery_state === 'not_sent' && invoice.settlement_state === 'open'
  const isSendLikely = review === null && isFirstSending && abilities.send && !invoice.is_overdue
  return (
    <>
      {abilities.record_payment ? (
        <Button variant={review || isSendLikely ? 'default' : 'filled'} onClick={() => onDeed('pay')}>
          {t('markAsPaid')}
        </Button>
      ) : null}
      {review}
      {isSendLikely ? (
        <Button leftSection={<IconSend />} onClick={() => onDeed('send')}>
          {t('send')}
        </Button>
      ) : null}
    </>
  )
}

function DeedMenu({ invoice, onDeed }: { invoice: Invoice; onDeed: (deed: Deed) => void }) {
  const t = useTexts(invoiceTexts)
  const base = useWorkspaceBase()
  const navigate = useNavigate()
  const { can } = useWorkspace()
  const duplicate = useDuplicateInvoice()
  const { abilities } = invoice
  const name = `${invoice.number ?? invoice.id}.pdf`

  async function copyInvoice() {
    try {
      const copy = await duplicate.mutateAsync(invoice.id)
      toast(t('duplicated'))
      await navigate({ to: `${base}/invoices/${copy.id}/edit` })
    } catch (error) {
      toastProblem(error)
    }
  }

  return (
    <>
      <Menu.Item
        leftSection={<IconDownload />}
        onClick={() => void downloadFile(invoicePdf(invoice.id, 'attachment'), name).catch(toastProblem)}
      >
        {t('downloadPdf')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconPrinter />}
        onClick={() => void printFile(invoicePdf(invoice.id, 'inline')).catch(toastProblem)}
      >
        {t('print')}
      </Menu.Item>
      {abilities.send ? (
        <Menu.Item leftSection={<IconSend />} onClick={() => onDeed('send')}>
          {invoice.delivery_state === 'not_sent' ? t('send') : t('sendAgain')}
        </Menu.Item>
      ) : null}
      {invoice.document_state !== 'draft' && can('invoices.invoice.send') ? (
        <Menu.Item leftSection={<IconLink />} onClick={() => onDeed('link')}>
          {t('privateLink')}
        </Menu.Item>
      ) : null}
      {abilities.apply_credit && invoice.client_credit && invoice.client_credit.amount > 0 ? (
        <Menu.Item leftSection={<IconCoins />} onClick={() => onDeed('credit')}>
          {t.rich('useCredit', { amount: <Amount value={invoice.client_credit} trim /> })}
        </Menu.Item>
      ) : null}
      {abilities.duplicate ? (
        <Menu.Item
          leftSection={<IconCopy />}
          disabled={duplicate.isPending}
          onClick={() => void copyInvoice()}
        >
          {t('duplicate')}
        </Menu.Item>
      ) : null}
      {abilities.void || abilities.delete ? <Menu.Divider /> : null}
      {abilities.void ? (
        <Menu.Item color="red" leftSection={<IconBan />} onClick={() => onDeed('void')}>
          {t('voidDeed')}
        </Menu.Item>
      ) : null}
      {abilities.delete ? (
        <Menu.Item color="red" leftSection={<IconTrash />} onClick={() => onDeed('delete')}>
          {t('deleteDraft')}
        </Menu.Item>
      ) : null}
    </>
  )
}
