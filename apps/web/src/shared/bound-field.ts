import type { UseFormReturnType } from '@mantine/form'
import type { ReactNode } from 'react'

export interface BoundField<Value> {
  value: Value
  onChange: (value: Value) => void
  onBlur: () => void
  error: ReactNode
}

/** `{...boundField(form, 'currency')}` for fields that give their value rather than an event; typed, unlike `getInputProps`. */
export function boundField<Values extends object, Key extends keyof Values & string>(
  form: UseFormReturnType<Values>,
  key: Key,
): BoundField<Values[Key]> {
  return {
    value: form.values[key],
    onChange: (value) => {
      form.setFieldValue(key, value as never)
      form.clearFieldError(key)
    },
    onBlur: () => form.setTouched({ ...form.getTouched(), [key]: true }),
    error: form.errors[key],
  }
}
