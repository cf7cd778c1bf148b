import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconCircle,
  IconCircleHalf2,
  IconClock,
  IconEye,
  IconFile,
  IconFileCheck,
  IconHourglass,
  IconPlayerPause,
  IconSend,
  IconX,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import styles from './status-badge.module.css'

type Hue = 'neutral' | 'blue' | 'violet' | 'amber' | 'red' | 'green' | 'grey'

const statuses = {
  draft: ['neutral', IconFile, 'statusDraft'],
  final: ['blue', IconFileCheck, 'statusFinal'],
  sent: ['blue', IconSend, 'statusSent'],
  viewed: ['violet', IconEye, 'statusViewed'],
  partial: ['amber', IconCircleHalf2, 'statusPartial'],
  due_soon: ['amber', IconClock, 'statusDueSoon'],
  overdue: ['red', IconAlertTriangle, 'statusOverdue'],
  paid: ['green', IconCheck, 'statusPaid'],
  void: ['grey', IconBan, 'statusVoid'],
  written_off: ['grey', IconBan, 'statusWrittenOff'],
  open: ['blue', IconCircle, 'statusOpen'],
  pending: ['amber', IconHourglass, 'statusPending'],
  active: ['green', IconCheck, 'statusActive'],
  inactive: ['grey', IconCircle, 'statusInactive'],
  suspended: ['red', IconPlayerPause, 'statusSuspended'],
  received: ['blue', IconCheck, 'statusReceived'],
  checking: ['amber', IconHourglass, 'statusChecking'],
  approved: ['green', IconCheck, 'statusApproved'],
  rejected: ['red', IconX, 'statusRejected'],
  failed: ['red', IconX, 'statusFailed'],
  revoked: ['grey', IconBan, 'statusRevoked'],
  expired: ['grey', IconClock, 'statusExpired'],
  invited: ['blue', IconSend, 'statusInvited'],
} as const satisfies Record<string, readonly [Hue, ComponentType, string]>

export type Status = keyof typeof statuses

export function isStatus(value: string): value is Status {
  return value in statuses
}

export interface StatusBadgeProps {
  status: Status
  /** Other words for the same state: "Due in 3 days". */
  label?: string | undefined
}

/** A state, always as icon and word, never as colour alone. */
export function StatusBadge({ status, label }: StatusBadgeProps) {
  const t = useTexts(uiTexts)
  const [hue, Icon, key] = statuses[status]
  return (
    <span className={styles.badge} data-hue={hue}>
      <Icon aria-hidden />
      {label ?? t(key)}
    </span>
  )
}
