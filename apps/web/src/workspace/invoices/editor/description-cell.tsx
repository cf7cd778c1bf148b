import { exponentOf } from '@portico/money'
import { useLocale, useTexts } from '@portico/ui'
import { useId, type KeyboardEvent } from 'react'
import type { PriceItem } from '../lookups.ts'
import { formatDecimal, TextCell, type CellProps } from './line-cells.tsx'
import styles from './lines.module.css'
import { editorTexts } from './texts.ts'
import { useSuggestions } from './use-suggestions.ts'

/** What a line is for: free text, with the price list's items under it while typing. Arrows mark one, Enter takes it. */
export function DescriptionCell(
  props: CellProps & {
    value: string
    currency: string
    hasItems: boolean
    onChange: (value: string) => void
    onPick: (item: PriceItem) => void
  },
) {
  const { value, currency, hasItems, onChange, onPick, ...cell } = props
  const t = useTexts(editorTexts)
  const locale = useLocale()
  const id = useId()
  const { items, active, setActive, ask, close } = useSuggestions(hasItems)

  function pick(item: PriceItem) {
    close()
    onPick(item)
  }

  function press(event: KeyboardEvent<HTMLElement>) {
    if (items.length === 0 || event.altKey || event.ctrlKey || event.metaKey) return
    const marked = items[active]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive(wrap(active + step, items.length))
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    } else if ((event.key === 'Enter' || event.key === 'Tab') && marked) {
      event.preventDefault()
      event.stopPropagation()
      pick(marked)
    }
  }

  const priceOf = (item: PriceItem) => item.prices.find((price) => price.currency === currency)?.price
  return (
    <div className={styles.description}>
      <TextCell
        {...cell}
        isArea
        className={styles.what}
        value={value}
        placeholder={t('descriptionPlaceholder')}
        maxLength={500}
        list={hasItems ? { id, active: active >= 0 ? `${id}-${active}` : undefined } : undefined}
        onChange={(text) => {
          const single = text.replace(/\s*\n\s*/g, ' ')
          onChange(single)
          ask(single)
        }}
        onKeyDown={press}
        onBlur={close}
      />
      <ul id={id} role="listbox" aria-label={t('items')} className={styles.items} hidden={items.length === 0}>
        {items.map((item, index) => (
          <li
            key={item.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles.item}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(item)}
            onPointerEnter={() => setActive(index)}
          >
            <span className={styles.itemName}>
              {item.name}
              <span className={styles.itemCode}>{item.code}</span>
            </span>
            <span className={styles.itemPrice}>
              {priceOf(item)
                ? formatDecimal(priceOf(item) ?? '0', locale, exponentOf(currency))
                : t('noPrice', { currency })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function wrap(position: number, length: number): number {
  if (position < -1) return length - 1
  return position >= length ? -1 : position
}
