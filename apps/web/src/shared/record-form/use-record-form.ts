import type { UseFormReturnType } from '@mantine/form'
import { useEffect, useState } from 'react'

interface RecordForm<R> {
  /** The record as the form was filled from it. */
  from: R
  /** Fills the form again, from this record. */
  fillFrom: (record: R) => void
}

/**
 * A form over a record that others may change while it is open. What is typed is sent from the version in `from`, never
 * from one that a refetch brought meanwhile: only so does the server notice that something else was written in between.
 * While nothing is typed, a newer record is shown as it arrives.
 */
export function useRecordForm<R extends { version: number }, V extends Record<string, unknown>>(
  form: UseFormReturnType<V>,
  record: R,
  valuesOf: (record: R) => V,
): RecordForm<R> {
  const [from, setFrom] = useState(record)

  function fillFrom(next: R): void {
    const values = valuesOf(next)
    setFrom(next)
    form.setInitialValues(values)
    form.setValues(values)
    form.resetDirty(values)
  }

  const isNewer = record.version > from.version
  useEffect(() => {
    if (isNewer && !form.isDirty()) fillFrom(record)
  })

  return { from, fillFrom }
}
