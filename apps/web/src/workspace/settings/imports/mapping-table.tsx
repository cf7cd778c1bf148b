import { Button, Select } from '@mantine/core'
import { useTexts } from '@portico/ui'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schema } from '../../../shared/api.ts'
import type { ImportFile } from './imports-data.ts'
import styles from './imports.module.css'
import { importTexts } from './texts.ts'

/** Beside what is needed and what is mapped: what most files have. */
const COMMON = new Set([
  'email',
  'phone',
  'currency',
  'due_date',
  'total',
  'paid',
  'line_name',
  'line_quantity',
  'line_price',
  'description',
  'method',
])

interface MappingTableProps {
  file: ImportFile
  fields: readonly Schema<'ImportField'>[]
  mapping: Record<string, number>
  onChange: (mapping: Record<string, number>) => void
}

/** Our fields, each with the column that holds it and what the file's first rows say there. */
export function MappingTable({ file, fields, mapping, onChange }: MappingTableProps) {
  const t = useTexts(importTexts)
  const [isAll, setAll] = useState(false)
  const shown = fields.filter(
    ({ key, is_required: isNeeded }) => isAll || isNeeded || key in mapping || COMMON.has(key),
  )
  const columns = file.columns.map((name, position) => ({
    value: String(position),
    label: nameOf(name, position, file.columns) || t('columnNameless', { position: position + 1 }),
  }))
  const used = new Set(Object.values(mapping))
  const unused = columns.filter(({ value }) => !used.has(Number(value)))
  const sampleOf = (position: number | undefined) =>
    position === undefined ? [] : file.sample.slice(0, 3).map((row) => row[position] ?? '')
  const choose = (key: string, value: string | null) => {
    const { [key]: _, ...others } = mapping
    onChange(value === null ? others : { ...others, [key]: Number(value) })
  }
  return (
    <>
      <table className={styles.mapping} role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t('field')}
            </th>
            <th role="columnheader" scope="col">
              {t('column')}
            </th>
            <th role="columnheader" scope="col">
              {t('sample')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((field) => {
            const position = mapping[field.key]
            return (
              <tr key={field.key} role="row" data-set={position !== undefined || undefined}>
                <th role="rowheader" scope="row">
                  {field.label}
                  {field.is_required ? <span className={styles.mark}>{t('needed')}</span> : null}
                </th>
                <td role="cell">
                  <Select
                    aria-label={`${field.label}: ${t('column')}`}
                    placeholder={t('noColumn')}
                    searchable
                    clearable
                    error={field.is_required && position === undefined}
                    data={columns}
                    value={position === undefined ? null : String(position)}
                    onChange={(value) => choose(field.key, value)}
                  />
                </td>
                <td role="cell">
                  <ul className={styles.samples}>
                    {sampleOf(position).map((value, index) => (
                      <li key={index} title={value}>
                        {value.trim() === '' ? <i>{t('emptySample')}</i> : value}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {shown.length < fields.length ? (
        <div>
          <Button variant="subtle" size="compact-sm" leftSection={<IconPlus />} onClick={() => setAll(true)}>
            {t('moreFields', { count: fields.length - shown.length })}
          </Button>
        </div>
      ) : null}
      {unused.length > 0 ? (
        <p className={styles.quiet}>
          {t('unmapped', { count: unused.length, names: unused.map(({ label }) => label).join(', ') })}
        </p>
      ) : null}
    </>
  )
}

/** Two columns of one name are told apart by their place. */
function nameOf(name: string, position: number, all: readonly string[]): string {
  const isTwice = all.filter((other) => other === name).length > 1
  return name.trim() !== '' && isTwice ? `${name} (${position + 1})` : name.trim()
}
