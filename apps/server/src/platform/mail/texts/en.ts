/**
 * English, and the shape of every other language: a catalogue is this object with other words. Functions take what the
 * sentence needs, already written for the reader, so that a language can order and inflect as it must.
 */
export const en = {
  language: 'en',
  direction: 'ltr' as 'ltr' | 'rtl',
  /** Where a bare language tag takes its dates and numbers from. */
  formats: 'en-GB',

  layout: {
    greeting: (name: string | undefined) => (name ? `Hello ${name},` : 'Hello,'),
    openAddress: 'If the button does not work, open this address:',
    replyTo: (brand: string) => `Reply to this email to reach ${brand}.`,
    noReply: 'Replies to this address are not read.',
  },

  verifyEmail: {
    subject: 'Confirm your email address',
    heading: 'Confirm your email address',
    body: (brand: string) =>
      `You signed up for ${brand} with this address. Confirm that it is yours to go on.`,
    action: 'Confirm address',
    expiry: (span: string) => `The link works once and for ${span}.`,
    reason: (brand: string) =>
      `Somebody signed up for ${brand} with this address. If it was not you, ignore this email and nothing happens.`,
  },

  passwordReset: {
    subject: 'Set a new password',
    heading: 'Set a new password',
    body: (brand: string) =>
      `Somebody asked to reset the password of your ${brand} account. Set a new one here.`,
    action: 'Set new password',
    expiry: (span: string) =>
      `The link works once and for ${span}. Your password stays as it is until you use it.`,
    place: (place: string) => `The request came from ${place}.`,
    reason: (brand: string) =>
      `A password reset was requested for this address at ${brand}. If it was not you, ignore this email.`,
  },

  invitation: {
    subject: (inviter: string, organization: string) => `${inviter} invites you to ${organization}`,
    heading: (organization: string) => `Join ${organization}`,
    body: (inviter: string, organization: string, role: string) =>
      `${inviter} invites you to work with ${organization} as ${role}.`,
    noteFrom: (inviter: string) => `${inviter} writes`,
    action: 'Accept invitation',
    expiry: (date: string) => `The invitation is for this address only and ends on ${date}.`,
    reason: (inviter: string, organization: string) =>
      `${inviter} invited this address to ${organization}. If you do not know them, ignore this email.`,
  },

  portalSignIn: {
    subject: (brand: string) => `Your sign-in code for ${brand}`,
    preview: (code: string, span: string) => `${code} is your code. It works for ${span}.`,
    heading: 'Sign in',
    body: 'Open this link on the device where you want to sign in.',
    action: 'Sign in',
    code: 'Or type this code',
    expiry: (span: string) =>
      `Link and code work once and for ${span}. Nobody will ever ask you for the code.`,
    reason: (brand: string) =>
      `Somebody asked to sign in at ${brand} with this address. If it was not you, ignore this email: without it nobody gets in.`,
  },

  portalEnabled: {
    subject: (brand: string) => `Your ${brand} portal is open`,
    heading: (client: string) => `The portal for ${client} is open`,
    body: (brand: string, client: string) =>
      `${brand} has opened a portal for ${client}. There you see invoices and receipts, pay, and send proof of payment.`,
    noPassword: 'You need no password: we send a link and a code to this address each time you sign in.',
    action: 'Open the portal',
    reason: (brand: string, client: string) => `${brand} gave you access as a contact of ${client}.`,
  },

  statement: {
    subject: (brand: string) => `Statement of account from ${brand}`,
    preview: (day: string) => `As of ${day}.`,
    heading: 'Statement of account',
    intro: (client: string, day: string) => `This is how the account of ${client} stands on ${day}.`,
    balance: 'Balance due',
    credit: 'In your favour',
    overdue: 'Overdue',
    action: 'See the account',
    attached: 'Every invoice and payment is in the attached PDF.',
    reason: (brand: string, client: string) => `${brand} sends documents for ${client} to this address.`,
  },
  invoiceSent: {
    subject: (number: string, brand: string) => `Invoice ${number} from ${brand}`,
    preview: (amount: string, due: string) => `${amount}, due ${due}.`,
    heading: (number: string) => `Invoice ${number}`,
    amountDue: 'Amount due',
    due: (date: string) => `Due ${date}`,
    noteFrom: (sender: string) => `${sender} writes`,
    issued: 'Issued',
    total: 'Total',
    client: 'For',
    purchaseOrder: 'Your order',
    paymentReference: 'Payment reference',
    action: 'View and pay',
    viewAction: 'View invoice',
    attached: 'The invoice is attached as a PDF.',
    private: 'The link is yours: who has it can see this invoice without signing in.',
    reason: (brand: string, client: string) => `${brand} sends invoices for ${client} to this address.`,
  },

  proofReceived: {
    subject: (invoices: string) => `We have your proof of payment for ${invoices}`,
    status: 'Being checked',
    heading: 'We have your proof of payment',
    body: (brand: string) => `${brand} checks it against the account. You will get the receipt by email.`,
    usual: (span: string) => `This usually takes less than ${span}.`,
    amount: 'Amount you stated',
    invoices: (count: number): string => (count === 1 ? 'Invoice' : 'Invoices'),
    received: 'Received',
    action: 'Follow its progress',
    reason: (invoices: string) => `A proof of payment for ${invoices} was sent in with this address.`,
  },

  proofRejected: {
    subject: (invoices: string) => `Your proof of payment for ${invoices} needs another look`,
    status: 'Not accepted',
    heading: 'Your proof of payment was not accepted',
    body: (invoices: string) => `${invoices} is still open.`,
    bodyMany: (invoices: string) => `${invoices} are still open.`,
    because: 'Why',
    next: 'What to do',
    defaultNext: 'Send another proof of the same payment, or pay if you have not. Your first proof is kept.',
    amount: 'Amount you stated',
    action: 'Send another proof',
    reason: (invoices: string) => `A proof of payment for ${invoices} was sent in with this address.`,
  },

  receipt: {
    subject: (number: string, amount: string) => `Receipt ${number}: ${amount} received`,
    preview: (brand: string, date: string) => `${brand} received your payment on ${date}.`,
    status: 'Received',
    heading: 'Thank you for your payment',
    amountPaid: 'Amount paid',
    paidOn: (date: string) => `On ${date}`,
    paidOnBy: (date: string, method: string) => `On ${date}, ${method}`,
    number: 'Receipt',
    verifiedSubject: (number: string, amount: string) => `Payment verified: ${amount}, receipt ${number}`,
    verifiedStatus: 'Verified',
    verified: (brand: string) =>
      `${brand} has checked your proof of payment and found the money on the account.`,
    paidInFull: (invoice: string) => `${invoice}, now paid`,
    partOf: (invoice: string) => `${invoice}, in part`,
    credit: 'Kept as your credit',
    remaining: 'Still open',
    nothingRemains: 'Nothing is left to pay on these invoices.',
    action: 'View receipt',
    attached: 'The receipt is attached as a PDF.',
    reason: (brand: string) => `${brand} sends receipts for your payments to this address.`,
  },

  invoiceOverdue: {
    subject: (number: string, brand: string) => `Reminder: invoice ${number} from ${brand}`,
    preview: (amount: string, due: string) => `${amount}, due since ${due}.`,
    status: 'Overdue',
    heading: (number: string) => `Invoice ${number} is overdue`,
    body: (due: string) =>
      `This invoice was due on ${due}, and we have not seen the payment yet. If it is under way already, there is nothing to do.`,
    amountDue: 'Amount due',
    since: (date: string) => `Due since ${date}`,
    client: 'For',
    purchaseOrder: 'Your order',
    paymentReference: 'Payment reference',
    action: 'View and pay',
    proof: 'If you have paid, you can send the proof of payment on the same page.',
    attached: 'The invoice is attached as a PDF.',
    reason: (brand: string, client: string) =>
      `${brand} reminds ${client} of open invoices at this address. In the portal you choose whether you get reminders.`,
  },

  notifications: {
    /** What happened, in one line: who, what it is about, how much. A value may be empty. */
    says: {
      proof_submitted: (who: string, what: string, amount: string) =>
        `${who} sent a proof of payment for ${what}${amount && `: ${amount}`}`,
      payment_recorded: (who: string, what: string, amount: string) =>
        `${who} paid ${amount}${what && ` for ${what}`}`,
      credit_applied: (who: string, what: string, amount: string) =>
        `${amount} of credit of ${who} was used for ${what}`,
      invoice_overdue: (who: string, what: string, amount: string) =>
        `${what} to ${who} is overdue: ${amount}`,
      invoice_viewed: (who: string, what: string, amount: string) => `${who} looked at ${what}, ${amount}`,
      invoice_voided: (who: string, what: string, amount: string) =>
        `${what} to ${who} was made void${amount && `, ${amount}`}`,
      scheduled_send_failed: (who: string, what: string) => `${what} to ${who} could not be sent as planned`,
      email_failed: (who: string, what: string) =>
        `A mail could not be delivered${who && ` to ${who}`}: ${what}`,
      client_details_changed: (who: string) => `${who} changed their details`,
      client_status_changed: (who: string) => `The status of ${who} was changed`,
      member_joined: (_who: string, what: string) => `${what} joined the team`,
      access_changed: (_who: string, what: string) => `Your role or your access was changed, ${what}`,
      invoice_available: (_who: string, what: string, amount: string) =>
        `Invoice ${what} is there for you${amount && `: ${amount}`}`,
      invoice_reminder: (_who: string, what: string, amount: string) =>
        `Invoice ${what} is overdue: ${amount}`,
      invoice_withdrawn: (_who: string, what: string) => `Invoice ${what} was withdrawn`,
      proof_received: (_who: string, what: string) => `Your proof of payment for ${what} has arrived`,
      proof_accepted: (_who: string, what: string) => `Your payment of ${what} is verified`,
      proof_refused: (_who: string, what: string) => `Your proof of payment for ${what} needs another look`,
      receipt_available: (_who: string, what: string, amount: string) =>
        `Receipt ${what}: ${amount} received`,
      credit_used: (_who: string, what: string, amount: string) =>
        `${amount} of your credit was used for ${what}`,
      account_status_changed: (who: string) => `The status of the account of ${who} was changed`,
    },
    subject: (count: string, brand: string) => `${count} new notifications from ${brand}`,
    heading: 'What happened',
    action: 'Open',
    actionMany: 'See all notifications',
    more: (count: string) => `And ${count} more.`,
    settings: 'You choose here what you are mailed:',
    reason: (brand: string) =>
      `You asked ${brand} to be mailed about these things, or have not said otherwise.`,
  },

  signUpExistingAccount: {
    subject: 'You already have an account',
    heading: 'You already have an account',
    body: (brand: string) =>
      `Somebody just tried to sign up for ${brand} with this address, which has an account already. If it was you, sign in instead.`,
    action: 'Sign in',
    forgotten: 'If you forgot your password, set a new one here:',
    reason: (brand: string) =>
      `This address has an account at ${brand}. If it was not you, ignore this email: nothing was changed and nobody was told.`,
  },

  accountLocked: {
    subject: (brand: string) => `Sign-in to your ${brand} account is paused`,
    heading: 'Sign-in is paused',
    body: (attempts: number, span: string) =>
      `After ${attempts} failed attempts in a row, sign-in to your account is paused for ${span}. Where you are signed in, you stay signed in.`,
    until: 'Paused until',
    from: 'Last attempt from',
    action: 'Set new password',
    advice:
      'If it was you, wait or set a new password: that lifts the pause at once. If it was not you, your password held and you need do nothing.',
    reason: (brand: string) => `You have an account at ${brand} with this address.`,
  },

  contactReceived: {
    subject: (operator: string) => `${operator} has your message`,
    heading: 'Your message has arrived',
    body: (operator: string) =>
      `Thank you for writing to ${operator}. A person reads it and answers to this address, usually within two working days.`,
    meanwhile: 'Much is answered in the documentation already:',
    documentation: 'Read the documentation',
    reason: (operator: string) =>
      `Somebody wrote to ${operator} with this address. If it was not you, ignore this email; nothing else is sent.`,
  },

  contactMessage: {
    subject: (name: string, topic: string) => `${topic} from ${name}`,
    heading: (name: string) => `${name} wrote to you`,
    topics: {
      question: 'A question',
      hosting: 'About hosting',
      security: 'About security',
      other: 'A message',
    } as Record<string, string>,
    from: 'Email',
    company: 'Company',
    topic: 'About',
    action: 'Open the messages',
    answer: 'Reply to this email to answer.',
    reason: 'You run this installation of Portico, and this came in by the contact form of its site.',
  },
}

export type MailTexts = typeof en
