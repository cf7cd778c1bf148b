import './shared/random-uuid.ts'
import '@portico/ui/theme/styles-light.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { PorticoProvider } from '@portico/ui'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { InvoiceLinkPage } from './invoice-link/invoice-link-page.tsx'
import { firstLocale, offerLanguages, speak } from './shared/language.ts'
import { createQueryClient } from './shared/query.ts'
import { reloadOnNewVersion } from './shared/reload-on-new-version.ts'

/** `/i/<token>`: one page without a router, kept small, because it opens on a phone from a message. */
offerLanguages({ sw: () => import('./invoice-link/texts-in.sw.ts') })
void speak(firstLocale())
const token = decodeURIComponent(location.pathname.split('/')[2] ?? '')
const root = document.getElementById('root')
if (!root) throw new Error('the page has no root element')
reloadOnNewVersion()
createRoot(root).render(
  <StrictMode>
    <PorticoProvider>
      <QueryClientProvider client={createQueryClient()}>
        <InvoiceLinkPage token={token} />
      </QueryClientProvider>
    </PorticoProvider>
  </StrictMode>,
)
