import type { Totals } from '@portico/money'
import { formatMoney } from '@portico/money'
import { formatDate, useLocale, useTexts } from '@portico/ui'
import { useId, type ReactNode } from 'react'
import { useTaxName } from '../../../shared/paper/paper-ending.tsx'
import { paperFormat } from '../../../shared/paper/paper-format.ts'
import { PaperFoot, PaperHead, Party, SellerParty } from '../../../shared/paper/paper-parts.tsx'
import paper from '../../../shared/paper/paper.module.css'
import { paperTexts } from '../../../shared/paper/texts.ts'
import { useWorkspace } from '../../workspace-data.ts'
import { sellerOf } from '../paper/seller.ts'
import { ownPaperTexts } from '../paper/texts.ts'
import type { Draft } from './draft.ts'
import styles from './editor.module.css'
import type { Subject } from './explain.tsx'
import { editorTexts } from './texts.ts'

export interface EditorPaperProps {
  draft: Draft
  totals: Totals | null
  /** Why there are no totals. */
  problem: string | null
  onChange: (values: Partial<Pick<Draft, 'note' | 'terms'>>) => void
  onChooseClient: () => void
  onExplain: (subject: Subject, title: string, from: HTMLElement) => void
  /** The lines. */
  children: ReactNode
}

/** The paper is the form: what will be printed, where it will be printed. */
export function EditorPaper(props: EditorPaperProps) {
  const { draft, totals, problem, onChange, onChooseClient, onExplain, children } = props
  const t = useTexts(editorTexts)
  const words = useTexts(paperTexts)
  const own = useTexts(ownPaperTexts)
  const locale = useLocale()
  const { organization } = useWorkspace()
  const seller = sellerOf(organization)
  const { client } = draft
  return (
    <div className={`${paper.sheet} ${styles.paper}`}>
      <div className={paper.inner}>
        <PaperHead
          sellerName={seller.name}
          logoUrl={organization.logo_url}
          title={words('invoice')}
          number={t('numberLater')}
          isPending
        />
        <div className={paper.parties}>
          <Party
            label={words('billedTo')}
            name={
              client ? (
                client.name
              ) : (
                <button type="button" className={styles.choose} onClick={onChooseClient}>
                  {t('chooseClient')}
                </button>
              )
            }
            lines={client?.address_lines ?? []}
            facts={
              client
                ? [
                    client.tax_number && words('taxNumber', { number: client.tax_number }),
                    words('clientReference', { refid: client.refid }),
                  ]
                : []
            }
          />
          <SellerParty label={words('from')} seller={seller} />
        </div>
        <div className={paper.summary}>
          <div>
            <p className={paper.label}>{own('amountDue')}</p>
            <p className={paper.figure}>
              <span className={paper.figureCurrency}>{draft.currency}</span>{' '}
              {totals
                ? formatMoney({ amount: totals.gross, currency: draft.currency }, locale, {
                    currency: 'none',
                  })
                : '–'}
            </p>
            {draft.due_date ? <p>{own('by', { date: formatDate(draft.due_date, locale) })}</p> : null}
          </div>
          <dl className={paper.facts}>
            <dt>{words('issued')}</dt>
            <dd>{draft.issue_date ? formatDate(draft.issue_date, locale) : own('whenIssued')}</dd>
            <dt>{words('due')}</dt>
            <dd>{draft.due_date ? formatDate(draft.due_date, locale) : own('whenIssued')}</dd>
            {draft.purchase_order ? (
              <>
                <dt>{words('purchaseOrder')}</dt>
                <dd>{draft.purchase_order}</dd>
              </>
            ) : null}
          </dl>
        </div>
        {children}
        <div className={paper.ending}>
          <div className={styles.remarks}>
            <Remark
              field="note"
              label={t('note')}
              placeholder={t('notePlaceholder')}
              maxLength={2000}
              value={draft.note}
              onChange={(note) => onChange({ note })}
            />
            <Remark
              field="terms"
              label={t('paperTerms')}
              placeholder={t('termsPlaceholder')}
              maxLength={4000}
              value={draft.terms}
              onChange={(terms) => onChange({ terms })}
            />
          </div>
          {totals ? (
            <Sums draft={draft} totals={totals} onExplain={onExplain} />
          ) : problem === null ? null : (
            <p className={styles.problem} role="status">
              {problem === 'amount_out_of_range' ? t('tooLarge') : t('cannotSum')}
            </p>
          )}
        </div>
        <PaperFoot seller={seller} />
      </div>
    </div>
  )
}

function Remark(props: {
  field: string
  label: string
  placeholder: string
  maxLength: number
  value: string
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div>
      <label className={paper.label} htmlFor={id}>
        {props.label}
      </label>
      <textarea
        id={id}
        rows={2}
        data-field={props.field}
        className={styles.area}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </div>
  )
}

function Sums(props: { draft: Draft; totals: Totals; onExplain: EditorPaperProps['onExplain'] }) {
  const { draft, totals, onExplain } = props
  const t = useTexts(editorTexts)
  const locale = useLocale()
  const nameOf = useTaxName(locale)
  const format = paperFormat(locale)
  const figure = (amount: number) => format.amount({ amount, currency: draft.currency })
  const row = (subject: Subject, title: string, amount: number, className?: string) => (
    <div key={title} className={className}>
      <dt>{title}</dt>
      <dd>
        <button
          type="button"
          className={styles.figure}
          aria-label={`${t('explain', { what: title })}: ${figure(amount)}`}
          onClick={(event) => onExplain(subject, title, event.currentTarget)}
        >
          {figure(amount)}
        </button>
      </dd>
    </div>
  )
  return (
    <dl className={paper.sums}>
      {row({ kind: 'net' }, t('subtotal'), totals.net)}
      {totals.groups.flatMap((group, index) =>
        group.category === 'out_of_scope' && group.name === null
          ? []
          : [row({ kind: 'tax', group: index }, nameOf(group), group.tax)],
      )}
      {row({ kind: 'gross' }, t('totalIn', { currency: draft.currency }), totals.gross, paper.sum)}
    </dl>
  )
}
