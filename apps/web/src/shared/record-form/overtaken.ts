import { problemOf } from '@portico/ui'

/** A change that was made from an older version (412). Forms explain it themselves instead of showing the refusal. */
export function isOvertaken(error: unknown): boolean {
  return problemOf(error)?.code === 'version_mismatch'
}

/** The refusal to show: none for an overtaken change, whose form reads what stands there now. */
export function refusalToShow(error: unknown): unknown {
  return isOvertaken(error) ? undefined : error
}
