import { say, styled } from './terminal.ts'

/** What stands in the terminal once Portico is ready: where it is, what to do next, where the data is. */
export function greet(options: {
  /** The address of this server on this machine; empty for a worker, which listens to nothing. */
  url: string
  /** Where people reach it, when the operator has set that. */
  publicUrl?: string
  /** Present while nobody owns this installation: the link that makes the first person its owner, with its token. */
  setUpUrl?: string | null
  /** The data folder, or what stands for it where the database is external. */
  data: string
  isMailConfigured: boolean
  startedInMs: number
}): void {
  const label = (text: string) => styled('dim', text.padEnd(8))
  say()
  say(
    `  ${styled('bold', 'Portico')} is ready ${styled('dim', `(${(options.startedInMs / 1000).toFixed(1)} s)`)}`,
  )
  say()
  if (options.url) say(`  ${label('Open')}${styled('cyan', options.publicUrl ?? options.url)}`)
  if (options.setUpUrl)
    say(`  ${label('Set up')}${styled('cyan', options.setUpUrl)}  ${styled('dim', 'works once')}`)
  say(`  ${label('Data')}${options.data}`)
  if (!options.isMailConfigured) say(`  ${label('Mail')}kept in the app until SMTP_URL is set`)
  say()
  say(styled('dim', '  Ctrl-C stops it. "npx portico doctor" checks everything.'))
  say()
}
