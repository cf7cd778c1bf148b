import { CloseButton, Loader, Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Amount, DateText, isStatus, StatusBadge, useTexts } from '@portico/ui'
import {
  IconArrowRight,
  IconAt,
  IconCash,
  IconFileInvoice,
  IconHash,
  IconReceipt,
  IconSearch,
  IconTag,
  IconUser,
  IconUsers,
} from '@tabler/icons-react'
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type ComponentType,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { useWorkspace, useWorkspaceBase } from '../workspace-data.ts'
import { useCommands, type Command } from './commands.ts'
import { matchOf } from './match.ts'
import styles from './palette.module.css'
import { keepRecent, readRecent, type Recent } from './recent.ts'
import {
  hrefOf,
  listOf,
  searchQuery,
  type SearchGroup,
  type SearchHit,
  type SearchKind,
} from './search-data.ts'
import { searchTexts } from './texts.ts'

const TYPING_PAUSE = 90
const MOST_COMMANDS = 6

const kinds = {
  client: { icon: IconUsers, title: 'groupClient' },
  contact: { icon: IconAt, title: 'groupContact' },
  invoice: { icon: IconFileInvoice, title: 'groupInvoice' },
  payment_reference: { icon: IconHash, title: 'groupPaymentReference' },
  receipt: { icon: IconReceipt, title: 'groupReceipt' },
  payment: { icon: IconCash, title: 'groupPayment' },
  price_item: { icon: IconTag, title: 'groupPriceItem' },
  member: { icon: IconUser, title: 'groupMember' },
} as const satisfies Record<SearchKind, { icon: ComponentType; title: keyof typeof searchTexts.messages }>

interface Entry {
  key: string
  icon: ComponentType
  title: string
  detail: ReactNode
  aside?: ReactNode
  href?: string
  isElsewhere?: boolean
  isMore?: boolean
  run?: () => void
}
interface Section {
  key: string
  title: string
  entries: Entry[]
}

/** Finds anything and does anything, from the keyboard: what is found stands grouped, what one can do stands beside it. */
export function Palette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTexts(searchTexts)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      padding={0}
      yOffset="12dvh"
      title={t('title')}
      classNames={{
        inner: styles.inner ?? '',
        content: styles.dialog ?? '',
        header: styles.spoken ?? '',
        body: styles.body ?? '',
      }}
      transitionProps={{ duration: 120, transition: 'fade' }}
    >
      {opened ? <Finder onClose={onClose} /> : null}
    </Modal>
  )
}

function Finder({ onClose }: { onClose: () => void }) {
  const t = useTexts(searchTexts)
  const id = useId()
  const { history } = useRouter()
  const [text, setText] = useState('')
  const [typed] = useDebouncedValue(text.trim(), TYPING_PAUSE)
  const answer = useQuery(searchQuery(typed))
  const sections = useSections(text.trim(), typed, answer.data?.groups)
  const entries = useMemo(() => sections.flatMap((section) => section.entries), [sections])
  const [activeKey, setActiveKey] = useState<string | null>(null)
  // What was pointed at stays so while results come and go; else the first one.
  const at = Math.max(
    0,
    entries.findIndex(({ key }) => key === activeKey),
  )
  const active = entries[at]
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active?.key])

  function choose(entry: Entry, isNewTab: boolean) {
    entry.run?.()
    if (entry.href && isNewTab) window.open(entry.href, '_blank', 'noopener')
    else if (entry.href && entry.isElsewhere) location.assign(entry.href)
    else if (entry.href) history.push(entry.href)
    if (!isNewTab) onClose()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }[event.key]
    if (step !== undefined && entries.length > 0) {
      event.preventDefault()
      const isJump = Math.abs(step) > 1
      const next = isJump
        ? Math.min(entries.length - 1, Math.max(0, at + step))
        : (at + step + entries.length) % entries.length
      setActiveKey(entries[next]?.key ?? null)
    } else if (event.key === 'Enter' && active) {
      event.preventDefault()
      choose(active, event.ctrlKey || event.metaKey)
    }
  }

  const isWaiting = text.trim() !== '' && (text.trim() !== typed || answer.isFetching)
  const hits = sections
    .filter(({ key }) => key !== 'commands')
    .reduce((sum, section) => sum + section.entries.length, 0)
  return (
    <>
      <div className={styles.field}>
        {isWaiting ? <Loader size={16} aria-hidden /> : <IconSearch aria-hidden />}
        <input
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={active ? `${id}-${active.key}` : undefined}
          aria-label={t('title')}
          className={styles.input}
          placeholder={t('placeholder')}
          value={text}
          maxLength={120}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          onChange={(event) => {
            setText(event.currentTarget.value)
            setActiveKey(null)
          }}
          onKeyDown={onKeyDown}
        />
        <CloseButton className={styles.close} aria-label={t('close')} onClick={onClose} />
      </div>
      <p role="status" className={styles.spoken}>
        {text.trim() === '' || isWaiting ? '' : t('found', { count: hits })}
      </p>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={t('results')} className={styles.list}>
        {sections.map((section) => (
          <div
            key={section.key}
            role="group"
            aria-labelledby={`${id}-${section.key}-title`}
            className={styles.group}
          >
            <div id={`${id}-${section.key}-title`} role="presentation" className={styles.groupTitle}>
              {section.title}
            </div>
            {section.entries.map((entry) => (
              <Row
                key={entry.key}
                id={`${id}-${entry.key}`}
                entry={entry}
                isActive={entry === active}
                onPoint={() => setActiveKey(entry.key)}
                onChoose={(isNewTab) => choose(entry, isNewTab)}
              />
            ))}
          </div>
        ))}
      </div>
      {answer.isError && text.trim() ? <p className={styles.note}>{t('failed')}</p> : null}
      {!answer.isError && text.trim() && !isWaiting && entries.length === 0 ? (
        <div className={styles.note}>
          <p className={styles.nothing}>{t('nothing', { q: text.trim() })}</p>
          <p>{t('nothingHint')}</p>
        </div>
      ) : null}
      <div className={styles.foot} aria-hidden>
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('keyMove')}
        </span>
        <span>
          <kbd>↵</kbd> {t('keyOpen')}
        </span>
        <span>
          <kbd>{t('keyEscape')}</kbd> {t('keyClose')}
        </span>
        <span className={styles.footHint}>{t('hint')}</span>
      </div>
    </>
  )
}

