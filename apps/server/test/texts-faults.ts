/** The checks of catalogues that are objects of sentences and functions of sentences: those of mail and paper. */
type Leaf = string | ((...values: never[]) => string)

/** Every message with its path, `receipt.subject`. */
export function leavesOf(texts: object, path = ''): [path: string, leaf: Leaf][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) => {
    const at = path ? `${path}.${key}` : key
    return typeof value === 'object' && value !== null
      ? leavesOf(value, at)
      : [[at, value as Leaf] as [string, Leaf]]
  })
}

/** What a message says when each of its values is a mark of its own, and which of the marks it shows. */
function shown(leaf: Leaf): { text: string; marks: string } {
  if (typeof leaf === 'string') return { text: leaf, marks: '' }
  const marks = ['Q1q', 'Q2q', 'Q3q', 'Q4q']
  const text = (leaf as (...values: string[]) => string)(...marks)
  const found = marks.filter((mark) => text.toLowerCase().includes(mark.toLowerCase()))
  return { text, marks: found.join(' ') }
}

/** What is wrong with a translation, one sentence a fault. `shared` are the paths of words that both languages share. */
export function faultsOfTexts(english: object, translated: object, shared: ReadonlySet<string>): string[] {
  const others = new Map(leavesOf(translated))
  const known = new Set<string>()
  const faults: string[] = []
  for (const [path, leaf] of leavesOf(english)) {
    known.add(path)
    const other = others.get(path)
    if (other === undefined) faults.push(`${path} is missing`)
    else if (typeof other !== typeof leaf) faults.push(`${path} takes other values`)
    else {
      const [ours, theirs] = [shown(leaf), shown(other)]
      if (theirs.text.trim() === '') faults.push(`${path} is empty`)
      else if (ours.marks !== theirs.marks) faults.push(`${path} leaves a value out`)
      else if (ours.text === theirs.text && !shared.has(path))
        faults.push(`${path} is still English: ${ours.text}`)
    }
  }
  for (const path of others.keys())
    if (!known.has(path)) faults.push(`${path} is not in the English catalogue`)
  return faults
}
