import { ActionIcon, Button, Checkbox, Select, TextInput, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import {
  applyProblemToForm,
  ConfirmMoney,
  CurrencySelect,
  DecimalInput,
  FormActions,
  FormLayout,
  FormRow,
  problemOf,
  toast,
  useTexts,
  type ReadProblem,
} from '@portico/ui'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { needed } from '../../shared/validation.ts'
import { HistoryButton } from '../activity/record-history.tsx'
import { FormPanel, usePanelForm, type FormInPanel } from '../form-panel.tsx'
import { taxRatesQuery } from '../invoices/lookups.ts'
import { changedFields } from '../../shared/record-form/changed-fields.ts'
import { isOvertaken, refusalToShow } from '../../shared/record-form/overtaken.ts'
import { useWorkspace } from '../workspace-data.ts'
import { priceItem, useDeleteItem, useSaveItem, type PriceItem } from './prices-data.ts'
import styles from './prices.module.css'
import { priceTexts } from './texts.ts'

interface PriceItemPanelProps {
  opened: boolean
  /** The item that is changed; a new one while null. */
  item: PriceItem | null
  onClose: () => void
}

export function PriceItemPanel({ opened, item, onClose }: PriceItemPanelProps) {
  const t = useTexts(priceTexts)
  return (
    <FormPanel
      opened={opened}
      item={item}
      onClose={onClose}
      title={(shown) => (shown ? t('editItem', { name: shown.name }) : t('newItem'))}
      width={520}
    >
      {(shown, panel) => <PriceItemForm item={shown} {...panel} />}
    </FormPanel>
  )
}

interface ItemValues {
  name: string
  code: string
  description: string
  unit: string
  tax_rate_key: string
  prices: { currency: string | null; price: string }[]
  is_active: boolean
}

interface PriceItemFormProps extends FormInPanel {
  item: PriceItem | null
}

/** "Website care" → "WEBSITE-CARE": a suggestion until the code is typed. */
function codeOf(name: string): string {
  return name
    .normalize('NFKD')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 24)
}

