import type { QueryClient } from '@tanstack/react-query'
import { forgetFiles } from '../portal-shared/proof/kept-file.ts'
import { forgetProofDrafts } from '../portal-shared/proof/use-proof-draft.ts'
import { portalApi, setPlace, unwrap } from '../shared/api.ts'

/** Ends the session and leaves nothing of this person on the device. @throws PorticoError */
export async function signOut(queries: QueryClient, slug: string): Promise<void> {
  await unwrap(portalApi.POST('/v1/portal/auth/sign-out', {}))
  setPlace({ organization: null })
  queries.clear()
  forgetProofDrafts()
  forgetFiles()
  location.replace(`/client-portal/${slug}/sign-in`)
}
