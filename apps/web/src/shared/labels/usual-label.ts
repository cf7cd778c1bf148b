import { useTexts } from '@portico/ui'
import { labelTexts } from './texts.ts'

const keys = new Map(Object.entries(labelTexts.messages).map(([key, label]) => [label.toLowerCase(), key]))

/**
 * Labels of the organization's settings as the reader says them. The usual ones ("Account", "Payment reference") are ours to translate;
 * what an organization named itself stays as it is written.
 */
export function useUsualLabel(): (label: string) => string {
  const t = useTexts(labelTexts)
  return (label) => t.maybe(keys.get(label.trim().toLowerCase()) ?? '', label)
}
