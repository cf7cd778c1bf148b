import { lazyRouteComponent } from '@tanstack/react-router'
import { PorticoError } from './api.ts'

/**
 * A route's page, loaded when it is first opened. Where nothing answers, the frame stays and says that there is no connection; the
 * router itself would load the whole page again and leave its reader with the browser's own error.
 */
export function latePage<Name extends string>(
  load: () => Promise<Record<Name, () => React.ReactNode>>,
  name: Name,
): ReturnType<typeof lazyRouteComponent> {
  const loadOrSay = () =>
    load().catch((cause: unknown) => {
      throw new PorticoError(0, null, { cause })
    })
  return lazyRouteComponent(loadOrSay as () => Promise<Record<string, () => React.ReactNode>>, name)
}
