import type { Module } from '../../app.ts'
import { registerRoutes } from './routes.ts'

export { presentPortalProof } from './present.ts'
export { proofsOfInvoice, type ClientProofRow } from './reads.ts'
export { submitProof, type NewProof } from './submit-proof.ts'

export const paymentProofs: Module = { name: 'payment-proofs', register: registerRoutes }
