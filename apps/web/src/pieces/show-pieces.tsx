import { Button, Menu, Tabs } from '@mantine/core'
import {
  Amount,
  ConfirmMoney,
  CopyButton,
  DateText,
  Facts,
  PageHeader,
  Problem,
  SidePanel,
  SkeletonFacts,
  StatusBadge,
  Timeline,
  toast,
  toastProblem,
  toastUndo,
  type Status,
} from '@portico/ui'
import { IconCheck, IconEye, IconSend, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { SampleFrame } from './frame-parts.tsx'
import styles from './pieces.module.css'
import { refusal } from './sample.ts'

const statuses: Status[] = [
  'draft',
  'final',
  'sent',
  'viewed',
  'partial',
  'due_soon',
  'overdue',
  'paid',
  'void',
  'written_off',
  'pending',
  'active',
  'inactive',
  'suspended',
  'checking',
  'approved',
  'rejected',
  'failed',
  'expired',
  'invited',
]

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

export function ShowPieces() {
  const [isAsking, setAsking] = useState(false)
  const [isOpen, setOpen] = useState(false)
  return (
    <SampleFrame>
      <PageHeader
        title="INV-2026-014"
        status={<StatusBadge status="overdue" label="Overdue 3 days" />}
        subtitle="Kilimo Fresh Ltd, Website care November"
        breadcrumbs={[
          { label: 'Invoices', href: '/app/studio/invoices' },
          { label: 'Kilimo Fresh Ltd', href: '/app/studio/clients/x' },
        ]}
        action={
          <>
            <Button variant="default" onClick={() => setOpen(true)}>
              How was this worked out?
            </Button>
            <Button leftSection={<IconSend />} onClick={() => setAsking(true)}>
              Send reminder
            </Button>
          </>
        }
        menu={<Menu.Item>Void</Menu.Item>}
      />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <div className={styles.figures}>
            <div>
              <div>Open</div>
              <Amount value={{ amount: 245_000_000, currency: 'TZS' }} size="headline" trim />
            </div>
            <div>
              <div>Credit</div>
              <Amount value={{ amount: -1_250_50, currency: 'USD' }} size="headline" />
            </div>
            <div>
              <div>Total</div>
              <Amount value={{ amount: 1_234_567, currency: 'KWD' }} size="large" />
            </div>
          </div>
          <Tabs defaultValue="a">
            <Tabs.List>
              <Tabs.Tab value="a">Paper</Tabs.Tab>
              <Tabs.Tab value="b">Payments</Tabs.Tab>
              <Tabs.Tab value="c">History</Tabs.Tab>
            </Tabs.List>
          </Tabs>
          <div className={styles.wrap}>
            {statuses.map((status) => (
              <StatusBadge key={status} status={status} />
            ))}
          </div>
          <Problem
            error={refusal}
            action={
              <Button variant="default" size="xs">
                Try again
              </Button>
            }
          />
          <div className={styles.wrap}>
            <Button>Primary</Button>
            <Button variant="default">Default</Button>
            <Button variant="light">Light</Button>
            <Button variant="subtle">Subtle</Button>
            <Button variant="outline">Outline</Button>
            <Button color="red">Void invoice</Button>
            <Button disabled>Not now</Button>
            <Button loading>Saving</Button>
          </div>
          <div className={styles.wrap}>
            <Button variant="default" onClick={() => toast('Sent INV-2026-014 to amina@kilimo.example')}>
              Toast
            </Button>
            <Button
              variant="default"
              onClick={() => toastUndo({ message: 'Archived Kilimo Fresh Ltd', undo: () => undefined })}
            >
              Undo toast
            </Button>
            <Button variant="default" onClick={() => toastProblem(refusal)}>
              Problem toast
            </Button>
          </div>
          <SkeletonFacts />
        </div>
        <div className={styles.stack}>
          <Facts
            title="Facts"
            facts={[
              { label: 'Client', value: <a href="#kilimo">Kilimo Fresh Ltd</a> },
              {
                label: 'Control number',
                value: 'MB-4K7Q-92XD',
                action: <CopyButton value="MB-4K7Q-92XD" what="control number" />,
              },
              { label: 'Issued', value: <DateText value="2026-10-21" /> },
              { label: 'Due', value: <DateText value="2026-11-17" as="both" /> },
              { label: 'Purchase order', value: null },
              {
                label: 'Recipients',
                value:
                  'amina@kilimo.example, accounts-payable-department@a-very-long-domain-name.kilimo.example',
              },
            ]}
          />
          <section>
            <h2>What happened</h2>
            <Timeline
              label="What happened"
              entries={[
                {
                  id: '4',
                  at: ago(3),
                  text: 'Amina Juma uploaded a proof of 1,000,000.00 TZS',
                  tone: 'good',
                  icon: IconCheck,
                },
                {
                  id: '3',
                  at: ago(60 * 5),
                  text: 'Amina Juma looked at the invoice',
                  icon: IconEye,
                },
                {
                  id: '2',
                  at: ago(60 * 30),
                  text: 'The reminder to jonas@kilimo.example bounced',
                  tone: 'bad',
                  icon: IconX,
                  detail: 'Mailbox full',
                },
                {
                  id: '1',
                  at: ago(60 * 24 * 14),
                  text: 'Neema sent the invoice to amina@kilimo.example',
                  icon: IconSend,
                },
                { id: '0', at: ago(60 * 24 * 14 + 9), text: 'Neema issued the invoice' },
              ]}
            />
          </section>
        </div>
      </div>
      <ConfirmMoney
        opened={isAsking}
        onClose={() => setAsking(false)}
        question="Approve 1,000,000.00 TZS to INV-2026-014?"
        consequence="Leaves 180,000.00 TZS open. Amina gets a receipt."
        deed="Approve 1,000,000.00 TZS"
        onConfirm={() => Promise.reject(refusal)}
      />
      <SidePanel
        opened={isOpen}
        onClose={() => setOpen(false)}
        title="180,000.00 TZS = 1 invoice − 1 payment"
      >
        <Facts
          facts={[
            {
              label: 'Invoice',
              value: <Amount value={{ amount: 118_000_000, currency: 'TZS' }} />,
            },
          ]}
        />
      </SidePanel>
    </SampleFrame>
  )
}
