import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { Problem } from '../feedback/problem.tsx'
import { problemOf } from '../feedback/read-problem.ts'
import styles from './form-layout.module.css'

export interface FormLayoutProps {
  /** Usually `form.onSubmit(save)` of `@mantine/form`. Ctrl or ⌘ with Enter calls it from any field. */
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  /** What the last attempt was refused with; the first field with an error gets the focus. */
  error?: unknown
  /** `wide` for editors; forms are one readable column otherwise. */
  width?: 'column' | 'wide'
  children: ReactNode
  /** Accessible name when the page's title does not say it. */
  label?: string
}

/** The one form: sections, the refusal on top, the actions at the foot. */
export function FormLayout({ onSubmit, error, width = 'column', children, label }: FormLayoutProps) {
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (!error) return
    const invalid = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const target = invalid ?? form.current?.querySelector<HTMLElement>('[role="alert"]')
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: 'center' })
  }, [error])

  function submitByKey(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.current?.requestSubmit()
  }

  return (
    <form
      ref={form}
      noValidate
      className={styles.form}
      data-width={width}
      onSubmit={onSubmit}
      onKeyDown={submitByKey}
      aria-label={label}
    >
      {error ? <Problem error={error} key={problemOf(error)?.request_id} /> : null}
      {children}
    </form>
  )
}

export interface FormSectionProps {
  title?: string
  /** What these fields change, in one sentence. */
  detail?: ReactNode
  children: ReactNode
}

export function FormSection({ title, detail, children }: FormSectionProps) {
  return (
    <section className={styles.section}>
      {title ? (
        <div className={styles.head}>
          <h2>{title}</h2>
          {detail ? <p className={styles.detail}>{detail}</p> : null}
        </div>
      ) : null}
      {children}
    </section>
  )
}

/** Fields side by side where there is room; `columns` shares the width, "2fr 1fr". */
export function FormRow({ columns, children }: { columns?: string; children: ReactNode }) {
  return (
    <div className={styles.fields} style={columns ? { gridTemplateColumns: columns } : undefined}>
      {children}
    </div>
  )
}

/** The `description` of a field whose neighbour in the row has one: it keeps their inputs on one line, and goes where they stand below each other. */
export const NO_HINT = <span data-no-hint>{'\u00a0'}</span>

export interface FormActionsProps {
  /** The primary button first; on a phone it is widest and the foot stays in view. */
  children: ReactNode
  /** Quiet text at the other end: "Saved 2 minutes ago". */
  note?: ReactNode
}

export function FormActions({ children, note }: FormActionsProps) {
  return (
    <div className={styles.actions}>
      {children}
      {note ? <span className={styles.note}>{note}</span> : null}
    </div>
  )
}
