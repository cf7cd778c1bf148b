import { portalRights } from '@portico/contract/portal-rights.ts'
import { defineTexts } from '@portico/ui'

/** The rights' own words come from their catalogue, so that the API document and the screen say the same. */
export const rightsTexts = defineTexts('portal-rights', portalRights)
