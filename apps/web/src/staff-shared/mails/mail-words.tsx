import styles from './mails.module.css'

/** A mail as plain text. */
export function MailWords({ text }: { text: string }) {
  return (
    <pre className={styles.words} tabIndex={0}>
      {text}
    </pre>
  )
}