interface RowProps {
  id: string
  entry: Entry
  isActive: boolean
  onPoint: () => void
  onChoose: (isNewTab: boolean) => void
}

function Row({ id, entry, isActive, onPoint, onChoose }: RowProps) {
  const Icon = entry.icon
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className={styles.row}
      data-more={entry.isMore || undefined}
      onPointerMove={isActive ? undefined : onPoint}
      // The field keeps the focus; Enter is heard there.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onChoose(event.ctrlKey || event.metaKey)}
      onKeyDown={() => undefined}
    >
      <Icon aria-hidden />
      <span className={styles.names}>
        <span className={styles.title}>{entry.title}</span>
        {entry.detail ? <span className={styles.detail}>{entry.detail}</span> : null}
      </span>
      {entry.aside ? <span className={styles.aside}>{entry.aside}</span> : null}
    </div>
  )
}

/** What stands in the list: recent things and likely deeds while nothing is typed, else what was found and the commands that fit. */
function useSections(text: string, typed: string, groups: SearchGroup[] | undefined): Section[] {
  const t = useTexts(searchTexts)
  const base = useWorkspaceBase()
  const { organization } = useWorkspace()
  const commands = useCommands()
  return useMemo(() => {
    if (text === '') {
      const recent = readRecent(organization.id)
      return [
        ...(recent.length > 0
          ? [{ key: 'recent', title: t('recent'), entries: recent.map(recentEntry) }]
          : []),
        {
          key: 'commands',
          title: t('commands'),
          entries: commands
            .filter(({ isLikely, label }, at) => isLikely || (recent.length === 0 && label && at < 9))
            .map(commandEntry),
        },
      ]
    }
    const fitting = commands
      .map((command) => ({ command, match: matchOf(command.label, text) }))
      .filter(({ match }) => match > 0)
      .toSorted((a, b) => b.match - a.match)
      .slice(0, MOST_COMMANDS)
    const deeds: Section[] =
      fitting.length > 0
        ? [
            {
              key: 'commands',
              title: t('commands'),
              entries: fitting.map(({ command }) => commandEntry(command)),
            },
          ]
        : []
    // Results of what was typed before stay until the next ones are there, but nothing is shown for an empty question.
    const found: Section[] = (typed === '' ? [] : (groups ?? [])).map((group) => {
      const list = group.has_more ? listOf(base, group.kind, typed) : null
      return {
        key: group.kind,
        title: t(kinds[group.kind].title),
        entries: [
          ...group.data.map((hit) => hitEntry(group.kind, hit)),
          ...(list
            ? [
                {
                  key: `${group.kind}-more`,
                  icon: IconArrowRight,
                  title: t(list.key, { q: typed }),
                  detail: null,
                  href: list.href,
                  isMore: true,
                },
              ]
            : []),
        ],
      }
    })
    // A command that begins with what is typed is what was meant: "new inv".
    return (fitting[0]?.match ?? 0) > 3 ? [...deeds, ...found] : [...found, ...deeds]

    function hitEntry(kind: SearchKind, hit: SearchHit): Entry {
      const href = hrefOf(base, kind, hit)
      const title = hit.title || t('draft')
      const who = [
        hit.client?.name,
        hit.invoice ? t('forInvoice', { number: hit.invoice.number }) : null,
        hit.detail,
      ]
        .filter(Boolean)
        .join(' · ')
      return {
        key: hit.id,
        icon: kinds[kind].icon,
        title,
        detail: (
          <>
            {who}
            {hit.date ? (
              <>
                {who ? ' · ' : ''}
                <DateText value={hit.date} />
              </>
            ) : null}
          </>
        ),
        aside: (
          <>
            {hit.status && isStatus(hit.status) ? <StatusBadge status={hit.status} /> : null}
            {hit.amount ? <Amount value={hit.amount} /> : null}
          </>
        ),
        href,
        run: () => keepRecent(organization.id, { kind, title, detail: who || null, href }),
      }
    }
  }, [text, typed, groups, t, base, organization.id, commands])
}

const recentEntry = ({ kind, title, detail, href }: Recent): Entry => ({
  key: `recent-${href}-${title}`,
  icon: kinds[kind]?.icon ?? IconSearch,
  title,
  detail,
  href,
})

const commandEntry = ({ key, label, detail, icon, href, isElsewhere, run }: Command): Entry => ({
  key: `do-${key}`,
  icon,
  title: label,
  detail: detail ?? null,
  ...(href && { href }),
  ...(isElsewhere && { isElsewhere }),
  ...(run && { run }),
})
