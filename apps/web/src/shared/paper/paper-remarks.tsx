import { useTexts } from '@portico/ui'
import styles from './paper.module.css'
import { paperTexts } from './texts.ts'

export function PaperRemarks({ note, terms }: { note: string | null; terms: string | null }) {
  const t = useTexts(paperTexts)
  const remarks = [
    { heading: t('note'), text: note },
    { heading: t('terms'), text: terms },
  ].filter(({ text }) => text)
  return remarks.map(({ heading, text }) => (
    <div key={heading}>
      <p className={styles.label}>{heading}</p>
      <p className={styles.remark}>{text}</p>
    </div>
  ))
}
