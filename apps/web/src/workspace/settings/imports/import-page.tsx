import { Button, Menu, Tabs } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import {
  ConfirmMoney,
  ErrorState,
  formatDateTime,
  formatRelativeTime,
  PageHeader,
  SkeletonPage,
  StatusBadge,
  toast,
  useTexts,
} from '@portico/ui'
import { IconArrowBackUp, IconPrinter, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useUrlSearch } from '../../../shared/url-search.ts'
import { useWorkspace, useWorkspaceBase } from '../../workspace-data.ts'
import { Causes } from './causes.tsx'
import { ClientsPart } from './clients-part.tsx'
import { FiguresTable } from './figures-table.tsx'
import { FilesSection } from './files-section.tsx'
import { ImportFoot } from './import-foot.tsx'
import { importQuery, isOpen, isWorking, useDiscard, type Import } from './imports-data.ts'
import { stateBadges } from './imports-page.tsx'
import styles from './imports.module.css'
import { Questions } from './questions.tsx'
import { RecordsPart } from './records-part.tsx'
import { RowsPart } from './rows-part.tsx'
import { SignLines } from './sign-lines.tsx'
import { Silence } from './silence.tsx'
import { importTexts, sheetTexts } from './texts.ts'
import { UndoDialog } from './undo-dialog.tsx'
import { Verdict } from './verdict.tsx'
import { Withdrawn } from './withdrawn.tsx'
import { Stopped, Working } from './working.tsx'

/** `/settings/imports/<batch>`: from its files to its control sheet, and afterwards the record of what was brought in. */
export function ImportPage() {
  const { import: id = '' } = useParams({ strict: false }) as { import?: string }
  const query = useQuery(importQuery(id))
  useFreshRecords(query.data)
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  return query.data ? <Batch key={id} batch={query.data} /> : <SkeletonPage />
}

/** When a batch has been brought in or withdrawn, every list that was read before is old. */
function useFreshRecords(batch: Import | undefined): void {
  const queries = useQueryClient()
  const before = useRef(batch?.state)
  useEffect(() => {
    const [was, is] = [before.current, batch?.state]
    before.current = is
    if ((was === 'committing' || was === 'undoing') && !isWorking(is))
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'one' })
  }, [batch?.state, queries])
}

function Batch({ batch }: { batch: Import }) {
  const t = useTexts(importTexts)
  const words = useTexts(sheetTexts)
  const base = useWorkspaceBase()
  const { can } = useWorkspace()
  const mayManage = can('imports.batch.manage')
  const [isUndoing, setUndoing] = useState(false)
  const [isDiscarding, setDiscarding] = useState(false)
  const { state, sheet } = batch
  const title = batch.source ? t('batchFrom', { source: t(`source_${batch.source}`) }) : t('batchTitle')
  const canUndo =
    mayManage &&
    !isWorking(state) &&
    batch.committed_at !== null &&
    (batch.undone_at === null || batch.blocked > 0)
  return (
    <div className={styles.batch}>
      <PageHeader
        title={title}
        breadcrumbs={[
          { label: t('settings'), href: `${base}/settings` },
          { label: t('title'), href: `${base}/settings/imports` },
        ]}
        status={<StatusBadge status={stateBadges[state]} label={t(`state_${state}`)} />}
        subtitle={<History batch={batch} />}
        action={
          <div className={styles.headDeeds}>
            {sheet && !isWorking(state) ? (
              <Button variant="default" leftSection={<IconPrinter />} onClick={() => window.print()}>
                {words('print')}
              </Button>
            ) : null}
            {canUndo ? (
              <Button variant="default" leftSection={<IconArrowBackUp />} onClick={() => setUndoing(true)}>
                {words('undo')}
              </Button>
            ) : null}
          </div>
        }
        menu={
          mayManage && isOpen(state) && !batch.committed_at ? (
            <Menu.Item leftSection={<IconTrash />} onClick={() => setDiscarding(true)}>
              {t('discard')}
            </Menu.Item>
          ) : undefined
        }
      />
      {isWorking(state) ? <Working batch={batch} /> : null}
      {state === 'failed' ? <Stopped batch={batch} mayManage={mayManage} /> : null}
      {state === 'committed' ? <Silence batch={batch} mayManage={mayManage} /> : null}
      {state === 'undone' ? <Withdrawn batch={batch} mayManage={mayManage} /> : null}
      {isWorking(state) ? null : <Questions batch={batch} mayManage={mayManage} />}
      {sheet && !isWorking(state) ? (
        <>
          <Verdict sheet={sheet} />
          <div className={styles.sheet}>
            <FiguresTable
              figures={sheet.figures}
              source={batch.source && batch.source !== 'csv' ? t(`source_${batch.source}`) : words('source')}
            />
            <div className={styles.causesColumn}>
              <Causes
                batch={batch}
                causes={sheet.causes}
                canChange={mayManage && state === 'ready'}
                rowsHref={({ code }) => `${base}/settings/imports/${batch.id}?cause=${code}`}
              />
              {sheet.causes.length === 0 ? <p className={styles.quiet}>{words('noCauses')}</p> : null}
            </div>
          </div>
          <SignLines batch={batch} />
          <Parts batch={batch} mayManage={mayManage} />
        </>
      ) : null}
      <FilesSection batch={batch} mayManage={mayManage} />
      {mayManage && (state === 'draft' || state === 'ready') ? <ImportFoot batch={batch} /> : null}
      <UndoDialog batch={batch} opened={isUndoing} onClose={() => setUndoing(false)} />
      <DiscardDialog batch={batch} opened={isDiscarding} onClose={() => setDiscarding(false)} />
    </div>
  )
}

