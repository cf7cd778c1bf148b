const STYLED = /(<[a-z][^<>]*?\s)style="([^"]*)"/gi
const ENTITIES: Record<string, string> = { quot: '"', '#x27': "'", '#39': "'", amp: '&', lt: '<', gt: '>' }

const decoded = (text: string): string =>
  text.replaceAll(/&(quot|#x27|#39|amp|lt|gt);/g, (_, name: string) => ENTITIES[name] ?? '')

/**
 * The page's content security policy holds in the mail's frame too and refuses styles that stand in attributes, which is
 * where mail keeps them. They are moved into a style element that carries the page's nonce, before the mail's own ones, so
 * that those still win. Done on the text as our templates write it, because parsing it would already be refused.
 */
export function mailForFrame(html: string, nonce: string | undefined): string {
  if (!nonce) return html
  const rules: string[] = []
  const moved = html.replaceAll(STYLED, (_, head: string, style: string) => {
    const rule = decoded(style)
    rules.push(rule.includes('<') ? '' : `[data-style="${rules.length}"]{${rule}}`)
    return `${head}data-style="${rules.length - 1}"`
  })
  return moved
    .replaceAll(/<style\b/gi, `<style nonce="${nonce}"`)
    .replace(/<head\b[^>]*>/i, (head) => `${head}<style nonce="${nonce}">${rules.join('\n')}</style>`)
}
