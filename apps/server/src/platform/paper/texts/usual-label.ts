import { en } from './en.ts'
import type { PaperTexts } from './en.ts'

const keys = new Map(Object.entries(en.labels).map(([key, label]) => [label.toLowerCase(), key]))

/**
 * A label of the organization's settings as this paper's language says it. The usual ones ("Account", "Payment reference") are ours
 * to translate; what an organization named itself stays as it is written.
 */
export function usualLabel(texts: PaperTexts, label: string): string {
  const key = keys.get(label.trim().toLowerCase())
  return key === undefined ? label : (texts.labels[key as keyof PaperTexts['labels']] ?? label)
}
