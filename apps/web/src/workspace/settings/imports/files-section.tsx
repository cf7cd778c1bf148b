import { ActionIcon, Button, Progress } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { DateText, formatFileSize, formatNumber, Link, toast, toastProblem, useTexts } from '@portico/ui'
import { IconAlertCircle, IconFileSpreadsheet, IconFileUnknown, IconTrash } from '@tabler/icons-react'
import { useWorkspaceBase } from '../../workspace-data.ts'
import { queueOf, useQueuedFiles, type QueuedFile } from './file-queue.ts'
import { FilesDrop } from './files-drop.tsx'
import { isOpen, useRemoveFile, type Import, type ImportFile } from './imports-data.ts'
import styles from './imports.module.css'
import { importTexts } from './texts.ts'

interface FilesSectionProps {
  batch: Import
  mayManage: boolean
}

/** The batch's files, each with what it was recognised as; those on their way, and those that were not taken with the reason. */
export function FilesSection({ batch, mayManage }: FilesSectionProps) {
  const t = useTexts(importTexts)
  const queries = useQueryClient()
  const queued = useQueuedFiles(batch.id)
  const canChange = mayManage && isOpen(batch.state)
  return (
    <section aria-labelledby="import-files">
      <h2 id="import-files" className={styles.heading}>
        {t('files')}
      </h2>
      {batch.files.length + queued.length > 0 ? (
        <ul className={styles.files}>
          {batch.files.map((file) => (
            <TakenFile key={file.id} batch={batch} file={file} canChange={canChange} />
          ))}
          {queued.map((entry) => (
            <FileOnItsWay key={entry.key} importId={batch.id} entry={entry} />
          ))}
        </ul>
      ) : null}
      {canChange ? (
        <FilesDrop
          isSmall={batch.files.length + queued.length > 0}
          onFiles={(files) => queueOf(batch.id).add(files, queries)}
        />
      ) : null}
    </section>
  )
}

function TakenFile({ batch, file, canChange }: { batch: Import; file: ImportFile; canChange: boolean }) {
  const t = useTexts(importTexts)
  const base = useWorkspaceBase()
  const remove = useRemoveFile(batch.id)
  const recognised = useRecognised(file)
  const Icon = file.kind ? IconFileSpreadsheet : IconFileUnknown
  return (
    <li className={styles.file} data-unknown={file.kind === null || undefined}>
      <Icon aria-hidden className={styles.fileIcon} />
      <div className={styles.fileBody}>
        <p className={styles.fileName}>{file.name}</p>
        <p className={styles.quiet}>
          {recognised}
          {file.rows === null ? null : ` · ${formatNumber(file.rows)} ${t('rowsInFile').toLocaleLowerCase()}`}
          {` · ${formatFileSize(file.size)}`}
        </p>
        {file.brought_in_before ? (
          <p className={styles.quiet}>
            {t.rich('before', { date: <DateText key="date" value={file.brought_in_before} /> })}
          </p>
        ) : null}
      </div>
      {canChange ? (
        <div className={styles.fileDeeds}>
          <Button
            component={Link}
            href={`${base}/settings/imports/${batch.id}/files/${file.id}`}
            size="xs"
            variant={file.kind ? 'default' : 'filled'}
            aria-label={t('columnsOf', { name: file.name })}
          >
            {t('columnsButton')}
          </Button>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            loading={remove.isPending}
            aria-label={t('takeAway', { name: file.name })}
            onClick={() =>
              remove.mutate(file.id, {
                onSuccess: () => toast(t('takenAway', { name: file.name })),
                onError: toastProblem,
              })
            }
          >
            <IconTrash />
          </ActionIcon>
        </div>
      ) : null}
    </li>
  )
}

/** "Clients, Invoice Ninja", or that nobody knows yet. */
function useRecognised(file: ImportFile): string {
  const t = useTexts(importTexts)
  if (!file.kind) return t('kindUnknown')
  const kind = t(`kind_${file.kind}`)
  if (file.mapping_name) return t('mappedBy', { kind, name: file.mapping_name })
  return file.source && file.source !== 'csv'
    ? t('kindOf', { kind, source: t(`source_${file.source}`) })
    : kind
}

function FileOnItsWay({ importId, entry }: { importId: string; entry: QueuedFile }) {
  const t = useTexts(importTexts)
  const queries = useQueryClient()
  const { file, problem, share } = entry
  return (
    <li className={styles.file} data-refused={problem ? '' : undefined}>
      {problem ? (
        <IconAlertCircle aria-hidden className={styles.fileIcon} />
      ) : (
        <IconFileSpreadsheet aria-hidden className={styles.fileIcon} />
      )}
      <div className={styles.fileBody}>
        <p className={styles.fileName}>{file.name}</p>
        {problem ? (
          <p role="alert" className={styles.bad}>
            {t('notSent')}: {problem.detail || problem.title}
          </p>
        ) : share === null ? (
          <p className={styles.quiet}>{t('waiting')}</p>
        ) : (
          <Progress
            value={share * 100}
            size={6}
            aria-label={t('sending', { name: file.name })}
            className={styles.fileProgress}
          />
        )}
      </div>
      {problem ? (
        <div className={styles.fileDeeds}>
          {problem.status === 0 || problem.status >= 500 ? (
            <Button size="xs" variant="default" onClick={() => queueOf(importId).retry(entry.key, queries)}>
              {t('sendAgain')}
            </Button>
          ) : null}
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('takeAway', { name: file.name })}
            onClick={() => queueOf(importId).remove(entry.key)}
          >
            <IconTrash />
          </ActionIcon>
        </div>
      ) : null}
    </li>
  )
}
