import { Button, Menu, Modal, TagsInput, Textarea } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ErrorState, PageHeader, Problem, SkeletonPage, toast, toastProblem, useTexts } from '@portico/ui'
import { IconDownload, IconFileTypeCsv, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { api, unwrap } from '../../../shared/api.ts'
import { downloadFile } from '../../../shared/pdf.ts'
import { StatementPeriod, StatementView } from '../../../shared/statement/statement-view.tsx'
import { statementTexts } from '../../../shared/statement/texts.ts'
import { useUrlSearch } from '../../../shared/url-search.ts'
import { useWorkspace, useWorkspaceBase } from '../../workspace-data.ts'
import { clientQuery, contactsQuery, type Client } from '../clients-data.ts'
import { clientTexts } from '../texts.ts'
import styles from './statement-page.module.css'

type Period = { from?: string; as_of?: string }

const statementQuery = (clientId: string, query: Period) =>
  queryOptions({
    queryKey: ['clients', 'one', clientId, 'statement', query],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/clients/{client_id}/statement', {
          params: { path: { client_id: clientId }, query },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

/** How a client's account stands on a day, to look at, to hand over, to send. */
export function StatementPage() {
  const { client: clientId = '' } = useParams({ strict: false }) as { client?: string }
  const client = useQuery(clientQuery(clientId))
  if (client.error && !client.data)
    return <ErrorState error={client.error} onRetry={() => void client.refetch()} />
  return client.data ? <ClientStatement client={client.data} /> : <SkeletonPage />
}

function ClientStatement({ client }: { client: Client }) {
  const t = useTexts(clientTexts)
  const words = useTexts(statementTexts)
  const base = useWorkspaceBase()
  const { can, today } = useWorkspace()
  const { values, change } = useUrlSearch()
  const [isSending, setSending] = useState(false)
  const { from = '', as_of: asOf = '' } = values
  const period: Period = { ...(from && { from }), ...(asOf && { as_of: asOf }) }
  const statement = useQuery(statementQuery(client.id, period))
  const path = { client_id: client.id }
  const name = `Statement ${client.refid} ${asOf || today}`
  const pdf = () =>
    downloadFile(
      api.GET('/v1/clients/{client_id}/statement/pdf', { params: { path, query: period }, parseAs: 'blob' }),
      `${name}.pdf`,
    ).catch(toastProblem)
  const csv = () =>
    downloadFile(
      api.GET('/v1/clients/{client_id}/statement/csv', { params: { path, query: period }, parseAs: 'blob' }),
      `${name}.csv`,
    ).catch(toastProblem)
  return (
    <>
      <PageHeader
        title={words('title')}
        subtitle={client.name}
        breadcrumbs={[
          { label: t('title'), href: `${base}/clients` },
          { label: client.name, href: `${base}/clients/${client.id}` },
        ]}
        action={
          <>
            <Button variant="default" leftSection={<IconDownload />} onClick={() => void pdf()}>
              {words('downloadPdf')}
            </Button>
            {can('invoices.invoice.send') ? (
              <Button leftSection={<IconSend />} onClick={() => setSending(true)}>
                {t('statementSend')}
              </Button>
            ) : null}
          </>
        }
        menu={
          <Menu.Item leftSection={<IconFileTypeCsv />} onClick={() => void csv()}>
            {t('ledgerCsv')}
          </Menu.Item>
        }
      />
      <StatementPeriod from={from} asOf={asOf} today={today} onChange={change} />
      {statement.error && !statement.data ? (
        <ErrorState error={statement.error} onRetry={() => void statement.refetch()} />
      ) : !statement.data ? (
        <SkeletonPage />
      ) : (
        <div aria-busy={statement.isPlaceholderData || undefined}>
          <StatementView statement={statement.data} hrefOf={({ kind, id }) => `${base}/${kind}s/${id}`} />
        </div>
      )}
      {isSending ? <SendStatement client={client} period={period} onClose={() => setSending(false)} /> : null}
    </>
  )
}

function SendStatement({ client, period, onClose }: { client: Client; period: Period; onClose: () => void }) {
  const t = useTexts(clientTexts)
  const isPhone = useMediaQuery('(width < 48em)')
  const queries = useQueryClient()
  const contacts = useQuery(contactsQuery(client.id))
  const [to, setTo] = useState<string[]>([])
  const [message, setMessage] = useState('')
  const known = (contacts.data?.data ?? []).flatMap(({ email }) => (email ? [email] : []))
  const send = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/v1/clients/{client_id}/statement/send', {
          params: { path: { client_id: client.id } },
          body: {
            ...period,
            ...(to.length > 0 && { to }),
            ...(message.trim() && { message: message.trim() }),
          },
        }),
      ),
    onSuccess: async (sent) => {
      toast(t('statementSent', { to: sent.to.join(', ') }))
      onClose()
      await queries.invalidateQueries({ queryKey: ['emails'] })
    },
  })
  return (
    <Modal
      opened
      onClose={() => !send.isPending && onClose()}
      title={t('statementSendTitle', { name: client.name })}
      size={520}
      fullScreen={isPhone === true}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <div className={styles.fields}>
        <TagsInput
          label={t('statementTo')}
          description={t('statementToHint')}
          data={[...new Set([...(client.email ? [client.email] : []), ...known])]}
          splitChars={[',', ';', ' ']}
          acceptValueOnBlur
          comboboxProps={{ shadow: 'md' }}
          value={to}
          onChange={setTo}
        />
        <Textarea
          label={t('reminderMessage')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={2000}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        {send.error ? <Problem error={send.error} /> : null}
        <div className={styles.foot}>
          <Button variant="default" disabled={send.isPending} onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button loading={send.isPending} leftSection={<IconSend />} onClick={() => send.mutate()}>
            {t('statementSend')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
