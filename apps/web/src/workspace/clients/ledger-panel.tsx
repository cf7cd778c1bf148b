import { Button, SegmentedControl, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatMoney, toDecimalString } from '@portico/money'
import {
  Amount,
  DateInput,
  DateText,
  ErrorState,
  formatDate,
  Link,
  Problem,
  readerLocale,
  SidePanel,
  SkeletonFacts,
  useTexts,
} from '@portico/ui'
import { IconCircleCheck, IconDownload } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import type { Schema } from '../../shared/api.ts'
import { useWorkspace, useWorkspaceBase } from '../workspace-data.ts'
import { ledgerQuery, type Client } from './clients-data.ts'
import styles from './ledger-panel.module.css'
import { ledgerSentence, ledgerWords, type LedgerRow } from './ledger-words.ts'
import { clientTexts } from './texts.ts'

export interface LedgerAsked {
  currency: string
  account: 'receivable' | 'credit'
  /** The figure that was clicked. */
  figure: Schema<'Money'>
}

interface LedgerPanelProps {
  client: Client
  asked: LedgerAsked | null
  onClose: () => void
}

/** How a balance came about: a sentence, the dated entries with the running balance, and that they add up to the figure. */
export function LedgerPanel({ client, asked, onClose }: LedgerPanelProps) {
  const t = useTexts(clientTexts)
  const [shown, setShown] = useState(asked)
  if (asked && asked !== shown) setShown(asked)
  return (
    <SidePanel
      opened={asked !== null}
      onClose={onClose}
      width={680}
      title={shown ? t('howMade', { amount: formatMoney(shown.figure, readerLocale()) }) : ''}
    >
      {shown ? <Ledger key={`${shown.currency} ${shown.account}`} client={client} asked={shown} /> : null}
    </SidePanel>
  )
}

