import { Button, TextInput, UnstyledButton } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { brandPalette, FileDrop, isHexColor, readProblem, toast, toastProblem, useTexts } from '@portico/ui'
import { contrast } from '@portico/ui/brand.ts'
import { useRef, useState } from 'react'
import { api, unwrap } from '../../../shared/api.ts'
import { upload } from '../../../shared/upload.ts'
import { useWorkspace, type Organization } from '../../workspace-data.ts'
import { keepOrganization } from '../settings-data.ts'
import { SettingsGroup } from '../settings-group.tsx'
import groupStyles from '../settings.module.css'
import { settingsTexts } from '../texts.ts'
import { BrandPreview } from './brand-preview.tsx'
import styles from './brand.module.css'

const TWO_MEGABYTES = 2_000_000
const SWATCHES = ['#0f6b6b', '#1c4f96', '#5c3aa6', '#a51d5b', '#b4431f', '#946200', '#2f6b2f', '#3d4652']

/** Logo and colour, with what they will look like. */
export function BrandPage() {
  const t = useTexts(settingsTexts)
  const { organization } = useWorkspace()
  return (
    <>
      <LogoGroup />
      <SettingsGroup
        title={t('colour')}
        detail={t('colourDetail')}
        rules={{
          valuesOf: ({ brand_color }) => ({ brand_color }),
          bodyOf: ({ brand_color }) => ({ brand_color: brand_color.trim().toLowerCase() }),
          validate: { brand_color: (color: string) => (isHexColor(color.trim()) ? null : t('colourWrong')) },
          labels: { brand_color: t('colourField') },
        }}
      >
        {(form) => {
          const typed = form.values.brand_color.trim()
          const color = /^#[0-9a-f]{6}$/i.test(typed) ? typed : organization.brand_color
          return (
            <>
              <TextInput
                label={t('colourField')}
                autoComplete="off"
                spellCheck={false}
                className={styles.color}
                leftSection={
                  <input
                    type="color"
                    aria-label={t('colourPick')}
                    className={styles.picker}
                    value={color}
                    onChange={(event) => form.setFieldValue('brand_color', event.currentTarget.value)}
                  />
                }
                {...form.getInputProps('brand_color')}
              />
              <div className={styles.swatches} role="group" aria-label={t('colourSwatches')}>
                {SWATCHES.map((swatch) => (
                  <UnstyledButton
                    key={swatch}
                    aria-label={swatch}
                    aria-pressed={swatch === color}
                    className={styles.swatch}
                    style={{ backgroundColor: swatch }}
                    onClick={() => form.setFieldValue('brand_color', swatch)}
                  />
                ))}
              </div>
              <Readability hex={color} />
              <BrandPreview hex={color} organization={organization} />
            </>
          )
        }}
      </SettingsGroup>
    </>
  )
}

/** What became of the colour where it could not be used as it is. */
function Readability({ hex }: { hex: string }) {
  const t = useTexts(settingsTexts)
  const palette = brandPalette(hex)
  const grounds = { light: '#ffffff', dark: '#13181f' } as const
  return (
    <ul className={groupStyles.example} aria-live="polite">
      {(['light', 'dark'] as const).map((scheme) => {
        const { fill, ink } = palette[scheme]
        const ratio = `${contrast(ink, grounds[scheme]).toFixed(1)}:1`
        return (
          <li key={scheme}>
            {fill === palette.hex ? null : `${t('colourAdjusted', { scheme: t(scheme), used: fill })} `}
            {t('colourInk', { scheme: t(scheme), ink, ratio })}
          </li>
        )
      })}
    </ul>
  )
}

function LogoGroup() {
  const t = useTexts(settingsTexts)
  const queries = useQueryClient()
  const { organization, can } = useWorkspace()
  const [file, setFile] = useState<File | null>(null)
  const [progress, setProgress] = useState<number | null>(null)
  // The same key for the same file: a retry after a lost connection cannot make two of it.
  const key = useRef(crypto.randomUUID())
  const mayEdit = can('organizations.settings.edit')

  const send = useMutation({
    mutationFn: (logo: File) =>
      upload<Organization>({
        url: '/v1/organization/logo',
        realm: 'staff',
        file: logo,
        idempotencyKey: key.current,
        onProgress: setProgress,
      }),
    onSuccess: (changed) => {
      keepOrganization(queries, changed)
      setFile(null)
      toast(t('logoSaved'))
    },
    onSettled: () => setProgress(null),
  })
  const remove = useMutation({
    mutationFn: () => unwrap(api.DELETE('/v1/organization/logo', {})),
    onSuccess: (changed) => {
      keepOrganization(queries, changed)
      toast(t('logoRemoved'))
    },
    onError: toastProblem,
  })

  function choose(next: File | null) {
    key.current = crypto.randomUUID()
    send.reset()
    setFile(next)
  }

  const refusal = send.error ? readProblem(send.error) : null
  return (
    <section className={groupStyles.group}>
      <div className={groupStyles.groupHead}>
        <div>
          <h2>{t('logo')}</h2>
          <p className={groupStyles.detail}>{t('logoDetail')}</p>
        </div>
      </div>
      <div className={styles.logo}>
        {organization.logo_url ? (
          <div className={styles.current}>
            <span className={styles.ground} data-ground="light">
              <img src={organization.logo_url} alt={organization.name} />
            </span>
            <span className={styles.ground} data-ground="dark">
              <img src={organization.logo_url} alt="" />
            </span>
            {mayEdit ? (
              <Button
                variant="subtle"
                size="compact-sm"
                loading={remove.isPending}
                onClick={() => remove.mutate()}
              >
                {t('logoRemove')}
              </Button>
            ) : null}
          </div>
        ) : null}
        {mayEdit ? (
          <>
            <FileDrop
              label={t('logoUpload')}
              file={file}
              onChange={choose}
              accept={['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml']}
              acceptLabel={t('logoKinds')}
              maxSize={TWO_MEGABYTES}
              progress={send.isPending ? (progress ?? 0) : null}
              error={refusal ? refusal.detail || refusal.title : undefined}
            />
            {file ? (
              <div>
                <Button loading={send.isPending} onClick={() => send.mutate(file)}>
                  {t('logoSave')}
                </Button>
              </div>
            ) : null}
          </>
        ) : null}
      </div>
    </section>
  )
}
