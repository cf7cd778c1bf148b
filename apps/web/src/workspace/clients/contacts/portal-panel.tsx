import { Button, Checkbox, Radio } from '@mantine/core'
import {
  portalRights,
  portalRightKeys,
  rightsPresets,
  type PortalRight,
  type RightsPreset,
} from '@portico/contract/portal-rights.ts'
import { CopyButton, Problem, SidePanel, toast, useTexts } from '@portico/ui'
import { useState } from 'react'
import { useWorkspace } from '../../workspace-data.ts'
import { useSetPortalAccess, type Client, type Contact } from '../clients-data.ts'
import styles from '../panels.module.css'
import { rightsTexts } from './rights-texts.ts'
import { clientTexts } from '../texts.ts'

const presets = [
  ['viewer', 'presetViewer'],
  ['payer', 'presetPayer'],
  ['approver', 'presetApprover'],
  ['technical', 'presetTechnical'],
  ['owner', 'presetOwner'],
  ['custom', 'presetCustom'],
] as const

interface PortalPanelProps {
  client: Client
  contact: Contact | null
  onClose: () => void
}

/** Opens the portal for a contact and says what they may do there. */
export function PortalPanel({ client, contact, onClose }: PortalPanelProps) {
  const t = useTexts(clientTexts)
  const [shown, setShown] = useState(contact)
  if (contact && contact !== shown) setShown(contact)
  return (
    <SidePanel
      opened={contact !== null}
      onClose={onClose}
      title={`${t('portal')}: ${shown?.name ?? ''}`}
      width={520}
    >
      {!shown ? null : shown.email ? (
        <PortalForm key={shown.id + shown.version} client={client} contact={shown} onDone={onClose} />
      ) : (
        <p>{t('portalNeedsEmail')}</p>
      )}
    </SidePanel>
  )
}

function PortalForm({ client, contact, onDone }: { client: Client; contact: Contact; onDone: () => void }) {
  const t = useTexts(clientTexts)
  const { organization } = useWorkspace()
  const access = useSetPortalAccess(client.id)
  const [preset, setPreset] = useState<RightsPreset | 'custom'>(
    contact.portal_access ? contact.rights_preset : 'payer',
  )
  const [rights, setRights] = useState<ReadonlySet<PortalRight>>(
    () => new Set(contact.portal_access ? contact.rights : rightsPresets.payer),
  )
  const [notify, setNotify] = useState(!contact.portal_access)
  const { name, email } = contact
  const link = `${location.origin}/client-portal/${organization.slug}`

  function choosePreset(next: string) {
    setPreset(next as RightsPreset | 'custom')
    if (next !== 'custom') setRights(new Set(rightsPresets[next as RightsPreset]))
  }

  /** A single right that is changed makes the choice one of its own, unless it is exactly a preset. */
  function chooseRight(right: PortalRight, isOn: boolean) {
    const next = new Set(rights)
    if (isOn) next.add(right)
    else next.delete(right)
    setRights(next)
    const same = Object.entries(rightsPresets).find(
      ([, keys]) => keys.length === next.size && keys.every((key) => next.has(key)),
    )
    setPreset((same?.[0] as RightsPreset | undefined) ?? 'custom')
  }

  function save(isOpen: boolean) {
    access.mutate(
      {
        contact,
        body: {
          portal_access: isOpen,
          rights_preset: preset,
          rights: portalRightKeys.filter((right) => rights.has(right)),
          notify: isOpen && notify,
        },
      },
      {
        onSuccess: () => {
          toast(
            t(!isOpen ? 'portalClosed' : contact.portal_access ? 'rightsSaved' : 'portalOpened', { name }),
          )
          onDone()
        },
      },
    )
  }

  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault()
        save(true)
      }}
    >
      <p className={styles.quiet}>{t('portalAccessHint', { email: email ?? '' })}</p>
      <div>
        <div className={styles.quiet}>{t('portalLinkLabel', { name })}</div>
        <div className={styles.link}>
          <a href={link} target="_blank" rel="noopener">
            {link}
          </a>
          <CopyButton value={link} what={t('portalLink')} />
        </div>
      </div>
      <Radio.Group label={t('preset', { name })} value={preset} onChange={choosePreset}>
        <div className={styles.presets}>
          {presets.map(([value, key]) => (
            <Radio key={value} value={value} label={t(key)} description={t(`${key}Hint`)} />
          ))}
        </div>
      </Radio.Group>
      <fieldset className={styles.choices}>
        <legend>{t('rightsOneByOne')}</legend>
        <div className={styles.rights}>
          {portalRightKeys.map((right) => (
            <Checkbox
              key={right}
              label={<RightName right={right} />}
              checked={rights.has(right)}
              onChange={(event) => chooseRight(right, event.currentTarget.checked)}
            />
          ))}
        </div>
      </fieldset>
      {contact.portal_access ? null : (
        <Checkbox
          label={t('notify', { name })}
          checked={notify}
          onChange={(event) => setNotify(event.currentTarget.checked)}
        />
      )}
      {access.error ? <Problem error={access.error} /> : null}
      <div className={styles.actions}>
        <Button type="submit" loading={access.isPending} disabled={rights.size === 0}>
          {t(contact.portal_access ? 'saveRights' : 'portalOpenFor')}
        </Button>
        {contact.portal_access ? (
          <Button variant="subtle" color="red" disabled={access.isPending} onClick={() => save(false)}>
            {t('portalClose')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}

function RightName({ right }: { right: PortalRight }) {
  const t = useTexts(rightsTexts)
  return <>{t.maybe(right, portalRights[right])}</>
}
