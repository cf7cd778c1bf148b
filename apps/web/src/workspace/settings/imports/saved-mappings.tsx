import { ActionIcon, Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast, toastProblem, useTexts } from '@portico/ui'
import { IconX } from '@tabler/icons-react'
import { api, unwrap, type Schema } from '../../../shared/api.ts'
import { savedMappingsQuery } from './imports-data.ts'
import styles from './imports.module.css'
import { importTexts } from './texts.ts'

interface SavedMappingsProps {
  mappings: readonly Schema<'SavedMapping'>[]
  /** Of the file that is mapped: only mappings of the same columns fit. */
  columns: readonly string[]
  onUse: (mapping: Schema<'SavedMapping'>) => void
}

export function SavedMappings({ mappings, columns, onUse }: SavedMappingsProps) {
  const t = useTexts(importTexts)
  const queries = useQueryClient()
  const forget = useMutation({
    mutationFn: (name: string) =>
      unwrap(api.DELETE('/v1/import-mappings/{name}', { params: { path: { name } } })),
    onSuccess: (_, name) => {
      toast(t('forgotten', { name }))
      return queries.invalidateQueries({ queryKey: savedMappingsQuery.queryKey })
    },
    onError: toastProblem,
  })
  const fitting = mappings.filter((mapping) => isSame(mapping.columns, columns))
  if (fitting.length === 0) return null
  return (
    <section aria-label={t('saved')} className={styles.saved}>
      <h2 className={styles.savedTitle}>{t('saved')}</h2>
      <ul className={styles.savedList}>
        {fitting.map((mapping) => (
          <li key={mapping.name}>
            <Button size="xs" variant="default" onClick={() => onUse(mapping)}>
              {t('useSaved', { name: mapping.name })}
            </Button>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              aria-label={t('forgetSaved', { name: mapping.name })}
              onClick={() => forget.mutate(mapping.name)}
            >
              <IconX />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  )
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length &&
  a.every((name, index) => name.trim().toLowerCase() === b[index]?.trim().toLowerCase())
