import { Button } from '@mantine/core'
import { Link, useTexts } from '@portico/ui'
import { IconCheck, IconChevronRight, IconMinus } from '@tabler/icons-react'
import { useWorkspaceBase } from '../workspace-data.ts'
import { useOnboardingChange, type Onboarding, type OnboardingStep } from './onboarding-data.ts'
import styles from './onboarding.module.css'
import { onboardingTexts } from './texts.ts'

const places: Record<OnboardingStep['key'], string> = {
  identity: '/settings',
  brand: '/settings/brand',
  money: '/settings/tax',
  account: '/settings/accounts',
  client: '/clients/new',
  invoice: '/invoices/new',
  profile: '/account',
  see_clients: '/clients',
  see_invoices: '/invoices',
  see_review: '/review',
}

/** The first steps, ticked off by themselves; each can be skipped, and all of it put away. */
export function OnboardingList({ onboarding }: { onboarding: Onboarding }) {
  const t = useTexts(onboardingTexts)
  const change = useOnboardingChange()
  const { path, steps } = onboarding
  const isJoining = path === 'joining'
  const done = steps.filter(({ state }) => state === 'done').length
  return (
    <section className={styles.steps} aria-labelledby="onboarding">
      <div className={styles.head}>
        <div>
          <h2 id="onboarding">{t(isJoining ? 'joiningTitle' : 'startingTitle')}</h2>
          <p className={styles.quiet}>
            {t(isJoining ? 'joiningDetail' : 'startingDetail')} {t('progress', { done, count: steps.length })}
          </p>
        </div>
        <Button
          variant="subtle"
          size="compact-sm"
          loading={change.isPending && change.variables.is_hidden === true}
          onClick={() => change.mutate({ is_hidden: true })}
        >
          {t('putAway')}
        </Button>
      </div>
      <ol>
        {steps.map((step, index) => (
          <Step
            key={step.key}
            step={step}
            number={index + 1}
            onSkip={() => change.mutate({ skip: [step.key] })}
            onTakeUp={() => change.mutate({ take_up: [step.key] })}
            // Looking is all that these ask for.
            onOpen={() => isJoining && change.mutate({ seen: [step.key] })}
          />
        ))}
      </ol>
    </section>
  )
}

function Step(props: {
  step: OnboardingStep
  number: number
  onSkip: () => void
  onTakeUp: () => void
  onOpen: () => void
}) {
  const { step, number, onSkip, onTakeUp, onOpen } = props
  const t = useTexts(onboardingTexts)
  const base = useWorkspaceBase()
  const title = t(step.key)
  const isSkipped = step.state === 'skipped'
  return (
    <li className={styles.item} data-state={step.state}>
      <Link href={base + places[step.key]} className={styles.step} onClick={onOpen}>
        <span className={styles.mark} aria-hidden>
          {step.state === 'done' ? <IconCheck /> : isSkipped ? <IconMinus /> : number}
        </span>
        <span className={styles.text}>
          <span className={styles.title}>
            {title}
            {step.state === 'open' ? null : (
              <span className={styles.state}>{t(isSkipped ? 'stateSkipped' : 'stateDone')}</span>
            )}
          </span>
          <span className={styles.quiet}>{t(`${step.key}Detail`)}</span>
        </span>
        <IconChevronRight aria-hidden />
      </Link>
      {step.state === 'done' ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          color="gray"
          aria-label={t(isSkipped ? 'takeUpStep' : 'skipStep', { step: title })}
          onClick={isSkipped ? onTakeUp : onSkip}
        >
          {t(isSkipped ? 'takeUp' : 'skip')}
        </Button>
      )}
    </li>
  )
}
