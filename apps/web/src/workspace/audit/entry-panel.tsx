import { Button } from '@mantine/core'
import { CopyButton, Facts, formatExact, Link, SidePanel, useTexts } from '@portico/ui'
import { IconBraces } from '@tabler/icons-react'
import { useState } from 'react'
import { fieldsOf, sentenceOf } from '../activity/entry-words.tsx'
import { RecordLink } from '../activity/record-link.tsx'
import { useWorkspaceBase } from '../workspace-data.ts'
import { actionLabel, kindLabel, type AuditEntry } from './audit-data.ts'
import styles from './audit.module.css'
import { auditTexts } from './texts.ts'
import { readUserAgent } from './user-agent.ts'

/** One entry: what happened in a sentence, before beside after, and where it came from. */
export function EntryPanel({ entry, onClose }: { entry: AuditEntry | null; onClose: () => void }) {
  const [shown, setShown] = useState(entry)
  if (entry && entry !== shown) setShown(entry)
  return (
    <SidePanel
      opened={entry !== null}
      onClose={onClose}
      title={shown ? actionLabel(shown.action) : ''}
      width={620}
    >
      {shown ? <Entry key={shown.id} entry={shown} /> : null}
    </SidePanel>
  )
}

function Entry({ entry }: { entry: AuditEntry }) {
  const t = useTexts(auditTexts)
  const base = useWorkspaceBase()
  const { actor, record, client, seal } = entry
  return (
    <div className={styles.entry}>
      <p className={styles.sentence}>{sentenceOf(entry)}</p>
      {entry.is_erased ? <p className={styles.notice}>{t('erased')}</p> : <Changes entry={entry} />}
      <Facts
        facts={[
          { label: t('when'), value: formatExact(entry.at) },
          {
            label: t('actor'),
            value: actor.name
              ? t.maybe(`by_${actor.kind}`, actor.name, { name: actor.name })
              : t(actor.kind === 'link' ? 'by_link' : 'nobody'),
          },
          {
            label: kindLabel(record.kind),
            value: <RecordLink base={base} record={record} client={client} fallback={record.id ?? ''} />,
            action: record.id ? <CopyButton value={record.id} what={t('record')} /> : undefined,
          },
          {
            label: t('client'),
            value:
              client && record.kind !== 'client' ? (
                <Link href={`${base}/clients/${client.id}`}>{client.name}</Link>
              ) : null,
          },
          { label: t('where'), value: entry.ip },
          { label: t('device'), value: entry.user_agent ? <Device text={entry.user_agent} /> : null },
          {
            label: t('request'),
            value: entry.request_id ? (
              <Link
                className={styles.code}
                href={`${base}/settings/developer?request_id=${entry.request_id}`}
              >
                {entry.request_id}
              </Link>
            ) : null,
            action: entry.request_id ? (
              <CopyButton value={entry.request_id} what={t('request')} />
            ) : undefined,
          },
          {
            label: t('entry'),
            value: <span className={styles.code}>{entry.id}</span>,
            action: <CopyButton value={entry.id} what={t('entry')} />,
          },
          {
            label: t('seal'),
            value: seal ? (
              <>
                {t('sealed', { seq: seal.seq })}{' '}
                <span className={styles.code}>{seal.hash.slice(0, 16)}…</span>
              </>
            ) : (
              t('unsealed')
            ),
            action: seal ? <CopyButton value={seal.hash} what={t('seal')} /> : undefined,
          },
        ]}
      />
    </div>
  )
}

function Device({ text }: { text: string }) {
  const t = useTexts(auditTexts)
  const { program, system } = readUserAgent(text)
  return (
    <span title={text}>
      {program && system ? t('device_on', { program, system }) : (program ?? system ?? t('deviceUnknown'))}
    </span>
  )
}

function Changes({ entry: { before, after } }: { entry: AuditEntry }) {
  const t = useTexts(auditTexts)
  const [isJson, setJson] = useState(false)
  if (!before && !after) return <p className={styles.quiet}>{t('noValues')}</p>
  const json = JSON.stringify({ before, after }, null, 2)
  return (
    <section className={styles.changes}>
      <table className={styles.fields} aria-label={t('changes')}>
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            {before ? <th scope="col">{t('before')}</th> : null}
            {after ? <th scope="col">{t('after')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {fieldsOf(before, after).map((row) => (
            <tr key={row.field} data-changed={before && after && row.isChanged ? '' : undefined}>
              <th scope="row">{row.label}</th>
              {before ? <td>{row.before || t('unset')}</td> : null}
              {after ? <td>{row.after || t('unset')}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.tools}>
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconBraces />}
          aria-expanded={isJson}
          onClick={() => setJson(!isJson)}
        >
          {t(isJson ? 'hideJson' : 'showJson')}
        </Button>
        {isJson ? <CopyButton value={json} what={t('json')} /> : null}
      </div>
      {isJson ? (
        <pre className={styles.json} tabIndex={0} aria-label={t('json')}>
          {json}
        </pre>
      ) : null}
    </section>
  )
}
