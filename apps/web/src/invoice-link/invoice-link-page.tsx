import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ErrorState, PortalFrame, problemOf, readProblem, SkeletonPage, useTexts } from '@portico/ui'
import type { InvoiceAccess } from '../portal-shared/invoice-access.ts'
import { InvoiceView } from '../portal-shared/invoice-view.tsx'
import { stageOf } from '../portal-shared/invoice.ts'
import { portalApi, unwrap, type Schema } from '../shared/api.ts'
import { readBoot } from '../shared/boot.ts'
import { firstLocale, speak } from '../shared/language.ts'
import { LanguageSwitch } from '../shared/language-switch.tsx'
import { upload } from '../shared/upload.ts'
import { EndedLink } from './ended-link.tsx'
import styles from './invoice-link.module.css'
import { invoiceLinkTexts } from './texts.ts'
import { useNoteView } from './use-note-view.ts'

type LinkedInvoice = Schema<'LinkedInvoice'>

/** While a proof is being checked, the answer may come at any time. */
const CHECKING = 30_000
const REST = 10 * 60_000

/** One invoice behind its private link: seen, paid and proven without an account. */
export function InvoiceLinkPage({ token }: { token: string }) {
  const t = useTexts(invoiceLinkTexts)
  const boot = readBoot().organization
  const link = useQuery({
    queryKey: ['invoice-link', token],
    async queryFn({ signal }) {
      const found = await unwrap(
        portalApi.GET('/v1/invoice-links/{token}', { params: { path: { token } }, signal }),
      )
      await speak(firstLocale(found.client_locale))
      return found
    },
    refetchInterval: ({ state }) =>
      state.data && stageOf(state.data.invoice) === 'checking' ? CHECKING : REST,
  })
  const access = useLinkAccess(token)
  useNoteView(token, link.data !== undefined)

  const organization = link.data?.organization
  const name = organization?.name ?? boot?.name ?? ''
  const logoUrl = organization?.logo_url ?? boot?.logo_url ?? null
  const portalHref =
    organization && link.data?.is_portal_enabled ? `/client-portal/${organization.slug}` : null
  const isEnded = problemOf(link.error)?.code === 'token_invalid' || readProblem(link.error).status === 404
  return (
    <PortalFrame
      brand={{ name, logoUrl }}
      width={link.data ? 'wide' : 'narrow'}
      actions={
        portalHref ? (
          <Button component="a" href={portalHref} variant="default">
            {t('signIn')}
          </Button>
        ) : undefined
      }
      footer={
        link.data ? (
          <div className={styles.footer}>
            <p>{t('privateNote')}</p>
            {portalHref ? (
              <p>
                <a href={portalHref}>{t('toPortal')}</a>
              </p>
            ) : null}
            <LanguageSwitch />
          </div>
        ) : undefined
      }
    >
      {link.error && isEnded ? (
        <EndedLink name={name} portalHref={boot ? `/client-portal/${boot.slug}` : null} />
      ) : link.data ? (
        <InvoiceView
          invoice={link.data.invoice}
          access={access}
          logoUrl={logoUrl}
          contact={{ email: link.data.organization.email, phone: link.data.organization.phone }}
        />
      ) : link.error ? (
        <ErrorState error={link.error} onRetry={() => void link.refetch()} />
      ) : (
        <SkeletonPage />
      )}
    </PortalFrame>
  )
}

function useLinkAccess(token: string): InvoiceAccess {
  const queries = useQueryClient()
  const key = ['invoice-link', token]
  return {
    asksName: true,
    refresh: () => void queries.invalidateQueries({ queryKey: key }),
    pdf: () =>
      portalApi.GET('/v1/invoice-links/{token}/pdf', {
        params: { path: { token }, query: { disposition: 'inline' } },
        parseAs: 'blob',
      }),
    async sendProof({ fields, file, key: idempotencyKey, onProgress }) {
      const answer = await upload<LinkedInvoice>({
        url: `/v1/invoice-links/${encodeURIComponent(token)}/proofs`,
        realm: 'portal',
        fields,
        file,
        idempotencyKey,
        onProgress,
      })
      queries.setQueryData(key, answer)
    },
  }
}
