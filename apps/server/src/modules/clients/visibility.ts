/**
 * The clients that the caller may meet: all, or for a member limited to assigned clients only those. `column` is the client's id in
 * the statement, whose `$1` is the organization.
 */
export const mayMeet = (column: string): string =>
  `((select app.limited_member()) is null or exists (select 1 from client_assignments a where a.organization_id = $1 and a.membership_id = (select app.limited_member()) and a.client_id = ${column}))`

/** The same for a statement that finds one record: the assignments are not even looked at where the caller is not limited. */
export const mayMeetOne = (column: string): string =>
  `((select app.limited_member()) is null or app.is_assigned($1, ${column}))`
