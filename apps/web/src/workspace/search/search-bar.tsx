import { UnstyledButton } from '@mantine/core'
import { useTexts } from '@portico/ui'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import styles from './search-bar.module.css'
import { searchTexts } from './texts.ts'

// The palette's script is fetched when somebody is about to use it.
const loadPalette = () => import('./palette.tsx')
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }))

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The search of the header: looks like the field that it opens. Ctrl/⌘ K from anywhere, `/` where nothing is being typed. */
export function SearchBar() {
  const t = useTexts(searchTexts)
  const [isOpen, setOpen] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)

  useEffect(() => {
    const open = () => {
      setWasOpened(true)
      setOpen(true)
    }
    const onKey = (event: KeyboardEvent) => {
      const isPalette =
        event.key.toLowerCase() === 'k' &&
        (event.ctrlKey || event.metaKey) &&
        !event.altKey &&
        !event.shiftKey
      const isSlash =
        event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
      if (!isPalette && !isSlash) return
      event.preventDefault()
      if (isPalette) {
        setWasOpened(true)
        setOpen((before) => !before)
      } else open()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  return (
    <>
      <UnstyledButton
        className={styles.bar}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K /"
        onPointerEnter={() => void loadPalette()}
        onFocus={() => void loadPalette()}
        onClick={() => {
          setWasOpened(true)
          setOpen(true)
        }}
      >
        <IconSearch aria-hidden />
        <span className={styles.words}>{t('placeholder')}</span>
        <kbd aria-hidden className={styles.keys}>
          {t(isApple ? 'keysApple' : 'keys')}
        </kbd>
      </UnstyledButton>
      {wasOpened ? (
        <Suspense fallback={null}>
          <Palette opened={isOpen} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

/** A field takes the key itself, and so does a dialog that is open. */
function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"][aria-modal="true"]')) return true
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
