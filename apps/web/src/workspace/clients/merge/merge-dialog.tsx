import { Button, Modal, Radio } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Amount, ComboSearch, Problem, SkeletonFacts, toast, useTexts, type SearchOption } from '@portico/ui'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useState } from 'react'
import { api, ifMatch, unwrap, type Schema } from '../../../shared/api.ts'
import { useWorkspaceBase } from '../../workspace-data.ts'
import type { Client } from '../clients-data.ts'
import styles from './merge-dialog.module.css'
import { mergeTexts } from './texts.ts'

type Preview = Schema<'MergePreview'>
type Field = Preview['fields'][number]['field']

const fieldNames = {
  name: 'name',
  kind: 'kind',
  legal_name: 'legal_name',
  email: 'email',
  phone: 'phone',
  website: 'website',
  address: 'address',
  country: 'country',
  tax_number: 'tax_number',
  registration_number: 'registration_number',
  owner_id: 'owner_id',
  currency: 'currency',
  locale: 'locale',
  payment_terms_days: 'payment_terms_days',
  payment_terms_kind: 'payment_terms_kind',
  requires_purchase_order: 'requires_purchase_order',
} as const satisfies Record<Field, Field>

const previewQuery = (merged: string, into: string) =>
  queryOptions({
    queryKey: ['clients', 'one', merged, 'merge-preview', into],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/clients/{client_id}/merge-preview/{into_client_id}', {
          params: { path: { client_id: merged, into_client_id: into } },
          signal,
        }),
      ),
    staleTime: 0,
  })

/** Makes two clients one: the other one is chosen, what would happen is shown, and only then it is done. */
export function MergeDialog({ client, onClose }: { client: Client; onClose: () => void }) {
  const t = useTexts(mergeTexts)
  const isPhone = useMediaQuery('(width < 48em)')
  const [other, setOther] = useState<SearchOption | null>(null)
  const [staysHere, setStaysHere] = useState(true)
  const [into, merged] = staysHere ? [client.id, other?.value] : [other?.value, client.id]
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title', { name: client.name })}
      size={680}
      fullScreen={isPhone === true}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <div className={styles.body}>
        <p className={styles.quiet}>{t('intro')}</p>
        <ComboSearch<SearchOption>
          label={t('other')}
          value={other}
          onChange={setOther}
          search={async (text, signal) => {
            const { data } = await unwrap(
              api.GET('/v1/clients', { params: { query: { limit: 10, ...(text && { q: text }) } }, signal }),
            )
            return data
              .filter(({ id }) => id !== client.id)
              .map(({ id, name, refid, email }) => ({
                value: id,
                label: name,
                detail: [refid, email].filter(Boolean).join(' · '),
              }))
          }}
        />
        {into && merged ? (
          <Plan
            key={`${merged} ${into}`}
            merged={merged}
            into={into}
            onSwap={() => setStaysHere(!staysHere)}
            onClose={onClose}
          />
        ) : null}
      </div>
    </Modal>
  )
}

interface PlanProps {
  merged: string
  into: string
  onSwap: () => void
  onClose: () => void
}

function Plan({ merged, into, onSwap, onClose }: PlanProps) {
  const t = useTexts(mergeTexts)
  const base = useWorkspaceBase()
  const queries = useQueryClient()
  const { history } = useRouter()
  const preview = useQuery(previewQuery(merged, into))
  const [chosen, setChosen] = useState<Partial<Record<Field, 'survivor' | 'merged'>>>({})
  const merge = useMutation({
    mutationFn: (plan: Preview) =>
      unwrap(
        api.POST('/v1/clients/{client_id}/merge', {
          params: { path: { client_id: merged }, header: ifMatch(plan.merged_version) },
          body: {
            into_client_id: into,
            into_version: plan.survivor_version,
            take: plan.fields
              .filter(({ field, keeps }) => (chosen[field] ?? keeps) === 'merged')
              .map(({ field }) => field),
          },
        }),
      ),
    onSuccess: async (client) => {
      toast(t('done', { name: client.name }))
      onClose()
      history.push(`${base}/clients/${client.id}`)
      await queries.invalidateQueries()
    },
  })
  if (preview.error) return <Problem error={preview.error} />
  const plan = preview.data
  if (!plan) return <SkeletonFacts count={4} />
  const { survivor, merged: goes, moves } = plan
  const counted = (
    [
      ['invoices', moves.invoices + moves.drafts],
      ['payments', moves.payments],
      ['receipts', moves.receipts],
      ['contacts', moves.contacts - moves.contacts_at_both],
      ['contactsAtBoth', moves.contacts_at_both],
      ['proofs', moves.payment_proofs],
    ] as const
  ).flatMap(([what, count]) => (count > 0 ? [t(what, { count })] : []))
  return (
    <>
      <div className={styles.sides}>
        <div>
          <div className={styles.label}>{t('stays')}</div>
          <div className={styles.name}>{survivor.name}</div>
          <div className={styles.quiet}>{survivor.refid}</div>
        </div>
        <Button variant="default" size="xs" leftSection={<IconArrowsExchange />} onClick={onSwap}>
          {t('swap')}
        </Button>
        <div>
          <div className={styles.label}>{t('goes')}</div>
          <div className={styles.name}>{goes.name}</div>
          <div className={styles.quiet}>{goes.refid}</div>
        </div>
      </div>
      {plan.fields.length > 0 ? (
        <div className={styles.fields}>
          <h3 className={styles.label}>{t('fields')}</h3>
          {plan.fields.map(({ field, survivor: ours, merged: theirs, keeps }) => (
            <Radio.Group
              key={field}
              label={t(fieldNames[field])}
              value={chosen[field] ?? keeps}
              onChange={(side) => setChosen({ ...chosen, [field]: side as 'survivor' | 'merged' })}
            >
              <div className={styles.choice}>
                <Radio value="survivor" label={wordsOf(ours) || t('nothing')} />
                <Radio value="merged" label={wordsOf(theirs) || t('nothing')} />
              </div>
            </Radio.Group>
          ))}
        </div>
      ) : null}
      <div>
        <h3 className={styles.label}>{t('moves')}</h3>
        <p>{counted.join(', ') || t('movesNothing')}</p>
      </div>
      {plan.balances.map(({ currency, open, credit }) => (
        <p key={currency} className={styles.balance}>
          <span>{t('owesAfter')}</span> <Amount value={open.after} />
          {credit.after.amount > 0 ? (
            <>
              <span>{t('creditAfter')}</span> <Amount value={credit.after} />
            </>
          ) : null}
        </p>
      ))}
      <p className={styles.quiet}>{t('consequence', { refid: goes.refid, name: survivor.name })}</p>
      {merge.error ? <Problem error={merge.error} /> : null}
      <div className={styles.foot}>
        <Button variant="default" disabled={merge.isPending} onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button color="red" loading={merge.isPending} onClick={() => merge.mutate(plan)}>
          {t('deed', { name: survivor.name })}
        </Button>
      </div>
    </>
  )
}

/** A value as people read it; an address as one line. */
function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'object') return Object.values(value).filter(Boolean).join(', ')
  return String(value as string | number | boolean)
}
