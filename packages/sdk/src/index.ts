export { createPorticoClient, ifMatch, PorticoError, unwrap } from './client.ts'
export type { components, paths, PorticoClient, PorticoOptions, Problem, Schema } from './client.ts'
