import { Button } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  applyProblemToForm,
  FormActions,
  FormLayout,
  FormSection,
  problemOf,
  toast,
  useTexts,
} from '@portico/ui'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { changedFields } from '../../shared/record-form/changed-fields.ts'
import { useUnsavedGuard } from '../../shared/unsaved-guard.tsx'
import { ChangedMeanwhile, type Difference } from '../changed-meanwhile.tsx'
import { useWorkspace, workspaceQuery, type Organization } from '../workspace-data.ts'
import { workspaceTexts } from '../texts.ts'
import { keepOrganization, patchOrganization, type OrganizationPatch } from './settings-data.ts'
import styles from './settings.module.css'
import { settingsTexts } from './texts.ts'

type Values = Record<string, string | boolean | null>

export interface GroupRules<V extends Values> {
  /** The group's fields as the form holds them. */
  valuesOf: (organization: Organization) => V
  bodyOf: (values: V) => OrganizationPatch
  validate?: Partial<Record<keyof V & string, (value: never, values: V) => string | null>>
  /** Labels of the fields, for naming what somebody else changed. */
  labels: Record<keyof V & string, string>
  /** The form's field of a field of the request, where they differ. */
  fieldOf?: (field: string) => string
}

/** The organization was changed in fields that this person changed too. */
class ChangedByOthers extends Error {
  readonly now: Organization
  constructor(now: Organization) {
    super('changed by others')
    this.now = now
  }
}

interface SettingsGroupProps<V extends Values> {
  title: string
  /** What these settings change, in one sentence. */
  detail: string
  rules: GroupRules<V>
  children: (form: UseFormReturnType<V>) => ReactNode
}

/**
 * A group of the organization's settings, saved by itself. Other groups and other people may change the organization
 * meanwhile: that only matters here where it touches the same fields, and then the person decides.
 */
export function SettingsGroup<V extends Values>({ title, detail, rules, children }: SettingsGroupProps<V>) {
  const t = useTexts(settingsTexts)
  const w = useTexts(workspaceTexts)
  const queries = useQueryClient()
  const { organization, can } = useWorkspace()
  const current = rules.valuesOf(organization)
  const form = useForm<V>({
    initialValues: current,
    ...(rules.validate && { validate: rules.validate as never }),
    validateInputOnBlur: true,
  })
  const start = useRef(current)
  const [theirs, setTheirs] = useState<Organization | null>(null)
  const isDirty = form.isDirty()
  const mayEdit = can('organizations.settings.edit')

  function restart(values: V) {
    start.current = values
    form.setInitialValues(values)
    form.setValues(values)
    form.resetDirty(values)
  }

  // What changes elsewhere is shown here too, as long as nothing is typed.
  const now = JSON.stringify(current)
  useEffect(() => {
    if (!isDirty && now !== JSON.stringify(start.current)) restart(JSON.parse(now) as V)
  })

  const save = useMutation({
    // `seen`: what the person was shown of others' changes before deciding to save all the same.
    mutationFn: async ({ values, seen }: { values: V; seen: Organization | null }) => {
      let from = seen ?? organization
      for (let attempt = 0; ; attempt++) {
        if (from.version !== seen?.version && conflicts(rules, values, start.current, from).length > 0) {
          throw new ChangedByOthers(from)
        }
        try {
          return await patchOrganization(
            from.version,
            changedFields(rules.bodyOf(values), rules.bodyOf(start.current)),
          )
        } catch (error) {
          if (problemOf(error)?.code !== 'version_mismatch' || attempt > 2) throw error
          const fresh = await queries.fetchQuery({ ...workspaceQuery(organization.slug), staleTime: 0 })
          from = fresh.organization
        }
      }
    },
    onSuccess: (saved) => {
      setTheirs(null)
      restart(rules.valuesOf(saved))
      keepOrganization(queries, saved)
      toast(t('saved'))
    },
    onError: (error) => {
      if (error instanceof ChangedByOthers) setTheirs(error.now)
      else applyProblemToForm(form, error, rules.fieldOf)
    },
  })
  const guard = useUnsavedGuard(isDirty)

  const differences: Difference[] = theirs
    ? conflicts(rules, form.values, start.current, theirs).map((field) => ({
        label: rules.labels[field],
        theirs: String(rules.valuesOf(theirs)[field] || w('nothing')),
        mine: String(form.values[field] || w('nothing')),
      }))
    : []

  return (
    <div className={styles.group}>
      {guard}
      <FormLayout
        label={title}
        error={theirs ? undefined : save.error}
        onSubmit={form.onSubmit((values) => save.mutate({ values, seen: null }))}
      >
        {theirs ? (
          <ChangedMeanwhile
            differences={differences}
            onSaveMine={() => save.mutate({ values: form.values, seen: theirs })}
            onTakeTheirs={() => {
              restart(rules.valuesOf(theirs))
              setTheirs(null)
              save.reset()
            }}
          />
        ) : null}
        <FormSection title={title} detail={detail}>
          <fieldset disabled={!mayEdit} className={styles.fields}>
            {children(form)}
          </fieldset>
        </FormSection>
        {isDirty && mayEdit ? (
          <FormActions>
            <Button type="submit" loading={save.isPending} disabled={theirs !== null}>
              {t('save')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                restart(current)
                setTheirs(null)
                save.reset()
              }}
            >
              {t('discard')}
            </Button>
          </FormActions>
        ) : null}
      </FormLayout>
    </div>
  )
}

function conflicts<V extends Values>(
  rules: GroupRules<V>,
  mine: V,
  start: V,
  theirs: Organization,
): (keyof V & string)[] {
  const now = rules.valuesOf(theirs)
  return Object.keys(mine).filter(
    (field) => mine[field] !== start[field] && now[field] !== start[field] && now[field] !== mine[field],
  )
}
