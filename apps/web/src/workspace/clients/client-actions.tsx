import { Button, Menu, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { ConfirmMoney, Link, toast, toastProblem, toastUndo, useTexts } from '@portico/ui'
import {
  IconArrowMerge,
  IconCheck,
  IconDoorEnter,
  IconDoorOff,
  IconFileDollar,
  IconFilePlus,
  IconHourglass,
  IconPencil,
  IconPlayerPause,
  IconPower,
  IconSend,
  IconTrash,
} from '@tabler/icons-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useWorkspace, useWorkspaceBase } from '../workspace-data.ts'
import {
  restoreClient,
  useChangeStatus,
  useDeleteClient,
  useSetPortal,
  type Client,
  type ClientStatus,
} from './clients-data.ts'
import { ReminderPanel } from './reminder-panel.tsx'
import { clientTexts } from './texts.ts'

// Rarely used, so it is fetched when it is.
const MergeDialog = lazy(async () => ({
  default: (await import('./merge/merge-dialog.tsx')).MergeDialog,
}))

const deeds = {
  active: { key: 'Active', icon: IconCheck },
  suspended: { key: 'Suspended', icon: IconPlayerPause },
  inactive: { key: 'Inactive', icon: IconPower },
  pending: { key: 'Pending', icon: IconHourglass },
} as const satisfies Record<ClientStatus, { key: string; icon: unknown }>

/** The one likely action: it follows the client's state and what it owes. */
export function ClientAction({ client }: { client: Client }) {
  const t = useTexts(clientTexts)
  const base = useWorkspaceBase()
  const { can } = useWorkspace()
  const [isAsking, setAsking] = useState(false)
  const [isReminding, setReminding] = useState(false)
  const { abilities, status } = client
  const isOverdue = client.balances?.some(({ overdue }) => overdue.amount > 0) ?? false
  const newInvoice = abilities.create_invoice ? (
    <Button
      component={Link}
      href={`${base}/invoices/new?client=${client.id}`}
      variant={isOverdue || status !== 'active' ? 'default' : 'filled'}
      leftSection={<IconFilePlus />}
    >
      {t('newInvoice')}
    </Button>
  ) : null
  if (status !== 'active' && abilities.transitions.includes('active')) {
    return (
      <>
        {status === 'pending' ? newInvoice : null}
        <Button leftSection={<IconCheck />} onClick={() => setAsking(true)}>
          {t('activate')}
        </Button>
        <StatusDialog client={client} to={isAsking ? 'active' : null} onClose={() => setAsking(false)} />
      </>
    )
  }
  if (isOverdue && can('invoices.invoice.send')) {
    return (
      <>
        {newInvoice}
        <Button leftSection={<IconSend />} onClick={() => setReminding(true)}>
          {t('sendReminder')}
        </Button>
        <ReminderPanel client={client} opened={isReminding} onClose={() => setReminding(false)} />
      </>
    )
  }
  return newInvoice
}

/** Everything else one can do with a client, and the dialogs that belong to it. */
export function useClientMenu(client: Client): { items: ReactNode; dialogs: ReactNode } {
  const t = useTexts(clientTexts)
  const base = useWorkspaceBase()
  const queries = useQueryClient()
  const { history } = useRouter()
  const [to, setTo] = useState<ClientStatus | null>(null)
  const [isMerging, setMerging] = useState(false)
  const portal = useSetPortal(client.id)
  const remove = useDeleteClient()
  const { can } = useWorkspace()
  const { abilities, name } = client

  function deleteWithUndo() {
    remove.mutate(client.id, {
      onSuccess: () => {
        history.push(`${base}/clients`)
        toastUndo({
          message: t('deleted', { name }),
          undo: async () => {
            const back = await restoreClient(queries, client.id)
            toast(t('restored', { name: back.name }))
            history.push(`${base}/clients/${client.id}`)
          },
        })
      },
      onError: toastProblem,
    })
  }

  function switchPortal(isOn: boolean) {
    portal.mutate(isOn, {
      onSuccess: () => toast(t(isOn ? 'portalIsOn' : 'portalIsOff', { name })),
      onError: toastProblem,
    })
  }

  const items = [
    abilities.edit ? (
      <Menu.Item
        key="edit"
        component={Link}
        href={`${base}/clients/${client.id}/edit`}
        leftSection={<IconPencil />}
      >
        {t('edit')}
      </Menu.Item>
    ) : null,
    client.balances && can('invoices.invoice.read') && can('payments.payment.read') ? (
      <Menu.Item
        key="statement"
        component={Link}
        href={`${base}/clients/${client.id}/statement`}
        leftSection={<IconFileDollar />}
      >
        {t('statement')}
      </Menu.Item>
    ) : null,
    ...abilities.transitions.map((status) => {
      const Icon = deeds[status].icon
      return (
        <Menu.Item key={status} leftSection={<Icon />} onClick={() => setTo(status)}>
          {t(`to${deeds[status].key}`)}
        </Menu.Item>
      )
    }),
    abilities.manage_portal ? (
      <Menu.Item
        key="portal"
        leftSection={client.is_portal_enabled ? <IconDoorOff /> : <IconDoorEnter />}
        onClick={() => switchPortal(!client.is_portal_enabled)}
      >
        {t(client.is_portal_enabled ? 'portalOff' : 'portalOn')}
      </Menu.Item>
    ) : null,
    can('clients.client.delete') && abilities.edit ? (
      <Menu.Item key="merge" leftSection={<IconArrowMerge />} onClick={() => setMerging(true)}>
        {t('merge')}
      </Menu.Item>
    ) : null,
    abilities.delete ? <Menu.Divider key="divider" /> : null,
    abilities.delete ? (
      <Menu.Item key="delete" color="red" leftSection={<IconTrash />} onClick={deleteWithUndo}>
        {t('delete')}
      </Menu.Item>
    ) : null,
  ].filter((item) => item !== null)
  return {
    items: items.length > 0 ? items : undefined,
    dialogs: (
      <>
        <StatusDialog client={client} to={to} onClose={() => setTo(null)} />
        {isMerging ? (
          <Suspense fallback={null}>
            <MergeDialog client={client} onClose={() => setMerging(false)} />
          </Suspense>
        ) : null}
      </>
    ),
  }
}

interface StatusDialogProps {
  client: Client
  /** The state that is asked for; null while nothing is asked. */
  to: ClientStatus | null
  onClose: () => void
}

function StatusDialog({ client, to, onClose }: StatusDialogProps) {
  const t = useTexts(clientTexts)
  const change = useChangeStatus(client.id)
  const [reason, setReason] = useState('')
  // The words stay while the dialog fades out.
  const [shown, setShown] = useState<ClientStatus>('active')
  if (to && to !== shown) setShown(to)
  const { key } = deeds[shown]
  const { name } = client
  return (
    <ConfirmMoney
      opened={to !== null}
      onClose={onClose}
      question={t(`statusQuestion${key}`, { name })}
      consequence={t(`statusEffect${key}`)}
      deed={t(`to${key}`)}
      isDangerous={shown === 'suspended' || shown === 'inactive'}
      onConfirm={async () => {
        await change.mutateAsync({ status: shown, reason })
        setReason('')
        toast(t(`now${key}`, { name }))
      }}
    >
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        maxLength={300}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value.replaceAll(/\n/g, ' '))}
      />
    </ConfirmMoney>
  )
}
