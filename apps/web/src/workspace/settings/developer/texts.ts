import { defineTexts } from '@portico/ui'

export const developerTexts = defineTexts('developer', {
  title: 'Requests',
  detail:
    'What was asked of the API in the last 30 days, by this app and by your programs. Bodies and secrets are not kept.',
  search: 'Request id or operation',
  request: 'Request',
  requestId: 'the request id',
  status: 'Status',
  status_2xx: 'Done (2xx)',
  status_3xx: 'Unchanged (3xx)',
  status_4xx: 'Refused (4xx)',
  status_5xx: 'Failed (5xx)',
  problem: 'Why',
  caller: 'Who',
  caller_link: 'A private link',
  caller_contact: 'A contact',
  caller_member: 'A member',
  caller_key: 'An API key',
  took: 'Took',
  milliseconds_one: '{{count}} ms',
  milliseconds_other: '{{count}} ms',
  when: 'When',
  emptyTitle: 'Requests will be listed here',
  emptyDetail: 'Each request to the API of your organization, with its status and who sent it.',
})
