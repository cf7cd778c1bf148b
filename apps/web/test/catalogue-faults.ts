import ts from 'typescript'

type Messages = Record<string, string>

const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g
const placeholdersOf = (message: string): string =>
  [...new Set([...message.matchAll(PLACEHOLDER)].map(([, name = '']) => name))]
    .toSorted((a, b) => a.localeCompare(b))
    .join(' ')

/** Words that are the same in both languages: names, and messages that only place others. */
const hasWords = (message: string): boolean => /\p{L}{2}/u.test(message.replaceAll(PLACEHOLDER, ''))

/** What is wrong with a translation, one sentence a fault. `sameWords` are those that both languages share. */
export function faultsOfTranslation(
  english: Messages,
  translated: Messages,
  sameWords: ReadonlySet<string> = new Set(),
): string[] {
  const faults: string[] = []
  for (const [key, message] of Object.entries(english)) {
    const other = translated[key]
    if (other === undefined) faults.push(`${key} is missing`)
    else if (other.trim() === '') faults.push(`${key} is empty`)
    else if (placeholdersOf(message) !== placeholdersOf(other))
      faults.push(`${key} has {${placeholdersOf(other)}} where English has {${placeholdersOf(message)}}`)
    else if (other === message && hasWords(message) && !sameWords.has(message))
      faults.push(`${key} is still English: ${message}`)
  }
  for (const key of Object.keys(translated))
    if (!(key in english)) faults.push(`${key} is not in the English catalogue`)
  return faults
}

/** The strings of a source file: whole ones, and templates as patterns (`${kind}_method`). */
interface Strings {
  exact: Set<string>
  patterns: RegExp[]
}

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)

function stringsIn(source: ts.SourceFile): Strings {
  const found: Strings = { exact: new Set(), patterns: [] }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return
    if (ts.isStringLiteralLike(node)) found.exact.add(node.text)
    if (ts.isIdentifier(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node)
      found.exact.add(node.text)
    if (ts.isTemplateExpression(node)) {
      const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)]
      if (parts.some((part) => part.length > 1))
        found.patterns.push(new RegExp(`^${parts.map(escaped).join('.+')}$`))
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

export interface Source {
  path: string
  text: string
}

/** Whether the server says this key: a right, or a deed of the audit log (also with its outcome behind). */
function isSaidByServer(key: string, said: ReadonlySet<string>): boolean {
  return said.has(key) || [...said].some((name) => name.includes('.') && key.startsWith(`${name}_`))
}

/** What the contract and the server's modules name. */
export function namesIn(sources: readonly Source[]): Set<string> {
  return new Set(
    sources.flatMap(({ path, text }) => [
      ...stringsIn(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)).exact,
    ]),
  )
}

/**
 * Keys that nothing reads. A key with a dot is one that the server names. Another is read where a file that names the catalogue's constant holds the key as a string, or a
 * template that can become it; and, because keys travel in tables between files of a folder, in any file beside or below it.
 */
export function unreadKeys(
  catalogue: { constant: string; path: string; messages: Messages },
  sources: readonly Source[],
  saidByServer: ReadonlySet<string>,
): string[] {
  const folder = catalogue.path.slice(0, catalogue.path.lastIndexOf('/') + 1)
  const readers = sources.filter(
    ({ path, text }) =>
      !/texts(\.\w+)?\.ts$/.test(path) && (text.includes(catalogue.constant) || path.startsWith(folder)),
  )
  const strings = readers.map(({ path, text }) =>
    stringsIn(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)),
  )
  // A file that walks the whole catalogue reads all of it.
  if (readers.some(({ text }) => text.includes(`Object.entries(${catalogue.constant}.messages)`))) return []
  const isRead = (key: string): boolean =>
    strings.some(({ exact, patterns }) => exact.has(key) || patterns.some((pattern) => pattern.test(key)))
  return Object.keys(catalogue.messages).filter(
    (key) =>
      !isRead(key) &&
      !isRead(key.replace(/_(one|other)$/, '')) &&
      !(key.includes('.') && isSaidByServer(key, saidByServer)),
  )
}