/** Who did what with it, and when. */
function History({ batch }: { batch: Import }) {
  const t = useTexts(importTexts)
  const who = (actor: Import['created_by'] | null) => actor?.name ?? t('bySystem')
  const parts = [
    batch.committed_at === null &&
      t('startedBy', { who: who(batch.created_by), when: formatRelativeTime(batch.created_at) }),
    batch.committed_at &&
      t('committedBy', { who: who(batch.committed_by), when: formatDateTime(batch.committed_at) }),
    batch.undone_at && t('undoneBy', { who: who(batch.undone_by), when: formatDateTime(batch.undone_at) }),
  ].filter(Boolean)
  return <>{parts.join(' · ')}</>
}

const PARTS = ['rows', 'clients', 'records'] as const

/** The lists behind the sheet, one at a time. */
function Parts({ batch, mayManage }: { batch: Import; mayManage: boolean }) {
  const t = useTexts(sheetTexts)
  const search = useUrlSearch()
  const { values, change } = search
  const isWritten = batch.committed_at !== null
  const parts = PARTS.filter((one) => one !== 'records' || isWritten)
  const part = parts.find((one) => one === values['part']) ?? 'rows'
  const section = useRef<HTMLElement>(null)
  // A link from a cause leads to its rows, which stand further down.
  const { cause, records } = values
  useEffect(() => {
    if (cause || records) section.current?.scrollIntoView({ block: 'start' })
  }, [cause, records])
  return (
    <section ref={section} className={styles.parts} aria-label={t('parts')}>
      <Tabs
        value={part}
        keepMounted={false}
        onChange={(next) =>
          change({ part: next === 'rows' ? undefined : (next ?? undefined), cause: undefined })
        }
      >
        <Tabs.List aria-label={t('parts')}>
          {parts.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`part_${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="rows">
          <RowsPart
            batch={batch}
            search={search}
            canFix={mayManage && (batch.state === 'ready' || batch.state === 'committed')}
          />
        </Tabs.Panel>
        <Tabs.Panel value="clients">
          <ClientsPart batch={batch} search={search} />
        </Tabs.Panel>
        {isWritten ? (
          <Tabs.Panel value="records">
            <RecordsPart batch={batch} search={search} mayManage={mayManage} />
          </Tabs.Panel>
        ) : null}
      </Tabs>
    </section>
  )
}

interface DiscardDialogProps {
  batch: Import
  opened: boolean
  onClose: () => void
}

function DiscardDialog({ batch, opened, onClose }: DiscardDialogProps) {
  const t = useTexts(importTexts)
  const base = useWorkspaceBase()
  const navigate = useNavigate()
  const discard = useDiscard(batch.id)
  return (
    <ConfirmMoney
      opened={opened}
      onClose={onClose}
      question={t('discardQuestion')}
      consequence={t('discardEffect')}
      deed={t('discard')}
      isDangerous
      onConfirm={async () => {
        await discard.mutateAsync()
        toast(t('discarded'))
        await navigate({ to: `${base}/settings/imports` })
      }}
    />
  )
}
