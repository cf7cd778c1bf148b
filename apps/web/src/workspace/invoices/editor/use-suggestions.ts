import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { findPriceItems, type PriceItem } from '../lookups.ts'

export interface Suggestions {
  items: readonly PriceItem[]
  /** Position of the marked item, -1 for none. */
  active: number
  setActive: (active: number) => void
  ask: (text: string) => void
  close: () => void
}

/** Items of the price list for what is being typed. A lost connection only means that nothing is suggested. */
export function useSuggestions(isOn: boolean): Suggestions {
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [items, setItems] = useState<readonly PriceItem[]>([])
  const [active, setActive] = useState(-1)

  useEffect(() => {
    if (!isOn || text.trim() === '') {
      setItems([])
      return
    }
    const abort = new AbortController()
    findPriceItems(queries, text.trim(), abort.signal).then(
      (found) => {
        if (abort.signal.aborted) return
        setItems(found)
        setActive(-1)
      },
      () => !abort.signal.aborted && setItems([]),
    )
    return () => abort.abort()
  }, [text, isOn, queries])

  return {
    items,
    active,
    setActive,
    ask: setText,
    close: () => {
      setText('')
      setItems([])
      setActive(-1)
    },
  }
}
