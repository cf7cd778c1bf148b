import { createTaxRate, listTaxRates, updateTaxRate } from '@portico/contract'
import type { Edge } from '../../platform/http/edge.ts'
import { rates, type TaxRateRow } from './reads.ts'
import { addRate, changeRate } from './service.ts'

export function registerRoutes(edge: Edge): void {
  edge.handle(listTaxRates, async (call) => {
    const { rows } = await call.read(rates(call.organizationId, call.now, call.query.on ?? null))
    return { data: rows[0] as TaxRateRow[] }
  })
  edge.handle(createTaxRate, async (call) => call.command((tx) => addRate(tx, call.body)))
  edge.handle(updateTaxRate, async (call) =>
    call.command((tx) => changeRate(tx, call.params.tax_rate_id, call.expectedVersion, call.body)),
  )
}
