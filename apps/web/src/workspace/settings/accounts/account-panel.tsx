import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import {
  applyProblemToForm,
  CurrencySelect,
  FormActions,
  FormLayout,
  FormRow,
  toast,
  useTexts,
  type ReadProblem,
} from '@portico/ui'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { boundField } from '../../../shared/bound-field.ts'
import { needed } from '../../../shared/validation.ts'
import { HistoryButton } from '../../activity/record-history.tsx'
import { FormPanel, usePanelForm, type FormInPanel } from '../../form-panel.tsx'
import { useWorkspace } from '../../workspace-data.ts'
import { changedFields } from '../../../shared/record-form/changed-fields.ts'
import { isOvertaken, refusalToShow } from '../../../shared/record-form/overtaken.ts'
import { accountKinds, allAccountsQuery, useSaveAccount, type ReceivingAccount } from '../settings-data.ts'
import styles from '../settings.module.css'
import { settingsTexts } from '../texts.ts'

const KINDS = ['bank', 'mobile_money', 'cash', 'other'] as const
const MOST_DETAILS = 12
const MOST_STEPS = 10

interface AccountPanelProps {
  opened: boolean
  /** The account that is changed; a new one while null. */
  account: ReceivingAccount | null
  onClose: () => void
}

export function AccountPanel({ opened, account, onClose }: AccountPanelProps) {
  const t = useTexts(settingsTexts)
  return (
    <FormPanel
      opened={opened}
      item={account}
      onClose={onClose}
      title={(shown) => (shown ? t('accountTitle', { name: shown.name }) : t('newAccountTitle'))}
      width={560}
    >
      {(shown, panel) => <AccountForm account={shown} {...panel} />}
    </FormPanel>
  )
}

interface AccountValues {
  kind: ReceivingAccount['kind']
  name: string
  currency: string | null
  details: { label: string; value: string }[]
  steps: { text: string }[]
  qr_payload: string
  is_shown_to_clients: boolean
}

interface AccountFormProps extends FormInPanel {
  account: ReceivingAccount | null
}

function AccountForm({ account, onDirty, onDone }: AccountFormProps) {
  const t = useTexts(settingsTexts)
  const queries = useQueryClient()
  const { organization } = useWorkspace()
  const save = useSaveAccount()
  const [start, setStart] = useState(account)
  const [changedMeanwhile, setChanged] = useState<ReadProblem | null>(null)
  const form = usePanelForm<AccountValues>(onDirty, {
    initialValues: {
      kind: account?.kind ?? 'bank',
      name: account?.name ?? '',
      currency: account?.currency ?? organization.base_currency,
      details: account?.details.map((detail) => ({ ...detail })) ?? [{ label: '', value: '' }],
      steps: account?.steps.map((text) => ({ text })) ?? [],
      qr_payload: account?.qr_payload ?? '',
      is_shown_to_clients: account?.is_shown_to_clients ?? true,
    },
    validate: {
      name: needed,
      currency: needed,
      details: {
        label: (label: string, { details }: AccountValues, path: string) =>
          details[Number(path.split('.')[1])]?.value.trim() ? needed(label) : null,
        value: (value: string, { details }: AccountValues, path: string) =>
          details[Number(path.split('.')[1])]?.label.trim() ? needed(value) : null,
      },
    },
  })

  function bodyOf(values: AccountValues) {
    return {
      kind: values.kind,
      name: values.name.trim(),
      details: values.details
        .map(({ label, value }) => ({ label: label.trim(), value: value.trim() }))
        .filter(({ label, value }) => label && value),
      steps: values.steps.map(({ text }) => text.trim()).filter(Boolean),
      qr_payload: values.qr_payload.trim() || null,
      is_shown_to_clients: values.is_shown_to_clients,
    }
  }

  function submit(values: AccountValues) {
    const body = bodyOf(values)
    setChanged(null)
    save.mutate(
      start
        ? { account: start, body: changedFields(body, bodyOf(form.getInitialValues())) }
        : { account: null, body: { ...body, currency: values.currency ?? organization.base_currency } },
      {
        onSuccess: ({ name }) => {
          toast(t(account ? 'accountSaved' : 'accountAdded', { name }))
          onDone()
        },
        onError: (error) => {
          applyProblemToForm(form, error, (field) => field.replace(/^steps\.(\d+)$/, 'steps.$1.text'))
          if (isOvertaken(error)) void refresh()
        },
      },
    )
  }

  /** Saving again is then made from what stands there now. */
  async function refresh() {
    const answer = await queries.fetchQuery({ ...allAccountsQuery, staleTime: 0 })
    setStart(answer.data.find(({ id }) => id === account?.id) ?? start)
    setChanged({ title: t('changedMeanwhile'), detail: '', status: 412, requestId: null })
  }

  return (
    <FormLayout
      label={t(account ? 'accountTitle' : 'newAccountTitle', { name: account?.name ?? '' })}
      error={changedMeanwhile ?? refusalToShow(save.error)}
      onSubmit={form.onSubmit(submit)}
    >
      <FormRow>
        <Select
          label={t('kind')}
          allowDeselect={false}
          data={KINDS.map((value) => ({ value, label: t(accountKinds[value]) }))}
          {...form.getInputProps('kind')}
        />
        <CurrencySelect
          label={t('currency')}
          required
          disabled={account !== null}
          {...boundField(form, 'currency')}
        />
      </FormRow>
      <TextInput
        label={t('accountName')}
        description={t('accountNameHint')}
        required
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Details form={form} />
      <Steps form={form} />
      <TextInput
        label={t('qr')}
        description={t('qrHint')}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('qr_payload')}
      />
      <Checkbox
        label={t('shown')}
        description={t('shownHint')}
        {...form.getInputProps('is_shown_to_clients', { type: 'checkbox' })}
      />
      <FormActions
        note={account ? <HistoryButton size="xs" record={account.id} name={account.name} /> : undefined}
      >
        <Button type="submit" loading={save.isPending}>
          {t(account ? 'save' : 'addAccount')}
        </Button>
      </FormActions>
    </FormLayout>
  )
}

