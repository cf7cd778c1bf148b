/** Every word of the site outside the documentation. Plain objects, because the server renders these pages. */
export const siteTexts = {
  frame: {
    skip: 'Skip to the page',
    navigation: 'Site',
    menu: 'Menu',
    features: 'What it does',
    pricing: 'Pricing',
    docs: 'Documentation',
    contact: 'Contact',
    api: 'API reference',
    signIn: 'Sign in',
    colours: 'Switch between light and dark',
    terms: 'Terms',
    privacy: 'Privacy',
    imprint: 'Imprint',
    openSource: 'Open source, MIT licence.',
    runBy: (operator: string) => `Run by ${operator}. Portico is open source, MIT licence.`,
  },

  landing: {
    title: 'Portico: invoices, payments and a portal for your clients',
    description:
      'Portico is the front door of a service business: your team works in one place, your clients see their side of it under your brand. Open source, started with one command.',
    sentence: 'Your clients’ invoices, payments and receipts, in a place that carries your name.',
    lead: 'Portico is the front door of a service business. Your team writes invoices and sees who owes what; your clients open a portal of yours, pay, and get their receipt.',
    signUp: 'Create an account',
    runIt: 'Run it yourself',
    readHow: 'Read how it works',
    underButtons: 'Open source. One command on an empty machine, with nothing else to install.',
    homeAlt:
      'The home page of a studio in Portico: what is owed in each currency, overdue invoices with a button to remind, proofs that wait to be checked',
    featuresLabel: 'What it does',
    stories: [
      {
        title: 'Write the invoice on the paper itself',
        text: [
          'Type into the lines and see the totals move. Prices, tax rates and currencies come from your own lists; the number is given when you issue it, without a gap.',
          'What you issued is never changed behind anybody’s back: a mistake is corrected by another document.',
        ],
        picture: 'invoice',
        alt: 'An issued invoice: the paper in the middle, beside it when it was sent, viewed and is due',
        isPhone: false,
        href: '/docs/invoices',
        link: 'How invoices work',
      },
      {
        title: 'Be paid the way your clients pay',
        text: [
          'Bank transfer, mobile money, cash: each with the steps a payer follows, the amount and the reference ready to copy.',
          'The client sends a picture of the slip or pastes the message; you compare it with what was expected and approve it with one key. The receipt goes out by itself.',
        ],
        picture: 'review',
        alt: 'The review desk: proofs in a queue, the slip in the middle, and a table of what was expected and what was read',
        isPhone: false,
        href: '/docs/getting-paid',
        link: 'How getting paid works',
      },
      {
        title: 'A portal that nobody gets lost in',
        text: [
          'Clients sign in with a code from their mail, or open the private link under an invoice without any account.',
          'Your logo and your colour come first. They see what they owe, what was paid and what to do next, on the phone that they have.',
        ],
        picture: 'pay',
        alt: 'The pay page on a phone: the amount, the account to pay to with copy buttons, and a place for the slip',
        isPhone: true,
        href: '/docs/client-portal',
        link: 'What clients see',
      },
    ],
    alsoTitle: 'And underneath',
    also: [
      {
        title: 'Every figure can be opened',
        text: 'Balances come from a double-entry ledger. Click a figure and see the movements that make it, down to the document.',
      },
      {
        title: 'Move in with your books',
        text: 'Bring clients, invoices and payments from Invoice Ninja, FreshBooks or any CSV, with a control sheet to the cent and an undo.',
      },
      {
        title: 'Many organizations, well apart',
        text: 'Each organization has its own clients, numbers and brand. The database itself keeps their rows apart.',
      },
      {
        title: 'Who may do what',
        text: 'Owner, admin, manager, finance, support: each role sees and does what it should, and every deed is written down.',
      },
      {
        title: 'An API for all of it',
        text: 'What the screen can do, your programs can do, with the same checks, from one OpenAPI document.',
      },
      {
        title: 'It proves itself',
        text: 'One command recomputes every balance, number and document from the stored data, and says whether all of it adds up.',
      },
    ],
    startTitle: 'Start it',
    startText: [
      'You need a machine with Linux or macOS, Node.js and npm. The database comes with it.',
      'The terminal shows the address, and a link that makes you the owner. With npm run demo you look around in two studios with a year of work behind them.',
    ],
    startLink: 'Running it for real',
    commands: 'git clone <this repository> portico\ncd portico\nnpm ci\nnpm start        # or: npm run demo',
  },

  pricing: {
    title: 'Pricing · Portico',
    description: 'Run Portico yourself for nothing, or have it hosted by plan.',
    heading: 'What it costs',
    lead: 'On your own machine: nothing, with every feature. Hosted: by plan.',
    ownTitle: 'Run it yourself',
    hostedTitle: 'Hosted',
    hostedBy: (operator: string) =>
      `Hosted, updated and backed up by ${operator}. Prices are per organization and month, without tax.`,
    hostedUnsaid:
      'Hosted, updated and backed up for you. Prices are per organization and month, without tax.',
    free: 'Free',
    perMonth: 'a month',
    byAgreement: 'By agreement',
    selfHost: 'How to run it',
    begin: 'Begin',
    ask: 'Ask for it',
    questionsTitle: 'Asked before',
    questions: [
      {
        question: 'Is anything missing when I run it myself?',
        answer: 'No. It is the same program, with the same features and no counting of people or clients.',
      },
      {
        question: 'Do my clients pay anything?',
        answer: 'No. Contacts in the portal are free and unlimited in every plan.',
      },
      {
        question: 'Can I leave?',
        answer:
          'Yes. Invoices and receipts are PDFs that you keep, lists can be exported, and on your own machine all data is one folder or your own PostgreSQL.',
      },
      {
        question: 'Does Portico take a share of payments?',
        answer: 'No. Clients pay to your own accounts; Portico keeps the record.',
      },
    ],
  },

  legal: {
    standard:
      'Whoever runs this installation has not published a text of their own. Until they do, this is what holds for it.',
    whoTitle: 'Who runs this installation',
    nobody: 'Not named yet by whoever runs this installation.',
    terms: {
      heading: 'Terms',
      description: 'The terms of this installation of Portico.',
      sections: [
        {
          title: 'What this is',
          text: [
            'This site is an installation of Portico, an open-source program under the MIT licence. The licence covers the program, which comes without any warranty. It does not cover the service of running it: that is a matter between you and whoever runs this installation.',
          ],
        },
        {
          title: 'Your data',
          text: [
            'What you and your clients put in stays yours. Whoever runs this installation keeps it so that the program can work, and for nothing else.',
            'Invoices, receipts and the records of payments are documents of account: they are not deleted by the program, and you may have to keep them by law.',
          ],
        },
        {
          title: 'Use',
          text: [
            'Use it for your own business, truthfully, and within the law. An organization that is used for fraud or that harms others can be suspended; its people are told why.',
          ],
        },
        {
          title: 'What is not here',
          text: [
            'These lines name no price, no service level and no court. Where those matter to you, agree on them in writing with whoever runs this installation.',
          ],
        },
      ],
    },
    privacy: {
      heading: 'Privacy',
      description: 'What this installation of Portico keeps about people, and why.',
      sections: [
        {
          title: 'Visitors of these pages',
          text: [
            'These pages set no cookie, load nothing from elsewhere and count nobody. The server’s log may hold the address of a request while an error is looked into.',
            'What you write in the contact form is kept with your name and address so that it can be answered, and mailed to whoever runs this installation.',
          ],
        },
        {
          title: 'People with an account',
          text: [
            'Kept are your name, your email address, a hash of your password, when and from which address and browser you signed in, and what you did in an organization (its audit log). The cookies hold your session and nothing else.',
          ],
        },
        {
          title: 'Clients of an organization',
          text: [
            'An organization keeps what it needs to invoice its clients: names, addresses, tax numbers, invoices, payments and the proofs that were sent. That organization decides about it; ask it first.',
          ],
        },
        {
          title: 'Your rights',
          text: [
            'You can ask what is kept about you, have it corrected, and have it deleted where no law says that it must be kept, as for invoices. Write to whoever runs this installation.',
          ],
        },
      ],
    },
    imprint: {
      heading: 'Imprint',
      description: 'Who runs this installation of Portico.',
      sections: [],
    },
  },

  contact: {
    title: 'Contact · Portico',
    description: 'Write to the people who run this installation of Portico.',
    heading: 'Write to us',
    lead: 'A person reads it, and answers to the address you give.',
    name: 'Your name',
    email: 'Email',
    company: 'Company',
    optional: 'if you like',
    topic: 'What is it about?',
    topics: {
      question: 'A question',
      hosting: 'Hosting and plans',
      security: 'Something about security',
      other: 'Something else',
    },
    message: 'Your message',
    trap: 'Leave this empty',
    send: 'Send message',
    whatHappens: 'We keep what you write to answer it, and send you a mail that it arrived.',
    privacy: 'More about privacy.',
    somethingWrong: 'The message is not sent yet: look at the marked fields.',
    sentTitle: 'Message sent · Portico',
    sentHeading: 'Your message is on its way',
    sentText: 'You get a mail that it has arrived, and then an answer, usually within two working days.',
    sentDocs: 'Read the documentation meanwhile',
  },

  docs: {
    title: 'Documentation',
    description:
      'How to work with Portico: invoices, payments, clients, the portal, the API, and running it yourself.',
    heading: 'Documentation',
    lead: 'How to do things, in the order in which people need them.',
    search: 'Search the documentation',
    nothing: 'Nothing here holds these words.',
    ask: 'Ask us',
    programs: 'For programs',
    reference: 'API reference',
    referenceText: 'Every operation, with a console to try it.',
    all: 'All pages',
    onPage: 'On this page',
    next: (title: string) => `Next: ${title}`,
    missingTitle: 'There is no such page',
    missingText: 'The address may be mistyped, or the page has another name now.',
  },
}
