import { Anchor, Button } from '@mantine/core'
import {
  DataList,
  DateText,
  EmptyState,
  Facts,
  FilterBar,
  PageHeader,
  SidePanel,
  StatusBadge,
  useTexts,
  type Status,
} from '@portico/ui'
import { IconMessage } from '@tabler/icons-react'
import { useState } from 'react'
import { api, unwrap } from '../shared/api.ts'
import { useUrlList } from '../shared/url-list.tsx'
import { messagesQuery, messageStates, useDeed, type Message } from './admin-data.ts'
import styles from './admin.module.css'
import { adminTexts } from './texts.ts'

const badges: Record<Message['state'], Status> = { new: 'sent', done: 'paid', spam: 'void' }

/** `/admin/messages`: what came in by the contact form. */
export function MessagesPage() {
  const t = useTexts(adminTexts)
  const { query: messages, filters, stateWith } = useUrlList(messagesQuery, ['state'])
  const [openId, setOpenId] = useState<string | null>(null)
  const [shown, setShown] = useState<Message | null>(null)
  const open = messages.data?.data.find(({ id }) => id === openId) ?? null
  if (open && open !== shown) setShown(open)
  const mark = useDeed(
    ({ message, state }: { message: Message; state: Message['state'] }) =>
      unwrap(
        api.PATCH('/v1/platform/contact-messages/{contact_message_id}', {
          params: { path: { contact_message_id: message.id } },
          body: { state },
        }),
      ),
    () => t('marked'),
  )
  const aboutOf = ({ topic }: Message) => t(topic === 'other' ? 'about_else' : `about_${topic}`)
  const answer = (message: Message) =>
    `mailto:${message.email}?subject=${encodeURIComponent(`Re: ${aboutOf(message)}`)}`
  return (
    <>
      <PageHeader title={t('messages')} subtitle={t('messagesSubtitle')} />
      <FilterBar
        values={filters.values}
        onChange={filters.change}
        filters={[
          {
            key: 'state',
            label: t('messagesState'),
            options: messageStates.map((value) => ({ value, label: t(`message_${value}`) })),
          },
        ]}
      />
      <DataList
        label={t('messages')}
        columns={[
          {
            key: 'from',
            title: t('from'),
            width: '30%',
            phone: 'title',
            render: (row) => (
              <Anchor
                component="button"
                type="button"
                className={styles.open}
                onClick={() => setOpenId(row.id)}
              >
                {row.name}
              </Anchor>
            ),
          },
          {
            key: 'about',
            title: t('about'),
            phone: 'detail',
            render: (row) => (
              <span className={styles.two}>
                <span>{aboutOf(row)}</span>
                <span className={styles.quiet}>{row.message}</span>
              </span>
            ),
          },
          {
            key: 'when',
            title: t('when'),
            width: '140px',
            phone: 'amount',
            render: (row) => <DateText value={row.created_at} as="relative" />,
          },
          {
            key: 'state',
            title: t('messagesState'),
            width: '120px',
            phone: 'status',
            render: (row) => <StatusBadge status={badges[row.state]} label={t(`message_${row.state}`)} />,
          },
        ]}
        rowKey={(row) => row.id}
        {...stateWith(<EmptyState icon={IconMessage} title={t('messagesEmpty')} />)}
      />
      <SidePanel opened={open !== null} onClose={() => setOpenId(null)} title={shown?.name ?? ''} width={560}>
        {shown ? (
          <div className={styles.message}>
            <Facts
              facts={[
                { label: t('email'), value: shown.email },
                { label: t('name'), value: shown.company },
                { label: t('about'), value: aboutOf(shown) },
                { label: t('when'), value: <DateText value={shown.created_at} /> },
              ]}
            />
            <p className={styles.words} dir="auto">
              {shown.message}
            </p>
            {shown.handled_by ? (
              <p className={styles.quiet}>{t('handledBy', { name: shown.handled_by })}</p>
            ) : null}
            <div className={styles.deeds}>
              <Button component="a" href={answer(shown)}>
                {t('answer')}
              </Button>
              {(['done', 'spam', 'new'] as const)
                .filter((state) => state !== shown.state)
                .map((state) => (
                  <Button
                    key={state}
                    variant="default"
                    loading={mark.isPending && mark.variables.state === state}
                    onClick={() => mark.mutate({ message: shown, state })}
                  >
                    {t(state === 'done' ? 'markDone' : state === 'spam' ? 'markSpam' : 'markNew')}
                  </Button>
                ))}
            </div>
          </div>
        ) : null}
      </SidePanel>
    </>
  )
}
