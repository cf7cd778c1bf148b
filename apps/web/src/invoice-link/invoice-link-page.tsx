import { PortalFrame, SkeletonPage } from '@portico/ui'
import { readBoot } from '../shared/boot.ts'

export function InvoiceLinkPage({ token }: { token: string }) {
  const boot = readBoot().organization
  return (
    <PortalFrame brand={{ name: boot?.name ?? '', logoUrl: boot?.logo_url }} width="narrow">
      <SkeletonPage key={token} />
    </PortalFrame>
  )
}
