import { Button } from '@mantine/core'
import { useTexts } from '@portico/ui'
import { IconUpload } from '@tabler/icons-react'
import { useRef, useState, type DragEvent } from 'react'
import styles from './imports.module.css'
import { importTexts } from './texts.ts'

interface FilesDropProps {
  onFiles: (files: File[]) => void
  /** Small, where some files are there already. */
  isSmall?: boolean
  disabled?: boolean
}

/** Several files by dropping or choosing. */
export function FilesDrop({ onFiles, isSmall = false, disabled = false }: FilesDropProps) {
  const t = useTexts(importTexts)
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const drag = (event: DragEvent, isInside: boolean) => {
    event.preventDefault()
    setOver(isInside)
  }
  const take = (files: FileList | null | undefined) => {
    if (files && files.length > 0 && !disabled) onFiles([...files])
  }
  return (
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      data-small={isSmall || undefined}
      onDragEnter={(event) => drag(event, true)}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false)
        take(event.dataTransfer.files)
      }}
    >
      <p>
        <span className={styles.mouseOnly}>{t(isOver ? 'dropHere' : 'dropTitle')}</span>
        <span className={styles.touchOnly}>{t('dropTouch')}</span>
        <span className={styles.kinds}>{t('dropKinds')}</span>
      </p>
      <Button
        variant="default"
        leftSection={<IconUpload />}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {t(isSmall ? 'addMore' : 'choose')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        className={styles.hiddenInput}
        aria-label={t('choose')}
        tabIndex={-1}
        onChange={(event) => {
          take(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}