function Details({ form }: { form: UseFormReturnType<AccountValues> }) {
  const t = useTexts(settingsTexts)
  const rows = form.values.details
  return (
    <fieldset className={styles.pairs}>
      <legend>{t('details')}</legend>
      <p className={styles.quiet}>{t('detailsHint')}</p>
      {rows.map((_, index) => (
        <div key={index} className={styles.pair}>
          <TextInput
            aria-label={t('detailLabel', { row: index + 1 })}
            autoComplete="off"
            maxLength={60}
            {...form.getInputProps(`details.${index}.label`)}
          />
          <TextInput
            aria-label={t('detailValue', { row: index + 1 })}
            autoComplete="off"
            maxLength={120}
            {...form.getInputProps(`details.${index}.value`)}
          />
          <RemoveRow row={index + 1} onClick={() => form.removeListItem('details', index)} />
        </div>
      ))}
      {rows.length < MOST_DETAILS ? (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus />}
            onClick={() => form.insertListItem('details', { label: '', value: '' })}
          >
            {t('addDetail')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  )
}

function Steps({ form }: { form: UseFormReturnType<AccountValues> }) {
  const t = useTexts(settingsTexts)
  const rows = form.values.steps
  return (
    <fieldset className={styles.pairs}>
      <legend>{t('steps')}</legend>
      <p className={styles.quiet}>{t('stepsHint')}</p>
      {rows.map((_, index) => (
        <div key={index} className={styles.single}>
          <TextInput
            aria-label={t('step', { row: index + 1 })}
            leftSection={`${index + 1}.`}
            autoComplete="off"
            maxLength={300}
            {...form.getInputProps(`steps.${index}.text`)}
          />
          <RemoveRow row={index + 1} onClick={() => form.removeListItem('steps', index)} />
        </div>
      ))}
      {rows.length < MOST_STEPS ? (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus />}
            onClick={() => form.insertListItem('steps', { text: '' })}
          >
            {t('addStep')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  )
}

function RemoveRow({ row, onClick }: { row: number; onClick: () => void }) {
  const t = useTexts(settingsTexts)
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={36}
      aria-label={t('removeRow', { row })}
      onClick={onClick}
    >
      <IconX />
    </ActionIcon>
  )
}
