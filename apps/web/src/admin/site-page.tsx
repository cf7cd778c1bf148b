import { Button, Switch, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  applyProblemToForm,
  ErrorState,
  FormActions,
  FormLayout,
  FormSection,
  PageHeader,
  Problem,
  SkeletonPage,
  toast,
  useTexts,
} from '@portico/ui'
import { api, ifMatch, unwrap } from '../shared/api.ts'
import { ChangedMeanwhile } from '../shared/record-form/changed-meanwhile.tsx'
import { changedFields } from '../shared/record-form/changed-fields.ts'
import { refusalToShow } from '../shared/record-form/overtaken.ts'
import { useRecordForm } from '../shared/record-form/use-record-form.ts'
import { useUnsavedGuard } from '../shared/unsaved-guard.tsx'
import { installationQuery, type Installation } from './admin-data.ts'
import styles from './admin.module.css'
import { adminTexts } from './texts.ts'

/** `/admin/site`: the site, who operates it, its legal texts, and the demo. */
export function SitePage() {
  const t = useTexts(adminTexts)
  const installation = useQuery(installationQuery)
  return (
    <div className={styles.column}>
      <PageHeader
        title={t('site')}
        action={
          <Button component="a" href="/pricing" variant="default">
            {t('seeSite')}
          </Button>
        }
      />
      {installation.data ? (
        <>
          <SiteForm installation={installation.data} />
          <Demo installation={installation.data} />
        </>
      ) : installation.error ? (
        <ErrorState error={installation.error} onRetry={() => void installation.refetch()} />
      ) : (
        <SkeletonPage />
      )}
    </div>
  )
}

const fields = ['operator_name', 'operator_address', 'contact_email', 'terms', 'privacy', 'imprint'] as const

const valuesOf = (installation: Installation) => ({
  is_site_on: installation.is_site_on,
  ...(Object.fromEntries(fields.map((field) => [field, installation[field] ?? ''])) as Record<
    (typeof fields)[number],
    string
  >),
})

const bodyOf = ({ is_site_on, ...texts }: ReturnType<typeof valuesOf>) => ({
  is_site_on,
  ...Object.fromEntries(fields.map((field) => [field, texts[field].trim() || null])),
})

function SiteForm({ installation }: { installation: Installation }) {
  const t = useTexts(adminTexts)
  const queries = useQueryClient()
  const form = useForm({ initialValues: valuesOf(installation) })
  const { from, fillFrom } = useRecordForm(form, installation, valuesOf)
  const save = useMutation({
    mutationFn: (version: number) =>
      unwrap(
        api.PATCH('/v1/platform/installation', {
          params: { header: ifMatch(version) },
          body: changedFields(bodyOf(form.values), bodyOf(valuesOf(from))),
        }),
      ),
    onSuccess: (saved) => {
      queries.setQueryData(installationQuery.queryKey, saved)
      fillFrom(saved)
      toast(t('saved'))
    },
    onError: (error) => applyProblemToForm(form, error),
  })
  const read = () => queries.fetchQuery({ ...installationQuery, staleTime: 0 })
  const guard = useUnsavedGuard(form.isDirty())
  return (
    <>
      {guard}
      <FormLayout
        label={t('site')}
        error={refusalToShow(save.error)}
        onSubmit={form.onSubmit(() => save.mutate(from.version))}
      >
        <ChangedMeanwhile
          error={save.error}
          read={read}
          onLoad={(next) => {
            fillFrom(next)
            save.reset()
          }}
          onKeep={(next) => save.mutate(next.version)}
        />
        <FormSection title={t('siteGroup')} detail={t('siteDetail')}>
          <Switch label={t('siteOn')} {...form.getInputProps('is_site_on', { type: 'checkbox' })} />
        </FormSection>
        <FormSection title={t('operatorGroup')} detail={t('operatorDetail')}>
          <TextInput label={t('operatorName')} maxLength={200} {...form.getInputProps('operator_name')} />
          <Textarea
            label={t('operatorAddress')}
            autosize
            minRows={2}
            maxLength={600}
            {...form.getInputProps('operator_address')}
          />
          <TextInput
            label={t('contactEmail')}
            description={t('contactEmailHint')}
            type="email"
            {...form.getInputProps('contact_email')}
          />
        </FormSection>
        <FormSection title={t('legalGroup')} detail={t('legalDetail')}>
          {(['terms', 'privacy', 'imprint'] as const).map((field) => (
            <Textarea
              key={field}
              label={t(field)}
              autosize
              minRows={3}
              maxRows={14}
              {...form.getInputProps(field)}
            />
          ))}
        </FormSection>
        <FormActions>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t('save')}
          </Button>
        </FormActions>
      </FormLayout>
    </>
  )
}

function Demo({ installation: { demo } }: { installation: Installation }) {
  const t = useTexts(adminTexts)
  const queries = useQueryClient()
  const load = useMutation({
    mutationFn: () => unwrap(api.POST('/v1/platform/demo', {})),
    onSuccess: (now) => queries.setQueryData(installationQuery.queryKey, now),
  })
  return (
    <section className={styles.demo} aria-labelledby="demo">
      <h2 id="demo">{t('demoGroup')}</h2>
      <p className={styles.quiet}>{t('demoDetail')}</p>
      {load.error ? <Problem error={load.error} /> : null}
      {demo.state === 'loaded' ? (
        <>
          <p>{t('demoLoaded', { detail: demo.detail ?? '' })}</p>
          <div>
            <Button component="a" href="/app" variant="default">
              {t('demoOpen')}
            </Button>
          </div>
        </>
      ) : (
        <>
          {demo.state === 'failed' ? (
            <p role="alert">{t('demoFailed', { detail: demo.detail ?? '' })}</p>
          ) : null}
          {demo.state === 'loading' ? <p role="status">{t('demoLoading')}</p> : null}
          <div>
            <Button
              variant="default"
              loading={load.isPending || demo.state === 'loading'}
              onClick={() => load.mutate()}
            >
              {t('demoLoad')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
