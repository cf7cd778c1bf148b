import { Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ErrorState, SkeletonFacts, toastProblem, useTexts } from '@portico/ui'
import { preferencesQuery, useFeed, type Preference, type PreferenceChange } from './feed.ts'
import styles from './notifications.module.css'
import { notificationTexts } from './texts.ts'

type Way = 'in_app' | 'email'
const ways = ['in_app', 'email'] as const

/** A switch for each kind and way; the two above change a whole way at once. What is switched is saved at once. */
export function PreferencesTable() {
  const t = useTexts(notificationTexts)
  const feed = useFeed()
  const preferences = useQuery(preferencesQuery(feed))
  const change = useChange()
  if (preferences.error && !preferences.data)
    return <ErrorState error={preferences.error} onRetry={() => void preferences.refetch()} />
  if (!preferences.data) return <SkeletonFacts count={6} />
  const rows = preferences.data.data
  const words = { in_app: t('inApp'), email: t('email') }
  const kind = (row: Preference) => t.maybe(`kind_${row.type}`, row.type)
  const groups = Map.groupBy(rows, (row) => row.group)
  const all = (way: Way) => rows.every((row) => row[way])
  return (
    <>
      <p className={styles.intro}>{t(feed.side === 'staff' ? 'settingsIntro' : 'settingsIntroPortal')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {ways.map((way) => (
              <th key={way} scope="col" className={styles.way}>
                {words[way]}
              </th>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('everything')}</th>
            {ways.map((way) => (
              <td key={way} className={styles.way}>
                <Switch
                  aria-label={t(way === 'in_app' ? 'allInApp' : 'allEmail')}
                  checked={all(way)}
                  onChange={(event) => {
                    const isOn = event.currentTarget.checked
                    change.mutate(
                      rows.filter((row) => row[way] !== isOn).map(({ type }) => ({ type, [way]: isOn })),
                    )
                  }}
                />
              </td>
            ))}
          </tr>
        </thead>
        {[...groups].map(([group, own]) => (
          <tbody key={group}>
            <tr className={styles.group}>
              <th colSpan={3} scope="rowgroup">
                {t.maybe(`group_${group}`, group)}
              </th>
            </tr>
            {own.map((row) => (
              <tr key={row.type}>
                <th scope="row">{kind(row)}</th>
                {ways.map((way) => (
                  <td key={way} className={styles.way}>
                    <Switch
                      aria-label={t('switchOf', { what: kind(row), way: words[way] })}
                      checked={row[way]}
                      onChange={(event) =>
                        change.mutate([{ type: row.type, [way]: event.currentTarget.checked }])
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </>
  )
}

function useChange() {
  const feed = useFeed()
  const queries = useQueryClient()
  const { queryKey } = preferencesQuery(feed)
  return useMutation({
    mutationKey: queryKey,
    mutationFn: async (changes: PreferenceChange[]) => {
      if (changes.length > 0) await feed.change(changes)
    },
    onMutate: (changes) => {
      const wanted = new Map(changes.map((change) => [change.type, change]))
      queries.setQueryData<{ data: Preference[] }>(
        queryKey,
        (before) => before && { data: before.data.map((row) => ({ ...row, ...wanted.get(row.type) })) },
      )
    },
    onError: toastProblem,
    // Several switches may be on their way at once: their answers overtake each other, so the last one to arrive asks how things stand.
    onSettled: () => {
      if (queries.isMutating({ mutationKey: queryKey }) === 1) void queries.invalidateQueries({ queryKey })
    },
  })
}
