import { Checkbox } from '@mantine/core'
import styles from './row-checkbox.module.css'

export interface RowCheckboxProps {
  /** Spoken, not shown. */
  label: string
  checked: boolean
  isPartly?: boolean
  onChange: (isOn: boolean) => void
}

/** The whole cell is the target, so that a near miss still selects and does not open the row. */
export function RowCheckbox({ label, checked, isPartly, onChange }: RowCheckboxProps) {
  return (
    <label className={styles.target}>
      <Checkbox
        size="xs"
        aria-label={label}
        checked={checked}
        indeterminate={isPartly === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  )
}
