import { createContext, useContext, type ComponentProps, type ComponentType } from 'react'

export type LinkProps = ComponentProps<'a'> & { href: string }

function PlainLink(props: LinkProps) {
  return <a {...props} />
}

/** Set by the shell: the router's link where there is a router, a plain anchor elsewhere. */
export const LinkContext = createContext<ComponentType<LinkProps>>(PlainLink)

/** A link inside the app. Also for Mantine: `<Button component={Link} href="…">`. */
export function Link(props: LinkProps) {
  const Component = useContext(LinkContext)
  return <Component {...props} />
}
