import { Link, PageHeader } from '@portico/ui'
import { SampleFrame } from './frame-parts.tsx'

const views = [
  'list',
  'list?state=loading',
  'list?state=empty',
  'list?state=error',
  'show',
  'form',
  'form?error',
  'portal',
]

export function FramePieces() {
  return (
    <SampleFrame path="/app/studio">
      <PageHeader title="Pieces" count={views.length} />
      <ul>
        {views.map((view) => (
          <li key={view}>
            <Link href={`/pieces/${view}`}>{view}</Link>
          </li>
        ))}
      </ul>
    </SampleFrame>
  )
}
