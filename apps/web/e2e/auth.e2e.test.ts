import { expect, test } from 'vitest'
import { startPortico } from '../../server/test/running-portico.ts'
import { unwrap } from '../../../packages/sdk/src/index.ts'
import { eventually, journeys, OWNER, pathIn, PHONE_IN_THE_DARK, soon } from './journey.ts'

const on = journeys({ PORTICO_REGISTRATION: 'open' })
const GOOD_PASSWORD = 'violet harbour spoon 71'

test('signing in leads to the page that was asked for, and signing out ends it at once [AUTH-01] [AUTH-02] [AUTH-42]', async () => {
  const { page, check, expectRefusal } = await on.visit()
  expectRefusal(401)
  await page.goto(`/app/${on.agency.slug}/clients?status=active`)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await check()
  await page.getByLabel('Email').fill(OWNER.email)
  await page.getByLabel('Password').first().fill(OWNER.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Clients' }).waitFor()
  expect(new URL(page.url()).search).toBe('?status=active')

  await page.getByRole('button', { name: 'Your account: Amina Mushi' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await page.getByRole('heading', { name: 'Clients' }).count()).toBe(0)
  await check()
})

test('five wrong passwords lock the account with the time that is left, and a reset by mail unlocks it [AUTH-08] [AUTH-09] [AUTH-30] [AUTH-32]', async () => {
  await join('locked@kilimo.example', 'Lulu Locked')
  const { page, check, expectRefusal } = await on.visit()
  expectRefusal(401)
  expectRefusal(429)
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill('locked@kilimo.example')
  for (let attempt = 1; attempt <= 5; attempt++) {
    await page.getByLabel('Password').first().fill(`wrong ${attempt}`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page
      .getByText(attempt < 5 ? 'Email or password is not right' : 'Too many failed attempts')
      .first()
      .waitFor()
    await soon(() => page.getByLabel('Password').first().inputValue()).toBe('')
  }
  expect(await page.getByRole('timer').textContent()).toMatch(/^1[45]:\d\d$/)
  await check()

  // The address that was typed goes along, and an unknown one is answered in the same words.
  await page.getByRole('link', { name: 'Set a new password' }).click()
  await soon(() => page.getByLabel('Email').inputValue()).toBe('locked@kilimo.example')
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByText('If an account uses locked@kilimo.example, a link is on its way').waitFor()
  await check()
  await page.getByRole('button', { name: 'Use another address' }).click()
  await page.getByLabel('Email').fill('nobody@nowhere.example')
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByText('If an account uses nobody@nowhere.example, a link is on its way').waitFor()

  await page.goto(pathIn(await on.systemMail('locked@kilimo.example', 'password-reset'), '/reset-password'))
  await page.getByLabel('Password').first().fill('another quiet river 52')
  await page.getByRole('button', { name: 'Set password' }).click()
  await page.getByText('The password is set').waitFor()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('Email').fill('locked@kilimo.example')
  await page.getByLabel('Password').first().fill('another quiet river 52')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Your account: Lulu Locked' }).waitFor()
})

test('a password is judged while it is typed, and a new person verifies the address before signing in [AUTH-05] [AUTH-07] [AUTH-11] [AUTH-06]', async () => {
  const { page, check, expectRefusal } = await on.visit(PHONE_IN_THE_DARK)
  expectRefusal(403)
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Create one' }).click()
  await page.getByLabel('Your name').fill('Zawadi Mrema')
  await page.getByLabel('Email').fill('zawadi@new.example')
  const rule = (words: string) => page.getByRole('listitem').filter({ hasText: words })
  await page.getByLabel('Password').first().fill('password12345')
  await rule('at least 10 characters: done').waitFor()
  await rule('leaks have made known: missing').waitFor()
  await page.getByLabel('Password').first().fill(GOOD_PASSWORD)
  await rule('leaks have made known: done').waitFor()
  await rule('not your name or address: done').waitFor()
  await check()
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()
  await check()

  await page.goto('/sign-in')
  await page.getByLabel('Email').fill('zawadi@new.example')
  await page.getByLabel('Password').first().fill(GOOD_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('The address is not verified yet').waitFor()
  await check()
  await page.getByRole('button', { name: 'Send it again' }).click()
  await page.getByText('Sent. Look at the spam folder too.').waitFor()

  await page.goto(pathIn(await on.systemMail('zawadi@new.example', 'verify-email'), '/verify-email'))
  await check()
  await page.getByRole('button', { name: 'Verify and sign in' }).click()
  await page.getByText('You are not a member of an organization yet').waitFor()
  await check()
  await page.getByRole('button', { name: 'New organization' }).click()
  await page.getByLabel('Name of the organization').fill('Mrema Consulting')
  await page.getByRole('combobox', { name: 'Country' }).click()
  await page.getByRole('combobox', { name: 'Country' }).fill('Kenya')
  await page.getByRole('option', { name: 'Kenya' }).click()
  await soon(() => page.getByRole('combobox', { name: 'Base currency' }).inputValue()).toContain('KES')
  await soon(() => page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toContain('Africa/Nairobi')
  await check()
  await page.getByRole('button', { name: 'Create organization' }).click()
  await page.waitForURL('**/app/mrema-consulting')
  await page.getByRole('heading', { level: 1 }).waitFor()
})

test('an invited person joins by the link, sees only what the role allows, and switches between organizations [ORG-29] [ORG-30] [ORG-08] [ORG-32] [RBAC-15] [AUTH-10] [AUTH-33]', async () => {
  const owner = await on.enter('/team')
  await owner.page.getByRole('button', { name: 'Invite' }).click()
  await owner.page.getByLabel('Email').fill('baraka@kilimo.example')
  await owner.page.getByRole('combobox', { name: 'Role' }).click()
  await owner.page.getByRole('option', { name: 'Support' }).click()
  await owner.check()
  await owner.page.getByRole('button', { name: 'Send invitation' }).click()
  await owner.page.getByText('Invited baraka@kilimo.example').waitFor()
  await owner.page.getByRole('tab', { name: 'Invitations' }).click()
  await owner.page.getByRole('row', { name: /baraka@kilimo.example.*Invited/ }).waitFor()
  await owner.check()

  const path = await invitationPath('baraka@kilimo.example')
  const guest = await on.visit()
  await guest.page.goto(path)
  await guest.page.getByRole('heading', { name: 'Join Kilimo Studio' }).waitFor()
  await guest.check()
  await guest.page.getByLabel('Your name').fill('Baraka Lyimo')
  await guest.page.getByLabel('Password').first().fill(GOOD_PASSWORD)
  await guest.page.getByRole('button', { name: 'Join Kilimo Studio' }).click()
  await guest.page.getByRole('navigation', { name: 'Main' }).waitFor()
  const places = guest.page.getByRole('navigation', { name: 'Main' }).getByRole('link')
  expect(await places.allTextContents()).toEqual(['Home', 'Clients', 'Team', 'Settings'])
  await guest.page.getByRole('link', { name: 'Clients', exact: true }).click()
  await guest.page.getByRole('heading', { name: 'Clients' }).waitFor()
  expect(await guest.page.getByRole('link', { name: 'New client' }).count()).toBe(0)
  await guest.check()

  // The same link is spent; another invitation can be revoked, and its link is dead too.
  const second = await on.visit()
  second.expectRefusal(410)
  await second.page.goto(path)
  await second.page.getByRole('heading', { name: 'This invitation is no longer valid' }).waitFor()
  await second.check()
  await owner.page.getByRole('button', { name: 'Invite' }).click()
  await owner.page.getByLabel('Email').fill('revoked@kilimo.example')
  await owner.page.getByRole('combobox', { name: 'Role' }).click()
  await owner.page.getByRole('option', { name: 'Support' }).click()
  await owner.page.getByRole('button', { name: 'Send invitation' }).click()
  const revoked = owner.page.getByRole('row', { name: /revoked@kilimo.example/ })
  await revoked.getByRole('button', { name: 'Revoke' }).click()
  await revoked.getByText('Revoked', { exact: true }).waitFor()
  await second.page.goto(await invitationPath('revoked@kilimo.example'))
  await second.page.getByRole('heading', { name: 'This invitation is no longer valid' }).waitFor()

  await guest.page.goto('/app?new=1')
  await guest.page.getByLabel('Name of the organization').fill('Lyimo Works')
  await guest.page.getByRole('button', { name: 'Create organization' }).click()
  await guest.page.getByRole('button', { name: 'Switch organization: Lyimo Works' }).click()
  await guest.page.getByRole('menuitem', { name: /Kilimo Studio/ }).click()
  await guest.page.getByRole('button', { name: 'Switch organization: Kilimo Studio' }).waitFor()
  await guest.check()

  await guest.page.goto(`/app/${on.agency.slug}/account`)
  await guest.page.getByText('This is your first sign-in').waitFor()
  await guest.page.getByLabel('Current password').fill(GOOD_PASSWORD)
  await guest.page.getByLabel('New password').first().fill('seven copper kettles 09')
  await guest.page.getByRole('button', { name: 'Change password' }).click()
  await guest.page.getByText('The password is changed').waitFor()
  await guest.check()
  const again = await on.enter('/account', {
    email: 'baraka@kilimo.example',
    password: 'seven copper kettles 09',
  })
  expect(await again.page.getByText('This is your first sign-in').count()).toBe(0)
})

test('an organization that is not there, or not one’s own, says so and shows the way [ORG-04]', async () => {
  const { page, context } = await on.enter()
  await page.goto('/app/somebody-elses')
  await page.getByRole('heading', { name: 'There is no such organization here' }).waitFor()
  await page.getByRole('link', { name: 'See your organizations' }).click()
  await page.getByRole('heading', { name: 'Your organizations' }).waitFor()
  await context.close()
})

test('a session that ends under a half-written form is taken up again without losing it [AUTH-03]', async () => {
  const { page, context } = await on.enter('/clients/new')
  await page.getByLabel('Name of the company').fill('Half Written Ltd')
  await context.clearCookies({ name: /session/i })
  await page.getByRole('button', { name: 'Add client' }).click()
  await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor()
  await page.getByRole('dialog').getByLabel('Password').first().fill(OWNER.password)
  await page.getByRole('button', { name: 'Sign in and go on' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(await page.getByLabel('Name of the company').inputValue()).toBe('Half Written Ltd')
  await page.getByRole('button', { name: 'Add client' }).click()
  await page.getByRole('heading', { name: 'Half Written Ltd' }).waitFor()
})

test('the first person sets the installation up and stands in the workspace [AUTH-06] [AUTH-11] [ORG-15]', async () => {
  const fresh = await startPortico({ withWebApp: true })
  try {
    const { page, check, context } = await on.visit({ timezoneId: 'Africa/Dar_es_Salaam' })
    await page.goto(fresh.setUpUrl())
    // Where the browser lives decides what is suggested.
    await soon(() => page.getByRole('combobox', { name: 'Country' }).inputValue()).toBe('Tanzania')
    await soon(() => page.getByRole('combobox', { name: 'Base currency' }).inputValue()).toContain('TZS')
    await page.getByRole('button', { name: 'Set up' }).click()
    await page.getByText('This is needed').first().waitFor()
    await check()
    await page.getByLabel('Your name').fill('Petra Moshi')
    await page.getByLabel('Email').fill('petra@first.example')
    await page.getByLabel('Password').first().fill(GOOD_PASSWORD)
    await page.getByLabel('Name of the organization').fill('First Works')
    await page.getByRole('button', { name: 'Set up' }).click()
    await page.waitForURL('**/app/first-works')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await check()
    await page.goto(`${fresh.url}/set-up`)
    await page.getByRole('heading', { name: 'This installation is set up already' }).waitFor()
    await page.goto(`${fresh.url}/app/first-works/outbox?tab=installation`)
    await page.getByText('No mail of the installation yet').waitFor()
    await check()
    await context.close()
  } finally {
    await fresh.remove()
  }
})

test('a person with an account joins with its password, or with one click when signed in [ORG-06] [ORG-07] [ORG-30]', async () => {
  await join('known@kilimo.example', 'Kita Known')
  const { page, context, check } = await on.enter('/team', {
    email: 'known@kilimo.example',
    password: GOOD_PASSWORD,
  })
  await page.goto('/app?new=1')
  await page.getByLabel('Name of the organization').fill('Known Works')
  await page.getByRole('button', { name: 'Create organization' }).click()
  await page.waitForURL('**/app/known-works')

  const invite = async (email: string) => {
    await page.goto('/app/known-works/team')
    await page.getByRole('button', { name: 'Invite' }).click()
    await page.getByLabel('Email').fill(email)
    await page.getByRole('combobox', { name: 'Role' }).click()
    await page.getByRole('option', { name: 'Finance' }).click()
    await page.getByRole('button', { name: 'Send invitation' }).click()
    await page.getByText(`Invited ${email}`).waitFor()
    await page.goto('/app/known-works/outbox')
    await page.getByRole('table').getByRole('button').first().click()
    await page.getByText('As text').click()
    return pathIn((await page.locator('pre').textContent()) ?? '', '/invitations')
  }
  await join('click@kilimo.example', 'Kim Click')
  const path = await invite(OWNER.email)
  const other = await invite('click@kilimo.example')
  // The wrong person is told so.
  await page.goto(path)
  await page
    .getByText(`This invitation is for ${OWNER.email}, and you are signed in as known@kilimo.example.`)
    .waitFor()
  await check()
  await context.close()

  const owner = await on.visit()
  owner.expectRefusal(401)
  await owner.page.goto(path)
  await owner.page.getByText('There is an account with this address').waitFor()
  await owner.page.getByLabel('Password').first().fill('not the password')
  await owner.page.getByRole('button', { name: 'Join Known Works' }).click()
  await owner.page.getByText('Email or password is not right').first().waitFor()
  await owner.check()
  await owner.page.getByLabel('Password').first().fill(OWNER.password)
  await owner.page.getByRole('button', { name: 'Join Known Works' }).click()
  await owner.page.getByRole('button', { name: 'Switch organization: Known Works' }).waitFor()
  await owner.check()

  const kim = await on.enter('', { email: 'click@kilimo.example', password: GOOD_PASSWORD })
  await kim.page.goto(other)
  await kim.page.getByText('You are signed in as click@kilimo.example.').waitFor()
  await kim.check()
  await kim.page.getByRole('button', { name: 'Join Known Works' }).click()
  await kim.page.getByRole('button', { name: 'Switch organization: Known Works' }).waitFor()
})

async function invitationPath(email: string): Promise<string> {
  return eventually(async () => {
    const { data } = await unwrap(on.agency.api.GET('/v1/emails', {}))
    const mail = data.find((one) => one.template === 'invitation' && one.to.includes(email))
    if (!mail) return null
    const { text } = await unwrap(
      on.agency.api.GET('/v1/emails/{email_id}', { params: { path: { email_id: mail.id } } }),
    )
    return pathIn(text, '/invitations')
  })
}

/** Another member, by an invitation. */
async function join(email: string, name: string): Promise<void> {
  const roles = await unwrap(on.agency.api.GET('/v1/roles', {}))
  const role = roles.data.find(({ key }) => key === 'member')
  await unwrap(on.agency.api.POST('/v1/invitations', { body: { email, role_id: role?.id ?? '' } }))
  const token = (await invitationPath(email)).split('/').at(-1) ?? ''
  const visitor = await on.visit()
  const answer = await visitor.context.request.post(`/v1/invitation-links/${token}/accept`, {
    data: { name, password: GOOD_PASSWORD },
    headers: { origin: on.portico.url },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  await visitor.context.close()
}
