import { Radio } from '@mantine/core'
import { formatMoney } from '@portico/money'
import { Link, toastProblem, useLocale, useTexts } from '@portico/ui'
import { IconArrowRight } from '@tabler/icons-react'
import { useId } from 'react'
import { useFigure } from './figures-table.tsx'
import { useChangeImport, type Import, type ImportCause } from './imports-data.ts'
import styles from './imports.module.css'
import { sheetTexts } from './texts.ts'

interface CausesProps {
  batch: Import
  causes: readonly ImportCause[]
  canChange: boolean
  /** The address of the rows that a cause concerns. */
  rowsHref: (cause: ImportCause) => string
}

/** Differences by cause, not by row; each with the rule that was used. What moved no money comes after. */
export function Causes({ batch, causes, canChange, rowsHref }: CausesProps) {
  const t = useTexts(sheetTexts)
  const isLoud = (cause: ImportCause) => cause.effects.some(({ currency }) => currency !== null)
  const groups = [
    { title: t('causes'), causes: causes.filter(isLoud) },
    { title: t('causesQuiet'), causes: causes.filter((cause) => !isLoud(cause)) },
  ].filter((group) => group.causes.length > 0)
  return groups.map((group) => (
    <section key={group.title} aria-label={group.title}>
      <h2 className={styles.heading}>{group.title}</h2>
      <ul className={styles.causes}>
        {group.causes.map((cause) => (
          <Cause
            key={cause.code}
            batch={batch}
            cause={cause}
            canChange={canChange}
            rowsHref={rowsHref(cause)}
          />
        ))}
      </ul>
    </section>
  ))
}

interface CauseProps {
  batch: Import
  cause: ImportCause
  canChange: boolean
  rowsHref: string
}

function Cause({ batch, cause, canChange, rowsHref }: CauseProps) {
  const t = useTexts(sheetTexts)
  const id = useId()
  return (
    <li className={styles.cause}>
      <div className={styles.causeHead}>
        <h3 id={id}>{t(`cause_${cause.code}`, { count: cause.count })}</h3>
        <Effects cause={cause} />
      </div>
      <Rule batch={batch} cause={cause} canChange={canChange} labelledBy={id} />
      <div className={styles.causeFoot}>
        {cause.examples.length > 0 ? (
          <details className={styles.examples}>
            <summary>{t('showExamples')}</summary>
            <ul>
              {cause.examples.map((example) => (
                <li key={`${example.import_file_id} ${example.line} ${example.detail}`}>
                  <span className={styles.quiet}>{t('exampleLine', { line: example.line })}</span>{' '}
                  {example.detail}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
        <Link href={rowsHref} className={styles.causeRows} aria-describedby={id}>
          {t('showRows')} <IconArrowRight aria-hidden />
        </Link>
      </div>
    </li>
  )
}

/** How far it moves the figures: "Received −26.67 USD". */
function Effects({ cause }: { cause: ImportCause }) {
  const t = useTexts(sheetTexts)
  const locale = useLocale()
  const count = useFigure(null)
  const effects = cause.effects.filter(({ difference }) => difference !== 0)
  if (effects.length === 0) return null
  return (
    <ul className={styles.effects}>
      {effects.map(({ measure, currency, difference }) => {
        const amount = currency
          ? `${formatMoney({ amount: difference, currency }, locale, { currency: 'none' })} ${currency}`
          : count(difference)
        return (
          <li key={`${measure} ${currency}`} data-money={currency !== null || undefined}>
            {t.rich('effect', {
              measure: <span className={styles.quiet}>{t(`measure_${measure}`)}</span>,
              amount: <b>{difference > 0 ? `+${amount}` : amount}</b>,
            })}
          </li>
        )
      })}
    </ul>
  )
}

interface RuleProps {
  batch: Import
  cause: ImportCause
  canChange: boolean
  labelledBy: string
}

/** The rule as a choice while nothing is written; afterwards as what was chosen. */
function Rule({ batch, cause, canChange, labelledBy }: RuleProps) {
  const t = useTexts(sheetTexts)
  const change = useChangeImport(batch.id)
  const { rule, chosen } = cause
  if (!rule || !chosen) return null
  const words = (value: string) => t.maybe(`rule_${rule}_${value}`, value)
  if (!canChange) {
    return (
      <p>
        <span className={styles.quiet}>{t('rule')}:</span> {words(chosen)}
      </p>
    )
  }
  const values = [...new Set([chosen, ...cause.alternatives])].sort()
  return (
    <Radio.Group
      label={t(`rule_${rule}`)}
      aria-describedby={labelledBy}
      value={change.isPending ? (change.variables.rules?.[rule] ?? chosen) : chosen}
      onChange={(value) => change.mutate({ rules: { [rule]: value } }, { onError: toastProblem })}
    >
      <div className={styles.answers}>
        {values.map((value) => (
          <Radio key={value} value={value} label={words(value)} disabled={change.isPending} />
        ))}
      </div>
    </Radio.Group>
  )
}
