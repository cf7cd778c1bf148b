import { useMediaQuery } from '@mantine/hooks'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { PageHeader, Problem, toast, toastProblem, useTexts } from '@portico/ui'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useUnsavedGuard } from '../../../shared/unsaved-guard.tsx'
import { useTaxName } from '../../../shared/paper/paper-ending.tsx'
import { useWorkspace, useWorkspaceBase } from '../../workspace-data.ts'
import { IssueDialog } from '../issue-dialog.tsx'
import type { Invoice } from '../invoices-data.ts'
import { clientQuery, taxRatesQuery, type Client } from '../lookups.ts'
import type { DraftChange } from './draft-changes.ts'
import { errorsByLine, fieldOfPointer, focusField, withoutErrors } from './draft-errors.ts'
import { ratesForTotals, sentLines, totalsOf, withClient, type Draft, type DraftDefaults } from './draft.ts'
import { EditorFoot } from './editor-foot.tsx'
import { EditorPaper } from './editor-paper.tsx'
import { EditorRail } from './editor-rail.tsx'
import styles from './editor.module.css'
import { Explanation, type Question, type Subject } from './explain.tsx'
import { LineList } from './line-list.tsx'
import { LineSheet } from './line-sheet.tsx'
import { NewClientDialog } from './new-client-dialog.tsx'
import { ConflictNotice, RestoredNotice } from './notices.tsx'
import { editorTexts } from './texts.ts'
import { useDraft } from './use-draft.ts'
import { useLineDeeds } from './use-line-deeds.ts'
import { useSaving } from './use-saving.ts'

const NO_RATES: never[] = []

export interface InvoiceEditorProps {
  /** The draft that is changed; null for a new one. */
  invoice: Invoice | null
  initial: Draft
  defaults: DraftDefaults
}

