import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import {
  DataList,
  EmptyState,
  formatDate,
  StatusBadge,
  toast,
  toastProblem,
  useTexts,
  type DataColumn,
  type Status,
} from '@portico/ui'
import { IconMailForward } from '@tabler/icons-react'
import { invitationsQuery, useInvitationDeed, type Invitation } from './team-data.ts'
import styles from './team.module.css'
import { teamTexts } from './texts.ts'

const badges: Record<Invitation['status'], Status> = {
  pending: 'invited',
  accepted: 'active',
  revoked: 'revoked',
  expired: 'expired',
}

export function Invitations() {
  const t = useTexts(teamTexts)
  const invitations = useQuery(invitationsQuery)
  const columns: DataColumn<Invitation>[] = [
    { key: 'email', title: t('email'), phone: 'title', width: '30%', render: (row) => row.email },
    { key: 'role', title: t('role'), width: '140px', phone: 'detail', render: (row) => row.role.name },
    {
      key: 'by',
      title: t('invitedBy'),
      only: 'wide',
      render: (row) => row.invited_by,
    },
    {
      key: 'valid',
      title: t('status'),
      phone: 'status',
      render: (row) => (
        <StatusBadge
          status={badges[row.status]}
          label={row.status === 'accepted' ? t('accepted') : undefined}
        />
      ),
    },
    {
      key: 'until',
      title: t('valid'),
      only: 'medium',
      render: (row) =>
        row.status === 'pending'
          ? t('validUntil', { date: formatDate(row.expires_at) })
          : row.status === 'expired'
            ? t('expiredOn', { date: formatDate(row.expires_at) })
            : null,
    },
    {
      key: 'deeds',
      title: t('actions'),
      align: 'end',
      phone: 'amount',
      render: (row) => <Deeds invitation={row} />,
    },
  ]
  return (
    <DataList
      label={t('tabInvitations')}
      columns={columns}
      rows={invitations.data?.data}
      rowKey={(row) => row.id}
      error={invitations.error}
      onRetry={() => void invitations.refetch()}
      expectedRows={3}
      empty={
        <EmptyState
          icon={IconMailForward}
          title={t('invitationsEmpty')}
          detail={t('invitationsEmptyDetail')}
        />
      }
    />
  )
}

/** A waiting or expired invitation can be sent again; a waiting one can be revoked. */
function Deeds({ invitation }: { invitation: Invitation }) {
  const t = useTexts(teamTexts)
  const resend = useInvitationDeed('resend')
  const revoke = useInvitationDeed('revoke')
  const { email, status } = invitation
  if (status !== 'pending' && status !== 'expired') return null
  return (
    <span className={styles.deeds}>
      <Button
        variant="subtle"
        size="compact-sm"
        loading={resend.isPending}
        onClick={() =>
          resend.mutate(invitation, { onSuccess: () => toast(t('resent', { email })), onError: toastProblem })
        }
      >
        {t('resend')}
      </Button>
      {status === 'pending' ? (
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          loading={revoke.isPending}
          onClick={() =>
            revoke.mutate(invitation, {
              onSuccess: () => toast(t('revoked', { email })),
              onError: toastProblem,
            })
          }
        >
          {t('revoke')}
        </Button>
      ) : null}
    </span>
  )
}
