import { Button, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import {
  applyProblemToForm,
  DateInput,
  DecimalInput,
  FormActions,
  FormLayout,
  FormRow,
  SidePanel,
  toast,
  useTexts,
} from '@portico/ui'
import { useState } from 'react'
import { boundField } from '../../../shared/bound-field.ts'
import { needed } from '../../../shared/validation.ts'
import { useWorkspace } from '../../workspace-data.ts'
import { useAddTaxRate, type TaxRate } from '../settings-data.ts'
import { settingsTexts } from '../texts.ts'

const CATEGORIES = ['standard', 'zero', 'exempt', 'reverse', 'out_of_scope'] as const
const KEY = /^[a-z0-9][a-z0-9_-]{0,31}$/

interface TaxRatePanelProps {
  opened: boolean
  /** The rate that gets a new percentage; a new rate while null. */
  of: TaxRate | null
  onClose: () => void
}

/** A new rate, or a new percentage of one from a date on. */
export function TaxRatePanel({ opened, of, onClose }: TaxRatePanelProps) {
  const t = useTexts(settingsTexts)
  const [shown, setShown] = useState(of)
  if (opened && of !== shown) setShown(of)
  return (
    <SidePanel
      opened={opened}
      onClose={onClose}
      title={shown ? t('newPercentTitle', { name: shown.name }) : t('addRateTitle')}
    >
      <TaxRateForm key={shown?.id ?? 'new'} of={shown} onDone={onClose} />
    </SidePanel>
  )
}

/** "VAT 18%" → "vat-18": a suggestion until the key is typed. */
function keyOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 32)
}

function TaxRateForm({ of, onDone }: { of: TaxRate | null; onDone: () => void }) {
  const t = useTexts(settingsTexts)
  const { today } = useWorkspace()
  const add = useAddTaxRate()
  const [isKeyTyped, setKeyTyped] = useState(of !== null)
  const form = useForm({
    initialValues: {
      name: of?.name ?? '',
      key: of?.key ?? '',
      category: of?.category ?? 'standard',
      percent: of?.category === 'standard' ? '' : '0',
      exemption_reason: of?.exemption_reason ?? '',
      valid_from: today,
    },
    validate: {
      name: needed,
      key: (key) => (KEY.test(key) ? null : t('rateKeyRule')),
      percent: (percent, { category }) => (category === 'standard' ? needed(percent) : null),
      valid_from: needed,
    },
  })
  const isStandard = form.values.category === 'standard'

  function submit({ name, key, category, percent, exemption_reason, valid_from }: typeof form.values) {
    const body = {
      name: name.trim(),
      key,
      category,
      percent: category === 'standard' ? percent : '0',
      exemption_reason: category === 'standard' ? null : exemption_reason.trim() || null,
      valid_from,
    }
    add.mutate(body, {
      onSuccess: () => {
        toast(t('rateAdded', { name: body.name }))
        onDone()
      },
      onError: (error) => applyProblemToForm(form, error),
    })
  }

  return (
    <FormLayout label={t('addRateTitle')} error={add.error} onSubmit={form.onSubmit(submit)}>
      {of ? <p>{t('newPercentHint')}</p> : null}
      {of ? null : (
        <Select
          label={t('category')}
          allowDeselect={false}
          data={CATEGORIES.map((value) => ({ value, label: t(`category_${value}`) }))}
          {...form.getInputProps('category')}
        />
      )}
      <TextInput
        label={t('rateName')}
        description={t('rateNameHint')}
        required
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
        onChange={(event) => {
          const name = event.currentTarget.value
          form.setFieldValue('name', name)
          if (!isKeyTyped) form.setFieldValue('key', keyOf(name))
        }}
      />
      {of ? null : (
        <TextInput
          label={t('rateKey')}
          description={t('rateKeyHint')}
          required
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('key')}
          onChange={(event) => {
            setKeyTyped(true)
            form.setFieldValue('key', event.currentTarget.value)
          }}
        />
      )}
      <FormRow>
        {isStandard ? (
          <DecimalInput label={t('percent')} suffix="%" required {...boundField(form, 'percent')} />
        ) : (
          <TextInput
            label={t('exemptionReason')}
            autoComplete="off"
            {...form.getInputProps('exemption_reason')}
          />
        )}
        <DateInput label={t('startsOn')} required {...boundField(form, 'valid_from')} />
      </FormRow>
      <FormActions>
        <Button type="submit" loading={add.isPending}>
          {t(of ? 'newPercent' : 'addRate')}
        </Button>
      </FormActions>
    </FormLayout>
  )
}