function Ledger({ client, asked }: { client: Client; asked: LedgerAsked }) {
  const t = useTexts(clientTexts)
  const { today } = useWorkspace()
  const [account, setAccount] = useState(asked.account)
  const [asOf, setAsOf] = useState('')
  const [isAccountant, setAccountant] = useState(false)
  const ledger = useQuery(ledgerQuery(client.id, { currency: asked.currency, account, asOf }))
  const balance = client.balances?.find(({ currency }) => currency === asked.currency)
  const figure = account === 'receivable' ? balance?.open : balance?.credit
  return (
    <div className={styles.ledger}>
      <div className={styles.controls}>
        <SegmentedControl
          aria-label={t('ledgerWhich')}
          data={[
            { value: 'receivable', label: t('ledgerReceivable') },
            { value: 'credit', label: t('ledgerCredit') },
          ]}
          value={account}
          onChange={(next) => setAccount(next as LedgerAsked['account'])}
        />
        <DateInput
          label={t('ledgerAsOf')}
          className={styles.date}
          value={asOf || today}
          max={today}
          onChange={(date) => setAsOf(date === today ? '' : date)}
        />
        <Switch
          label={t('ledgerAccountant')}
          checked={isAccountant}
          onChange={(event) => setAccountant(event.currentTarget.checked)}
        />
      </div>
      {ledger.error ? (
        <ErrorState error={ledger.error} onRetry={() => void ledger.refetch()} />
      ) : !ledger.data ? (
        <SkeletonFacts count={6} />
      ) : (
        <div aria-busy={ledger.isPlaceholderData || undefined} className={styles.ledger}>
          <p className={styles.sentence}>{ledgerSentence(ledger.data)}</p>
          <Entries ledger={ledger.data} isAccountant={isAccountant} />
          <Proof closing={ledger.data.closing} figure={figure} asOf={asOf} />
          {ledger.data.is_truncated ? <p className={styles.quiet}>{t('ledgerTruncated')}</p> : null}
          <div>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconDownload />}
              onClick={() => downloadCsv(client, ledger.data.data, asked.currency)}
            >
              {t('ledgerCsv')}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}

interface LedgerAnswer {
  currency: string
  opening: Schema<'Money'>
  closing: Schema<'Money'>
  data: LedgerRow[]
  is_truncated: boolean
}

function Entries({ ledger, isAccountant }: { ledger: LedgerAnswer; isAccountant: boolean }) {
  const t = useTexts(clientTexts)
  const base = useWorkspaceBase()
  if (ledger.data.length === 0) return <p className={styles.quiet}>{t('ledgerNothing')}</p>
  const issued = new Set(
    ledger.data.filter(({ kind }) => kind === 'invoice_issued').map((row) => row.document?.id),
  )
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('ledgerTable')}>
      <table className={styles.table} role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t('ledgerDate')}
            </th>
            <th role="columnheader" scope="col">
              {t('ledgerWhat')}
            </th>
            <th role="columnheader" scope="col" data-end>
              {t('ledgerChange')}
            </th>
            <th role="columnheader" scope="col" data-end>
              {t('ledgerBalance')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {ledger.opening.amount !== 0 || ledger.is_truncated ? (
            <tr role="row">
              <td role="cell" />
              <td role="cell" className={styles.quiet}>
                {t('ledgerBefore')}
              </td>
              <td role="cell" />
              <td role="cell" data-end>
                <Amount value={ledger.opening} withoutCurrency />
              </td>
            </tr>
          ) : null}
          {ledger.data.map((row) => (
            <Fragment key={row.entry_id}>
              <tr role="row">
                <td role="cell">
                  <DateText value={row.occurred_on} />
                </td>
                <td
                  role="cell"
                  data-correction={
                    (row.kind === 'invoice_voided' && issued.has(row.document?.id)) || undefined
                  }
                >
                  {row.document?.kind === 'invoice' ? (
                    <Link href={`${base}/invoices/${row.document.id}`}>{ledgerWords(row)}</Link>
                  ) : row.document?.kind === 'payment' ? (
                    <Link href={`${base}/payments/${row.document.id}`}>{ledgerWords(row)}</Link>
                  ) : row.document?.kind === 'receipt' ? (
                    <Link href={`${base}/receipts/${row.document.id}`}>{ledgerWords(row)}</Link>
                  ) : (
                    ledgerWords(row)
                  )}
                </td>
                <td role="cell" data-end>
                  <Amount value={row.change} withoutCurrency />
                </td>
                <td role="cell" data-end>
                  <Amount value={row.balance} withoutCurrency />
                </td>
              </tr>
              {isAccountant ? <Postings row={row} /> : null}
            </Fragment>
          ))}
        </tbody>
        <tfoot role="rowgroup">
          <tr role="row">
            <td role="cell" colSpan={3}>
              {t('ledgerBalance')}
            </td>
            <td role="cell" data-end>
              <Amount value={ledger.closing} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Postings({ row }: { row: LedgerRow }) {
  const t = useTexts(clientTexts)
  const accountName = (kind: string) => t.maybe(`account_${kind}`, kind.replaceAll('_', ' '))
  return (
    <tr role="row" data-postings>
      <td role="cell" />
      <td role="cell" colSpan={3}>
        <ul className={styles.postings}>
          {row.postings.map((posting, index) => (
            <li key={index}>
              <span>
                <span className={styles.quiet}>{t('ledgerDebit')}</span> {accountName(posting.debit)}
              </span>
              <span>
                <span className={styles.quiet}>{t('ledgerCreditSide')}</span> {accountName(posting.credit)}
              </span>
              <Amount value={posting.amount} />
              {posting.base_amount.currency === posting.amount.currency ? null : (
                <Amount value={posting.base_amount} tone="quiet" />
              )}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

/** The last line: the sum is the figure that was clicked, or says that it is not. */
function Proof(props: { closing: Schema<'Money'>; figure: Schema<'Money'> | undefined; asOf: string }) {
  const { closing, figure, asOf } = props
  const t = useTexts(clientTexts)
  const amount = formatMoney(closing, readerLocale())
  if (asOf) return <p className={styles.quiet}>{t('ledgerEqualsThen', { date: formatDate(asOf), amount })}</p>
  if (figure && figure.amount !== closing.amount) {
    return (
      <Problem
        error={{
          title: t('ledgerDiffers', { shown: formatMoney(figure, readerLocale()) }),
          status: 409,
          detail: '',
        }}
      />
    )
  }
  return (
    <p className={styles.equals}>
      <IconCircleCheck aria-hidden />
      {t('ledgerEquals', { amount })}
    </p>
  )
}

/** The same rows for a spreadsheet: plain decimals, texts that cannot become formulas. */
function downloadCsv(client: Client, rows: LedgerRow[], currency: string): void {
  const cell = (text: string) =>
    `"${(/^[=+\-@\t\r]/.test(text) && !/^-?[\d.]+$/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  const lines = [
    ['date', 'what', 'change', 'balance', 'currency'],
    ...rows.map((row) => [
      row.occurred_on,
      ledgerWords(row),
      toDecimalString(row.change),
      toDecimalString(row.balance),
      currency,
    ]),
  ]
  const text = `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${client.refid}-${currency}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