/** The paper is the form; the rail holds what is not on its lines; the foot keeps totals and deeds in view. */
export function InvoiceEditor({ invoice, initial, defaults }: InvoiceEditorProps) {
  const t = useTexts(editorTexts)
  const { organization, can, today } = useWorkspace()
  const base = useWorkspaceBase()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const isPhone = useMediaQuery('(width < 48em)', undefined, { getInitialValueInEffect: false })
  const root = useRef<HTMLFormElement>(null)
  const [question, setQuestion] = useState<Question | null>(null)
  const [openLine, setOpenLine] = useState<string | null>(null)
  const [newClient, setNewClient] = useState<string | null>(null)
  const [issuing, setIssuing] = useState<Invoice | null>(null)
  const [goTo, setGoTo] = useState<string | null>(null)

  const state = useDraft({
    organizationId: organization.id,
    place: invoice?.id ?? (initial.client ? `new ${initial.client.id}` : 'new'),
    version: invoice?.version ?? null,
    initial,
  })
  const { draft, isDirty } = state
  const saving = useSaving(state, invoice?.id ?? null, defaults)
  const { errors, setErrors } = saving
  const guard = useUnsavedGuard(isDirty)

  const taxesRead = useQuery({
    ...taxRatesQuery(draft.issue_date || today),
    enabled: can('taxes.rate.read'),
    placeholderData: keepPreviousData,
  })
  const taxes = taxesRead.data
  const hasNoRates = taxesRead.isError || !can('taxes.rate.read')
  const rates = useMemo(
    () => (taxes || hasNoRates ? ratesForTotals(taxes?.data ?? NO_RATES) : null),
    [taxes, hasNoRates],
  )
  const nameOf = useTaxName(draft.locale)
  const taxOptions = useMemo(
    () => (taxes?.data ?? NO_RATES).map((rate) => ({ value: rate.key, label: nameOf(rate) })),
    // oxlint-disable-next-line react/exhaustive-deps -- the name depends on nothing but the rates and the language
    [taxes, draft.locale],
  )
  const { totals, problem } = useMemo(
    () => (rates ? totalsOf(draft, rates) : { totals: null, problem: null }),
    // oxlint-disable-next-line react/exhaustive-deps -- only these four of the draft's fields count
    [draft.lines, draft.currency, draft.prices_include_tax, draft.tax_rounding, rates],
  )

  const change = useCallback(
    (next: DraftChange) => {
      state.change(next)
      setErrors(withoutErrors(errors, fieldsOf(next)))
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the rest of the state changes with every key
    [state.change, errors, setErrors],
  )
  const explain = useCallback(
    (subject: Subject, title: string, from: HTMLElement) => setQuestion({ subject, title, from }),
    [],
  )
  const closeQuestion = useCallback(() => setQuestion(null), [])
  const lines = useLineDeeds({
    draft,
    root,
    defaultTax: defaults.tax_rate_key,
    isPhone,
    change,
    onOpen: setOpenLine,
    onExplain: explain,
  })

  const takeClient = (client: Client) =>
    change({ kind: 'replace', draft: withClient(draft, client, defaults) })
  async function chooseClient(clientId: string | null) {
    if (!clientId) return change({ kind: 'set', values: { client: null } })
    try {
      takeClient(await queries.ensureQueryData(clientQuery(clientId)))
    } catch (error) {
      toastProblem(error)
    }
  }

  // After a first save the address becomes the draft's own; the guard has to know first that nothing is unsaved.
  useEffect(() => {
    if (goTo) void navigate({ to: goTo, replace: goTo.endsWith('/edit') })
  }, [goTo, navigate])

  const firstError = Object.keys(errors)[0]
  useEffect(() => {
    if (!firstError) return
    if (!focusField(root.current, firstError)) setOpenLine(firstError.split('.')[1] ?? null)
    // oxlint-disable-next-line react/exhaustive-deps -- each refusal once, not each field that is put right
  }, [saving.isSaving])

  async function save() {
    const done = await saving.save()
    if (!done) return
    toast(t('draftSaved'))
    if (!invoice) setGoTo(`${base}/invoices/${done.id}/edit`)
  }

  async function issue() {
    const done = await saving.save()
    if (done) setIssuing(done)
  }

  function fix(pointer: string) {
    setIssuing(null)
    const field = fieldOfPointer(pointer, sentLines(draft))
    setTimeout(() => {
      if (focusField(root.current, field)) return
      const [first, key] = field.split('.')
      if (first === 'lines' && key) setOpenLine(key)
    })
  }

  const openIndex = draft.lines.findIndex((line) => line.key === openLine)
  const title = !invoice
    ? t('newTitle')
    : draft.client
      ? t('draftFor', { client: draft.client.name })
      : t('editTitle')
  return (
    <>
      <form
        ref={root}
        noValidate
        className={styles.editor}
        aria-label={title}
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          void save()
        }}
      >
        <div className={styles.scroll}>
          <PageHeader title={title} breadcrumbs={[{ label: t('invoices'), href: `${base}/invoices` }]} />
          <div className={styles.notices}>
            {state.restored && isDirty ? (
              <RestoredNotice at={state.restored.at} onDiscard={state.discardRestored} />
            ) : null}
            {saving.conflict ? (
              <ConflictNotice
                conflict={saving.conflict}
                isBusy={saving.isSaving}
                onTheirs={() => void saving.showTheirs()}
                onMine={() => void saving.keepMine()}
                onBack={saving.backToMine}
              />
            ) : null}
            {hasNoRates ? <p className={styles.notice}>{t('ratesUnknown')}</p> : null}
            {saving.refusal ? <Problem error={saving.refusal} /> : null}
          </div>
          <div className={styles.columns}>
            <EditorRail
              draft={draft}
              errors={errors}
              today={today}
              onChange={change}
              onClient={(clientId) => void chooseClient(clientId)}
              onNewClient={setNewClient}
            />
            <EditorPaper
              draft={draft}
              totals={totals}
              problem={problem}
              onChange={(values) => change({ kind: 'set', values })}
              onChooseClient={() => focusField(root.current, 'client_id')}
              onExplain={explain}
            >
              <LineList
                draft={draft}
                totals={totals}
                errors={errors}
                taxes={taxOptions}
                hasItems={can('prices.item.read')}
                isPhone={isPhone}
                deeds={lines.deeds}
                onAdd={lines.add}
                onOpen={setOpenLine}
                onPaste={lines.paste}
                onPricesIncludeTax={(prices_include_tax) =>
                  change({ kind: 'set', values: { prices_include_tax } })
                }
              />
            </EditorPaper>
          </div>
        </div>
        <EditorFoot
          totals={totals}
          lineCount={sentLines(draft).length}
          isDirty={isDirty}
          isSaving={saving.isSaving}
          canIssue={can('invoices.invoice.issue')}
          onSave={() => void save()}
          onIssue={() => void issue()}
        />
      </form>
      <Explanation question={question} totals={totals} onClose={closeQuestion} />
      <LineSheet
        line={draft.lines[openIndex] ?? null}
        index={openIndex}
        amount={totals?.lines[openIndex]?.amount ?? null}
        currency={draft.currency}
        errors={openLine ? errorsByLine(errors).get(openLine) : undefined}
        taxes={taxOptions}
        hasItems={can('prices.item.read')}
        deeds={lines.deeds}
        onClose={() => setOpenLine(null)}
      />
      <NewClientDialog
        name={newClient}
        onClose={() => setNewClient(null)}
        onCreated={(client) => {
          setNewClient(null)
          takeClient(client)
        }}
      />
      {issuing ? (
        <IssueDialog
          invoice={issuing}
          onClose={() => {
            setIssuing(null)
            if (!invoice) setGoTo(`${base}/invoices/${issuing.id}/edit`)
          }}
          onFix={fix}
          onDone={() => setGoTo(`${base}/invoices/${issuing.id}`)}
        />
      ) : null}
      {guard}
    </>
  )
}

/** The fields whose errors no longer say anything once this has changed. */
function fieldsOf(change: DraftChange): string[] {
  switch (change.kind) {
    case 'set':
      return Object.keys(change.values)
    case 'set_issue_date':
    case 'set_terms':
      return ['issue_date', 'due_date']
    case 'change_line':
      return Object.keys(change.values).map((field) => `lines.${change.key}.${field}`)
    case 'replace':
      return ['client_id', 'due_date', 'currency']
    default:
      return ['lines']
  }
}
