import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import {
  ErrorState,
  FormActions,
  FormLayout,
  FormRow,
  PageHeader,
  Problem,
  SkeletonPage,
  toast,
  useTexts,
} from '@portico/ui'
import { useState } from 'react'
import { RouteNotFound } from '../../../shared/route-states.tsx'
import { useUnsavedGuard } from '../../../shared/unsaved-guard.tsx'
import { useWorkspaceBase } from '../../workspace-data.ts'
import {
  importFieldsQuery,
  importQuery,
  KINDS,
  savedMappingsQuery,
  useChangeFile,
  type Import,
  type ImportFile,
  type ImportKind,
} from './imports-data.ts'
import styles from './imports.module.css'
import { MappingTable } from './mapping-table.tsx'
import { SavedMappings } from './saved-mappings.tsx'
import { importTexts } from './texts.ts'

/** `/settings/imports/<batch>/files/<file>`: which column says what. */
export function ColumnsPage() {
  const { import: id = '', file: fileId = '' } = useParams({ strict: false }) as {
    import?: string
    file?: string
  }
  const query = useQuery(importQuery(id))
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <SkeletonPage />
  const file = query.data.files.find((one) => one.id === fileId)
  return file ? <Columns key={fileId} batch={query.data} file={file} /> : <RouteNotFound />
}

export interface MappingValues {
  kind: ImportKind | null
  /** Our field → position of its column. */
  mapping: Record<string, number>
  date_order: ImportFile['date_order']
  decimal_mark: ImportFile['decimal_mark']
  save_as: string
}

function Columns({ batch, file }: { batch: Import; file: ImportFile }) {
  const t = useTexts(importTexts)
  const base = `${useWorkspaceBase()}/settings/imports`
  const navigate = useNavigate()
  const fields = useQuery(importFieldsQuery)
  const saved = useQuery(savedMappingsQuery)
  const change = useChangeFile(batch.id)
  const [values, setValues] = useState<MappingValues>({
    kind: file.kind,
    mapping: file.mapping,
    date_order: file.date_order,
    decimal_mark: file.decimal_mark,
    save_as: '',
  })
  const [isDirty, setDirty] = useState(false)
  const guard = useUnsavedGuard(isDirty)
  const set = (given: Partial<MappingValues>) => {
    setDirty(true)
    setValues((before) => ({ ...before, ...given }))
  }
  const known = fields.data?.kinds.find(({ kind }) => kind === values.kind)?.fields ?? []
  const missing = known.filter((field) => field.is_required && values.mapping[field.key] === undefined)
  const delimiters: Record<string, string> = {
    ',': t('delimiterComma'),
    ';': t('delimiterSemicolon'),
    '\t': t('delimiterTab'),
  }

  /** Another kind has other fields: columns that are named like one are its own. */
  function asKind(kind: ImportKind): Partial<MappingValues> {
    const taken = fields.data?.kinds.find((one) => one.kind === kind)?.fields ?? []
    const named = taken.flatMap(({ key, label }) => {
      const position = file.columns.findIndex(
        (name) => plain(name) === plain(label) || plain(name) === plain(key),
      )
      return position < 0 ? [] : [[key, position] as const]
    })
    return { kind, mapping: { ...Object.fromEntries(named), ...values.mapping } }
  }

  function submit() {
    if (!values.kind) return
    const keys = new Set(known.map(({ key }) => key))
    change.mutate(
      {
        fileId: file.id,
        body: {
          kind: values.kind,
          mapping: Object.fromEntries(Object.entries(values.mapping).filter(([key]) => keys.has(key))),
          date_order: values.date_order,
          decimal_mark: values.decimal_mark,
          ...(values.save_as.trim() && { save_as: values.save_as.trim() }),
        },
      },
      {
        onSuccess: () => {
          setDirty(false)
          toast(t('mappingSaved', { name: file.name }))
          void navigate({ to: `${base}/${batch.id}`, ignoreBlocker: true })
        },
      },
    )
  }

  return (
    <>
      {guard}
      <PageHeader
        title={t('columnsOf', { name: file.name })}
        breadcrumbs={[
          { label: t('title'), href: base },
          { label: batch.source ? t(`source_${batch.source}`) : t('files'), href: `${base}/${batch.id}` },
        ]}
        subtitle={t('fileDetails', {
          delimiter: delimiters[file.delimiter] ?? t('delimiterOther', { delimiter: `“${file.delimiter}”` }),
          encoding: file.encoding.toUpperCase(),
          line: file.header_line,
        })}
      />
      <FormLayout
        label={t('columnsOf', { name: file.name })}
        width="wide"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <p className={styles.lead}>{t('mappingIntro')}</p>
        <SavedMappings
          mappings={saved.data?.data ?? []}
          columns={file.columns}
          onUse={(mapping) =>
            set({
              kind: mapping.kind,
              mapping: mapping.mapping,
              date_order: mapping.date_order,
              decimal_mark: mapping.decimal_mark,
            })
          }
        />
        <div className={styles.mappingHead}>
          <Select
            label={t('whatIsIt')}
            required
            allowDeselect={false}
            data={KINDS.map((value) => ({ value, label: t(`kind_${value}`) }))}
            value={values.kind}
            onChange={(kind) => set(asKind(kind as ImportKind))}
          />
        </div>
        {fields.error && !fields.data ? (
          <ErrorState error={fields.error} onRetry={() => void fields.refetch()} />
        ) : values.kind && known.length > 0 ? (
          <>
            <MappingTable
              file={file}
              fields={known}
              mapping={values.mapping}
              onChange={(mapping) => set({ mapping })}
            />
            <div className={styles.mappingHead}>
              <FormRow>
                <Select
                  label={t('dateOrder')}
                  allowDeselect={false}
                  data={(['auto', 'dmy', 'mdy', 'ymd'] as const).map((value) => ({
                    value,
                    label: t(`dateOrder_${value}`),
                  }))}
                  value={values.date_order ?? 'auto'}
                  onChange={(value) =>
                    set({ date_order: value === 'auto' ? null : (value as MappingValues['date_order']) })
                  }
                />
                <Select
                  label={t('decimalMark')}
                  allowDeselect={false}
                  data={[
                    { value: 'auto', label: t('decimalMark_auto') },
                    { value: '.', label: t('decimalMark_point') },
                    { value: ',', label: t('decimalMark_comma') },
                  ]}
                  value={values.decimal_mark ?? 'auto'}
                  onChange={(value) =>
                    set({
                      decimal_mark: value === 'auto' ? null : (value as MappingValues['decimal_mark']),
                    })
                  }
                />
              </FormRow>
              <TextInput
                label={t('saveAs')}
                description={t('saveAsHint')}
                autoComplete="off"
                maxLength={80}
                value={values.save_as}
                onChange={(event) => set({ save_as: event.currentTarget.value })}
              />
            </div>
            {missing.length > 0 ? (
              <p role="status" className={styles.missing}>
                {t('missingFields', { names: missing.map(({ label }) => label).join(', ') })}
              </p>
            ) : null}
          </>
        ) : null}
        {change.error ? <Problem error={change.error} /> : null}
        <FormActions>
          <Button type="submit" loading={change.isPending} disabled={!values.kind || missing.length > 0}>
            {t('useColumns')}
          </Button>
        </FormActions>
      </FormLayout>
    </>
  )
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
