import { Checkbox, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { PaymentTerms } from '@portico/money'
import { ComboSearch, CurrencySelect, DateInput, Link, useTexts, type SearchOption } from '@portico/ui'
import { useMemo } from 'react'
import { useWorkspace, useWorkspaceBase } from '../../workspace-data.ts'
import { findClients, receivingAccountsQuery } from '../lookups.ts'
import type { DraftChange } from './draft-changes.ts'
import type { DraftErrors } from './draft-errors.ts'
import type { Draft } from './draft.ts'
import styles from './editor.module.css'
import { RateLine } from './rate-line.tsx'
import { editorTexts } from './texts.ts'

export interface EditorRailProps {
  draft: Draft
  errors: DraftErrors
  today: string
  onChange: (change: DraftChange) => void
  onClient: (clientId: string | null) => void
  onNewClient: (name: string) => void
}

/** What is not on the paper's lines: for whom, when, in which currency, paid into what. */
export function EditorRail(props: EditorRailProps) {
  const { draft, errors, today, onChange, onClient, onNewClient } = props
  const t = useTexts(editorTexts)
  const { can, organization } = useWorkspace()
  const favourites = useMemo(
    () => [...new Set([draft.client?.currency, organization.base_currency].filter((code) => code != null))],
    [draft.client?.currency, organization.base_currency],
  )
  const client: SearchOption | null = draft.client && { value: draft.client.id, label: draft.client.name }
  const set = (values: Partial<Omit<Draft, 'lines' | 'due_terms'>>) => onChange({ kind: 'set', values })
  return (
    <section className={styles.rail} aria-label={t('details')}>
      <div data-field="client_id">
        <ComboSearch
          label={t('client')}
          placeholder={t('findClient')}
          required
          error={errors['client_id']}
          value={client}
          onChange={(option) => onClient(option?.value ?? null)}
          search={async (text, signal) =>
            (await findClients(text, signal)).map((one) => ({
              value: one.id,
              label: one.name,
              detail: [one.refid, one.email].filter(Boolean).join(' · '),
            }))
          }
          {...(can('clients.client.create')
            ? { create: { label: (text: string) => t('addClient', { name: text }), onCreate: onNewClient } }
            : {})}
        />
      </div>
      <div className={styles.pair}>
        <div data-field="issue_date">
          <DateInput
            label={t('issueDate')}
            placeholder={t('whenIssued')}
            value={draft.issue_date}
            error={errors['issue_date']}
            onChange={(date) => onChange({ kind: 'set_issue_date', date, today })}
          />
        </div>
        <div data-field="due_date">
          <DateInput
            label={t('dueDate')}
            placeholder={t('whenIssued')}
            value={draft.due_date}
            error={errors['due_date']}
            onChange={(due_date) => set({ due_date })}
            {...(draft.issue_date ? { min: draft.issue_date } : {})}
          />
        </div>
      </div>
      <TermsSelect draft={draft} onChange={(terms) => onChange({ kind: 'set_terms', terms, today })} />
      <div data-field="purchase_order">
        <TextInput
          label={t('purchaseOrder')}
          value={draft.purchase_order}
          error={errors['purchase_order']}
          maxLength={60}
          autoComplete="off"
          withAsterisk={draft.client?.requires_purchase_order ?? false}
          description={draft.client?.requires_purchase_order ? t('purchaseOrderNeeded') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) => set({ purchase_order: event.currentTarget.value })}
        />
      </div>
      <div data-field="currency">
        <CurrencySelect
          label={t('currency')}
          value={draft.currency}
          favourites={favourites}
          error={errors['currency']}
          onChange={(currency) => currency && set({ currency, receiving_account_ids: null })}
        />
        {draft.currency !== organization.base_currency ? (
          <RateLine
            currency={draft.currency}
            base={organization.base_currency}
            on={draft.issue_date || today}
          />
        ) : null}
      </div>
      {can('accounts.account.read') ? (
        <Accounts draft={draft} onChange={(receiving_account_ids) => set({ receiving_account_ids })} />
      ) : null}
    </section>
  )
}

const COMMON_TERMS: readonly PaymentTerms[] = [
  { kind: 'net', days: 0 },
  { kind: 'net', days: 7 },
  { kind: 'net', days: 14 },
  { kind: 'net', days: 30 },
  { kind: 'net', days: 60 },
  { kind: 'end_of_month', days: 0 },
  { kind: 'end_of_month', days: 30 },
]
const keyOf = (terms: PaymentTerms): string => `${terms.kind} ${terms.days}`

function TermsSelect({ draft, onChange }: { draft: Draft; onChange: (terms: PaymentTerms | null) => void }) {
  const t = useTexts(editorTexts)
  const nameOf = ({ kind, days }: PaymentTerms) => {
    if (kind === 'net') return days === 0 ? t('termsReceipt') : t('termsNet', { days })
    return days === 0 ? t('termsMonth') : t('termsMonthDays', { days })
  }
  const own = [draft.due_terms, draft.client?.terms].filter((terms) => terms != null)
  const offered = [...COMMON_TERMS, ...own].filter(
    (terms, index, all) => all.findIndex((other) => keyOf(other) === keyOf(terms)) === index,
  )
  return (
    <Select
      label={t('terms')}
      data={[
        ...offered.map((terms) => ({ value: keyOf(terms), label: nameOf(terms) })),
        { value: 'own', label: t('termsOwn') },
      ]}
      value={draft.due_terms ? keyOf(draft.due_terms) : 'own'}
      allowDeselect={false}
      comboboxProps={{ shadow: 'md' }}
      onChange={(key) => onChange(offered.find((terms) => keyOf(terms) === key) ?? null)}
    />
  )
}

function Accounts({ draft, onChange }: { draft: Draft; onChange: (ids: string[]) => void }) {
  const t = useTexts(editorTexts)
  const base = useWorkspaceBase()
  const { can } = useWorkspace()
  const { data } = useQuery(receivingAccountsQuery)
  if (!data) return null
  const fitting = data.data.filter(
    (account) => account.currency === draft.currency && account.is_shown_to_clients,
  )
  if (fitting.length === 0) {
    return (
      <div data-field="receiving_account_ids">
        <p className={styles.legend}>{t('accounts')}</p>
        <p className={styles.hint} data-warn>
          {t('accountsNone', { currency: draft.currency })}{' '}
          {can('accounts.account.manage') ? (
            <Link href={`${base}/settings/accounts`}>{t('accountsAdd')}</Link>
          ) : null}
        </p>
      </div>
    )
  }
  const chosen = draft.receiving_account_ids ?? fitting.map((account) => account.id)
  return (
    <fieldset className={styles.accounts} data-field="receiving_account_ids">
      <legend className={styles.legend}>{t('accounts')}</legend>
      {fitting.map((account) => (
        <Checkbox
          key={account.id}
          size="xs"
          label={account.name}
          checked={chosen.includes(account.id)}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked
                ? [...chosen, account.id]
                : chosen.filter((accountId) => accountId !== account.id),
            )
          }
        />
      ))}
    </fieldset>
  )
}
