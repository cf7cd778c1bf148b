/**
 * The fields of a request's body that differ from the body that the form would have sent as it was opened: what a person
 * did not touch is not sent, so that it cannot undo what somebody else wrote there.
 */
export function changedFields<B extends object>(body: B, opened: B): Partial<B> {
  const then = opened as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(body).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(then[field])),
  ) as Partial<B>
}
