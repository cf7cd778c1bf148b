import { ActionIcon, Button, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTexts } from '@portico/ui'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import type { ClientValues } from './client-form-values.ts'
import styles from './client-form.module.css'
import { clientTexts } from './texts.ts'

/** Free attributes as rows of name and value. */
export function MetadataEditor({ form }: { form: UseFormReturnType<ClientValues> }) {
  const t = useTexts(clientTexts)
  const list = useRef<HTMLDivElement>(null)
  const rows = form.values.metadata

  function add() {
    const row = Math.max(-1, ...rows.map((one) => one.row)) + 1
    form.insertListItem('metadata', { row, key: '', value: '' })
    // The new row is drawn after this; its first field is where the person goes on.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLInputElement>(`[data-row="${row}"] input`)?.focus(),
    )
  }

  return (
    <div ref={list} className={styles.metadata}>
      {rows.map(({ row, key }, index) => (
        <div key={row} data-row={row} className={styles.metadataRow}>
          <TextInput
            aria-label={t('metadataKey', { row: index + 1 })}
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps(`metadata.${index}.key`)}
          />
          <TextInput
            aria-label={t('metadataValue', { row: index + 1 })}
            autoComplete="off"
            {...form.getInputProps(`metadata.${index}.value`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('metadataRemove', { key: key || String(index + 1) })}
            onClick={() => form.removeListItem('metadata', index)}
          >
            <IconX />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus />} onClick={add}>
          {t('metadataAdd')}
        </Button>
      </div>
    </div>
  )
}
