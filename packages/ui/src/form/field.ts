import type { ReactNode } from 'react'

/** What every field of ours has in common. `error` comes from the form and wins over the field's own. */
export interface FieldProps {
  label: ReactNode
  /** Spoken name where the label is not shown: fields inside a table. */
  'aria-label'?: string
  description?: ReactNode
  error?: ReactNode
  required?: boolean
  disabled?: boolean
  placeholder?: string
  autoFocus?: boolean
  name?: string
  className?: string | undefined
  onBlur?: () => void
}