function PriceItemForm({ item, onDirty, onDone }: PriceItemFormProps) {
  const t = useTexts(priceTexts)
  const { organization, today, can } = useWorkspace()
  const rates = useQuery({ ...taxRatesQuery(today), enabled: can('taxes.rate.read') })
  const save = useSaveItem()
  const remove = useDeleteItem()
  const [start, setStart] = useState(item)
  const [isCodeTyped, setCodeTyped] = useState(item !== null)
  const [isDeleting, setDeleting] = useState(false)
  const [changedMeanwhile, setChanged] = useState<ReadProblem | null>(null)
  const form = usePanelForm<ItemValues>(onDirty, {
    initialValues: {
      name: item?.name ?? '',
      code: item?.code ?? '',
      description: item?.description ?? '',
      unit: item?.unit ?? '',
      tax_rate_key: item?.tax_rate_key ?? '',
      prices: item?.prices.map((price) => ({ ...price })) ?? [
        { currency: organization.base_currency, price: '' },
      ],
      is_active: item?.is_active ?? true,
    },
    validate: {
      name: needed,
      code: needed,
      prices: {
        currency: (currency: string | null, { prices }: ItemValues) =>
          prices.filter((row) => row.currency === currency).length > 1 ? t('currencyTwice') : null,
      },
    },
  })

  function bodyOf(values: ItemValues) {
    const prices = values.prices.flatMap(({ currency, price }) =>
      currency && price ? [{ currency, price }] : [],
    )
    return {
      name: values.name.trim(),
      code: values.code.trim(),
      description: values.description.trim() || null,
      unit: values.unit.trim() || null,
      tax_rate_key: values.tax_rate_key || null,
      prices,
      is_active: values.is_active,
    }
  }

  function submit(values: ItemValues) {
    setChanged(null)
    save.mutate(
      start
        ? { item: start, body: changedFields(bodyOf(values), bodyOf(form.getInitialValues())) }
        : { item: null, body: bodyOf(values) },
      {
        onSuccess: ({ name }) => {
          toast(t(item ? 'saved' : 'added', { name }))
          onDone()
        },
        onError: (error) => {
          applyProblemToForm(form, error)
          const problem = problemOf(error)
          if (problem?.code === 'duplicate_code' && !problem.errors?.length)
            form.setFieldError('code', problem.detail)
          if (isOvertaken(error) && item) void refresh(item.id)
        },
      },
    )
  }

  /** Saving again is then made from what stands there now. */
  async function refresh(id: string) {
    setStart(await priceItem(id))
    setChanged({ title: t('changedMeanwhile'), detail: '', status: 412, requestId: null })
  }

  const current = new Map((rates.data?.data ?? []).map((rate) => [rate.key, rate.name]))
  return (
    <>
      <FormLayout
        label={item ? t('editItem', { name: item.name }) : t('newItem')}
        error={changedMeanwhile ?? refusalToShow(save.error)}
        onSubmit={form.onSubmit(submit)}
      >
        <TextInput
          label={t('name')}
          required
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
          onChange={(event) => {
            const name = event.currentTarget.value
            form.setFieldValue('name', name)
            if (!isCodeTyped) form.setFieldValue('code', codeOf(name))
          }}
        />
        <FormRow>
          <TextInput
            label={t('code')}
            description={t('codeHint')}
            required
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps('code')}
            onChange={(event) => {
              setCodeTyped(true)
              form.setFieldValue('code', event.currentTarget.value)
            }}
          />
          <TextInput
            label={t('unit')}
            description={t('unitHint')}
            autoComplete="off"
            {...form.getInputProps('unit')}
          />
        </FormRow>
        <Textarea
          label={t('description')}
          description={t('descriptionHint')}
          autosize
          minRows={2}
          maxLength={2000}
          {...form.getInputProps('description')}
        />
        {current.size > 0 || form.values.tax_rate_key ? (
          <Select
            label={t('taxRate')}
            allowDeselect={false}
            data={[
              { value: '', label: t('taxDefault') },
              ...[...current].map(([value, label]) => ({ value, label })),
              ...(form.values.tax_rate_key && !current.has(form.values.tax_rate_key)
                ? [{ value: form.values.tax_rate_key, label: form.values.tax_rate_key }]
                : []),
            ]}
            {...form.getInputProps('tax_rate_key')}
          />
        ) : null}
        <fieldset className={styles.rows}>
          <legend>{t('prices')}</legend>
          <p className={styles.hint}>{t('pricesHint')}</p>
          {form.values.prices.map((row, index) => (
            <div key={index} className={styles.row}>
              <CurrencySelect
                label={null}
                aria-label={t('currencyRow', { row: index + 1 })}
                favourites={[organization.base_currency]}
                value={row.currency}
                onChange={(currency) => form.setFieldValue(`prices.${index}.currency`, currency)}
                error={form.errors[`prices.${index}.currency`]}
              />
              <DecimalInput
                label={null}
                aria-label={t('priceRow', { row: index + 1 })}
                value={row.price}
                onChange={(price) => form.setFieldValue(`prices.${index}.price`, price)}
                error={form.errors[`prices.${index}.price`]}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('removePrice', { row: index + 1 })}
                onClick={() => form.removeListItem('prices', index)}
              >
                <IconX />
              </ActionIcon>
            </div>
          ))}
          <div>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPlus />}
              onClick={() => form.insertListItem('prices', { currency: null, price: '' })}
            >
              {t('addPrice')}
            </Button>
          </div>
        </fieldset>
        {item ? (
          <Checkbox label={t('inUse')} {...form.getInputProps('is_active', { type: 'checkbox' })} />
        ) : null}
        <FormActions note={item ? <HistoryButton size="xs" record={item.id} name={item.name} /> : undefined}>
          <Button type="submit" loading={save.isPending}>
            {t(item ? 'save' : 'add')}
          </Button>
          {item ? (
            <Button variant="subtle" color="red" onClick={() => setDeleting(true)}>
              {t('delete')}
            </Button>
          ) : null}
        </FormActions>
      </FormLayout>
      {item ? (
        <ConfirmMoney
          opened={isDeleting}
          onClose={() => setDeleting(false)}
          question={t('deleteQuestion', { name: item.name })}
          consequence={t('deleteEffect')}
          deed={t('delete')}
          isDangerous
          onConfirm={async () => {
            await remove.mutateAsync(item.id)
            toast(t('deleted', { name: item.name }))
            onDone()
          }}
        />
      ) : null}
    </>
  )
}
