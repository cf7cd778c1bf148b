/** One finding of `portico doctor`. A problem keeps Portico from working or from being safe; a warning does not. */
export interface Check {
  title: string
  state: 'good' | 'warning' | 'problem'
  /** What was found, one line. */
  finding: string
  /** What to do about it; present unless all is good. */
  fix?: string
}

export function good(title: string, finding: string): Check {
  return { title, state: 'good', finding }
}

export function warning(title: string, finding: string, fix: string): Check {
  return { title, state: 'warning', finding, fix }
}

export function problem(title: string, finding: string, fix: string): Check {
  return { title, state: 'problem', finding, fix }
}
