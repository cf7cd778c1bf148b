import { ActionIcon, Button, Menu } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { ConfirmMoney, ErrorState, formatRelativeTime, SkeletonFacts, toast, useTexts } from '@portico/ui'
import {
  IconDoorEnter,
  IconDots,
  IconKey,
  IconMail,
  IconPencil,
  IconPhone,
  IconPlus,
  IconStarFilled,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useRemoveContact, type Client, type Contact } from '../clients-data.ts'
import pageStyles from '../client-page.module.css'
import { clientTexts } from '../texts.ts'
import { ContactPanel } from './contact-panel.tsx'
import styles from './contacts.module.css'
import { PortalPanel } from './portal-panel.tsx'

interface ContactsSectionProps {
  client: Client
  contacts: UseQueryResult<{ data: Contact[] }>
}

type Open = { panel: 'edit' | 'portal' | 'remove'; contact: Contact | null } | null

/** The people at a client: who they are, what they get, whether they may enter the portal. */
export function ContactsSection({ client, contacts }: ContactsSectionProps) {
  const t = useTexts(clientTexts)
  const [open, setOpen] = useState<Open>(null)
  const remove = useRemoveContact(client.id)
  const close = () => setOpen(null)
  const { manage_contacts: mayManage } = client.abilities
  const removed = open?.panel === 'remove' ? open.contact : null
  return (
    <section>
      <div className={pageStyles.sectionHead}>
        <h2>{t('people')}</h2>
        {mayManage ? (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus />}
            onClick={() => setOpen({ panel: 'edit', contact: null })}
          >
            {t('addContact')}
          </Button>
        ) : null}
      </div>
      {contacts.error && !contacts.data ? (
        <ErrorState error={contacts.error} onRetry={() => void contacts.refetch()} />
      ) : !contacts.data ? (
        <SkeletonFacts count={2} />
      ) : contacts.data.data.length === 0 ? (
        <p className={pageStyles.quiet}>{t('peopleEmpty')}</p>
      ) : (
        <ul className={styles.people}>
          {contacts.data.data.map((contact) => (
            <Person key={contact.id} client={client} contact={contact} onOpen={setOpen} />
          ))}
        </ul>
      )}
      <ContactPanel
        client={client}
        contact={open?.panel === 'edit' ? open.contact : null}
        opened={open?.panel === 'edit'}
        onClose={close}
      />
      <PortalPanel client={client} contact={open?.panel === 'portal' ? open.contact : null} onClose={close} />
      <ConfirmMoney
        opened={removed !== null}
        onClose={close}
        question={t('contactRemoveQuestion', { name: removed?.name ?? '' })}
        consequence={t('contactRemoveEffect')}
        deed={t('contactRemove')}
        isDangerous
        onConfirm={async () => {
          if (!removed) return
          await remove.mutateAsync(removed.id)
          toast(t('contactRemoved', { name: removed.name }))
        }}
      />
    </section>
  )
}

interface PersonProps {
  client: Client
  contact: Contact
  onOpen: (open: Open) => void
}

function Person({ client, contact, onOpen }: PersonProps) {
  const t = useTexts(clientTexts)
  const { name, email, phone, job_title: title, document_delivery: delivery } = contact
  const { manage_contacts: mayManage, manage_portal: mayOpen } = client.abilities
  const portal = !contact.portal_access
    ? null
    : contact.last_portal_visit_at
      ? t('portalVisited', { when: formatRelativeTime(contact.last_portal_visit_at) })
      : t('portalNever')
  const marks = [
    delivery === 'to'
      ? `${t('delivery')}: ${t('deliveryToShort')}`
      : delivery === 'cc'
        ? `${t('delivery')}: ${t('deliveryCcShort')}`
        : null,
    portal,
    contact.has_other_clients ? t('otherClients') : null,
  ].filter(Boolean)
  return (
    <li className={styles.person}>
      <div className={styles.who}>
        <div className={styles.name}>
          {name}
          {contact.is_primary ? (
            <span className={styles.primary}>
              <IconStarFilled aria-hidden />
              {t('primary')}
            </span>
          ) : null}
        </div>
        {title ? <div className={styles.quiet}>{title}</div> : null}
        <div className={styles.ways}>
          {email ? (
            <a href={`mailto:${email}`}>
              <IconMail aria-hidden />
              {email}
            </a>
          ) : null}
          {phone ? (
            <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
              <IconPhone aria-hidden />
              {phone}
            </a>
          ) : null}
        </div>
        {marks.length > 0 ? <div className={styles.quiet}>{marks.join(' · ')}</div> : null}
      </div>
      {mayManage || mayOpen ? (
        <Menu>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('contactMenu', { name })}>
              <IconDots />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {mayManage ? (
              <Menu.Item leftSection={<IconPencil />} onClick={() => onOpen({ panel: 'edit', contact })}>
                {t('edit')}
              </Menu.Item>
            ) : null}
            {mayOpen ? (
              <Menu.Item
                leftSection={contact.portal_access ? <IconKey /> : <IconDoorEnter />}
                onClick={() => onOpen({ panel: 'portal', contact })}
              >
                {t(contact.portal_access ? 'portalRights' : 'portalOpenFor')}
              </Menu.Item>
            ) : null}
            {mayManage ? (
              <Menu.Item
                color="red"
                leftSection={<IconTrash />}
                onClick={() => onOpen({ panel: 'remove', contact })}
              >
                {t('contactRemove')}
              </Menu.Item>
            ) : null}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </li>
  )
}
