import { ActionIcon, Button } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import styles from './copy-button.module.css'

export interface CopyButtonProps {
  value: string
  /** What is copied, for its name: "account number". */
  what: string
  /** `button` shows the word; `icon` stands beside a value. */
  as?: 'icon' | 'button'
}

/** The old way, which needs no permission: an office on plain HTTP still gets its text copied. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('readonly', '')
  area.className = styles.hidden ?? ''
  document.body.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  return isCopied
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

export function CopyButton({ value, what, as = 'icon' }: CopyButtonProps) {
  const t = useTexts(uiTexts)
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), 1600)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = () => void copyText(value).then(setCopied)
  const name = t('copyThis', { what })
  const icon = isCopied ? <IconCheck /> : <IconCopy />
  return (
    <>
      {as === 'button' ? (
        <Button
          variant="default"
          leftSection={icon}
          onClick={copy}
          aria-label={name}
          className={styles.button}
        >
          {t(isCopied ? 'copied' : 'copy')}
        </Button>
      ) : (
        <ActionIcon
          variant="subtle"
          color="gray"
          onClick={copy}
          aria-label={name}
          title={isCopied ? t('copied') : name}
          className={styles.icon}
        >
          {icon}
        </ActionIcon>
      )}
      <span role="status" className={styles.hidden}>
        {isCopied ? t('copied') : ''}
      </span>
    </>
  )
}
