import { ErrorState, SkeletonFacts } from '@portico/ui'
import { useEffect, useState, type ComponentType } from 'react'

/** A part that is not in the first load of the page. */
export type Late<Props> = ComponentType<Props> & {
  /** Fetches it before it is wanted, so that it is there even if the connection then goes. */
  prepare: () => void
}

/**
 * A part of a page that comes after the first paint. Unlike `React.lazy`, one that does not arrive leaves the page standing and is asked
 * for again: these pages are opened on bad connections.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  lines = 3,
): Late<Props> {
  let loaded: ComponentType<Props> | null = null
  const fetchPart = async () => (loaded ??= await load())

  function LatePart(props: Props) {
    const [Part, setPart] = useState(() => loaded)
    const [error, setError] = useState<unknown>(null)
    const [tries, setTries] = useState(0)

    useEffect(() => {
      setError(null)
      fetchPart().then((part) => setPart(() => part), setError)
    }, [tries])

    if (Part) return <Part {...props} />
    if (error) return <ErrorState error={error} onRetry={() => setTries(tries + 1)} />
    return <SkeletonFacts count={lines} />
  }
  return Object.assign(LatePart, { prepare: () => void fetchPart().catch(() => undefined) })
}
