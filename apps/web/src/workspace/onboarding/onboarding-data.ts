import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { toastProblem } from '@portico/ui'
import { api, unwrap, type Schema } from '../../shared/api.ts'

export type Onboarding = Schema<'Onboarding'>
export type OnboardingStep = Onboarding['steps'][number]

export const onboardingQuery = queryOptions({
  queryKey: ['onboarding'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/onboarding', { signal })),
})

/** Skips, takes up again, marks as seen, puts away; the list shows it at once. */
export function useOnboardingChange() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: {
      skip?: OnboardingStep['key'][]
      take_up?: OnboardingStep['key'][]
      seen?: OnboardingStep['key'][]
      is_hidden?: boolean
    }) => unwrap(api.PATCH('/v1/onboarding', { body })),
    onSuccess: (now) => queries.setQueryData(onboardingQuery.queryKey, now),
    onError: (error) => toastProblem(error),
  })
}
