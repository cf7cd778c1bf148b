export function SignInPage() {
  return <main id="content" tabIndex={-1} />
}
