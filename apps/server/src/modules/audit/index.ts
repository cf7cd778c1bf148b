import type { Module } from '../../app.ts'
import { anchorHeads } from './anchors.ts'
import { registerRoutes } from './routes.ts'
import { sealAudit } from './seal.ts'

export { appendAnchors, headsOf, readAnchors } from './anchors.ts'
export { sealEntries } from './seal.ts'
export { verifyChain, type Anchor, type ChainReport } from './verify.ts'

export const audit: Module = {
  name: 'audit',
  register: registerRoutes,
  recurring: [sealAudit, anchorHeads],
}
