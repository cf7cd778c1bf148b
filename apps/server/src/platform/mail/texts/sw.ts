import type { MailTexts } from './en.ts'

/** Swahili as Tanzanian business writes it; the words are those of docs/swahili.md. */
export const sw: MailTexts = {
  language: 'sw',
  direction: 'ltr',
  formats: 'sw-TZ',

  layout: {
    greeting: (name) => (name ? `Habari ${name},` : 'Habari,'),
    openAddress: 'Kitufe kisipofanya kazi, fungua anwani hii:',
    replyTo: (brand) => `Jibu barua pepe hii kuwasiliana na ${brand}.`,
    noReply: 'Majibu yanayotumwa kwenye anwani hii hayasomwi.',
  },

  verifyEmail: {
    subject: 'Thibitisha anwani yako ya barua pepe',
    heading: 'Thibitisha anwani yako ya barua pepe',
    body: (brand) => `Umejiandikisha ${brand} kwa anwani hii. Thibitisha kuwa ni yako ili uendelee.`,
    action: 'Thibitisha anwani',
    expiry: (span) => `Kiungo kinafanya kazi mara moja tu, kwa muda wa ${span}.`,
    reason: (brand) =>
      `Kuna aliyejiandikisha ${brand} kwa anwani hii. Kama si wewe, puuza barua pepe hii; hakuna kitakachotokea.`,
  },

  passwordReset: {
    subject: 'Weka nenosiri jipya',
    heading: 'Weka nenosiri jipya',
    body: (brand) => `Kuna aliyeomba kubadilisha nenosiri la akaunti yako ya ${brand}. Weka jipya hapa.`,
    action: 'Weka nenosiri jipya',
    expiry: (span) =>
      `Kiungo kinafanya kazi mara moja tu, kwa muda wa ${span}. Nenosiri lako linabaki lilivyo mpaka ukitumie.`,
    place: (place) => `Ombi lilitoka ${place}.`,
    reason: (brand) =>
      `Kubadilisha nenosiri kwa anwani hii kuliombwa ${brand}. Kama si wewe, puuza barua pepe hii.`,
  },

  invitation: {
    subject: (inviter, organization) => `${inviter} anakualika ${organization}`,
    heading: (organization) => `Jiunge na ${organization}`,
    body: (inviter, organization, role) =>
      `${inviter} anakualika ufanye kazi na ${organization} kwa nafasi ya ${role}.`,
    noteFrom: (inviter) => `${inviter} anaandika`,
    action: 'Kubali mwaliko',
    expiry: (date) => `Mwaliko huu ni wa anwani hii tu na unaisha ${date}.`,
    reason: (inviter, organization) =>
      `${inviter} amealika anwani hii ${organization}. Kama humfahamu, puuza barua pepe hii.`,
  },

  portalSignIn: {
    subject: (brand) => `Msimbo wako wa kuingia ${brand}`,
    preview: (code, span) => `${code} ndio msimbo wako. Unafanya kazi kwa muda wa ${span}.`,
    heading: 'Ingia',
    body: 'Fungua kiungo hiki kwenye kifaa unachotaka kuingilia.',
    action: 'Ingia',
    code: 'Au andika msimbo huu',
    expiry: (span) =>
      `Kiungo na msimbo vinafanya kazi mara moja tu, kwa muda wa ${span}. Hakuna atakayekuomba msimbo huu.`,
    reason: (brand) =>
      `Kuna aliyeomba kuingia ${brand} kwa anwani hii. Kama si wewe, puuza barua pepe hii: bila hiyo hakuna anayeweza kuingia.`,
  },

  portalEnabled: {
    subject: (brand) => `Lango lako la ${brand} limefunguliwa`,
    heading: (client) => `Lango la ${client} limefunguliwa`,
    body: (brand, client) =>
      `${brand} wamefungua lango kwa ajili ya ${client}. Humo unaona ankara na risiti, unalipa, na unatuma uthibitisho wa malipo.`,
    noPassword: 'Huhitaji nenosiri: kila unapoingia tunatuma kiungo na msimbo kwenye anwani hii.',
    action: 'Fungua lango',
    reason: (brand, client) => `${brand} wamekupa ruhusa kama mwasiliani wa ${client}.`,
  },

  statement: {
    subject: (brand) => `Taarifa ya akaunti kutoka ${brand}`,
    preview: (day) => `Hadi ${day}.`,
    heading: 'Taarifa ya akaunti',
    intro: (client, day) => `Hivi ndivyo akaunti ya ${client} ilivyo tarehe ${day}.`,
    balance: 'Salio la kulipa',
    credit: 'Salio lako',
    overdue: 'Imechelewa',
    action: 'Angalia akaunti',
    attached: 'Ankara na malipo yote yamo kwenye PDF iliyoambatishwa.',
    reason: (brand, client) => `${brand} hutuma nyaraka za ${client} kwenye anwani hii.`,
  },
  invoiceSent: {
    subject: (number, brand) => `Ankara ${number} kutoka ${brand}`,
    preview: (amount, due) => `${amount}, mwisho wa kulipa ${due}.`,
    heading: (number) => `Ankara ${number}`,
    amountDue: 'Kiasi cha kulipa',
    due: (date) => `Mwisho wa kulipa ${date}`,
    noteFrom: (sender) => `${sender} anaandika`,
    issued: 'Imetolewa',
    total: 'Jumla',
    client: 'Kwa',
    purchaseOrder: 'Agizo lako la ununuzi',
    paymentReference: 'Kumbukumbu ya malipo',
    action: 'Angalia na ulipe',
    viewAction: 'Angalia ankara',
    attached: 'Ankara imeambatishwa kama PDF.',
    private: 'Kiungo ni chako: aliye nacho anaweza kuona ankara hii bila kuingia.',
    reason: (brand, client) => `${brand} hutuma ankara za ${client} kwenye anwani hii.`,
  },

  proofReceived: {
    subject: (invoices) => `Tumepokea uthibitisho wako wa malipo ya ${invoices}`,
    status: 'Unakaguliwa',
    heading: 'Tumepokea uthibitisho wako wa malipo',
    body: (brand) => `${brand} wanaulinganisha na akaunti. Utapata risiti kwa barua pepe.`,
    usual: (span) => `Kwa kawaida huchukua chini ya ${span}.`,
    amount: 'Kiasi ulichotaja',
    invoices: () => 'Ankara',
    received: 'Umepokelewa',
    action: 'Fuatilia hatua zake',
    reason: (invoices) => `Uthibitisho wa malipo ya ${invoices} ulitumwa kwa anwani hii.`,
  },

  proofRejected: {
    subject: (invoices) => `Uthibitisho wako wa malipo ya ${invoices} unahitaji kuangaliwa tena`,
    status: 'Haukukubaliwa',
    heading: 'Uthibitisho wako wa malipo haukukubaliwa',
    body: (invoices) => `${invoices} bado haijalipwa.`,
    bodyMany: (invoices) => `${invoices} bado hazijalipwa.`,
    because: 'Sababu',
    next: 'La kufanya',
    defaultNext:
      'Tuma uthibitisho mwingine wa malipo yaleyale, au lipa kama bado. Uthibitisho wako wa kwanza umehifadhiwa.',
    amount: 'Kiasi ulichotaja',
    action: 'Tuma uthibitisho mwingine',
    reason: (invoices) => `Uthibitisho wa malipo ya ${invoices} ulitumwa kwa anwani hii.`,
  },

  receipt: {
    subject: (number, amount) => `Risiti ${number}: tumepokea ${amount}`,
    preview: (brand, date) => `${brand} wamepokea malipo yako tarehe ${date}.`,
    status: 'Imepokelewa',
    heading: 'Asante kwa malipo yako',
    amountPaid: 'Kiasi kilicholipwa',
    paidOn: (date) => `Tarehe ${date}`,
    paidOnBy: (date, method) => `Tarehe ${date}, ${method}`,
    number: 'Risiti',
    verifiedSubject: (number, amount) => `Malipo yamethibitishwa: ${amount}, risiti ${number}`,
    verifiedStatus: 'Yamethibitishwa',
    verified: (brand) => `${brand} wamekagua uthibitisho wako wa malipo na kuona fedha kwenye akaunti.`,
    paidInFull: (invoice) => `${invoice}, sasa imelipwa yote`,
    partOf: (invoice) => `${invoice}, sehemu`,
    credit: 'Imebaki kama salio lako',
    remaining: 'Inayobaki kulipwa',
    nothingRemains: 'Hakuna kilichobaki kulipwa kwenye ankara hizi.',
    action: 'Angalia risiti',
    attached: 'Risiti imeambatishwa kama PDF.',
    reason: (brand) => `${brand} hutuma risiti za malipo yako kwenye anwani hii.`,
  },

  invoiceOverdue: {
    subject: (number, brand) => `Kumbusho: ankara ${number} kutoka ${brand}`,
    preview: (amount, due) => `${amount}, ilitakiwa kulipwa ${due}.`,
    status: 'Imechelewa',
    heading: (number) => `Ankara ${number} imechelewa kulipwa`,
    body: (due) =>
      `Ankara hii ilitakiwa kulipwa tarehe ${due}, na bado hatujaona malipo. Kama umeshalipa, huhitaji kufanya chochote.`,
    amountDue: 'Kiasi cha kulipa',
    since: (date) => `Ilitakiwa kulipwa ${date}`,
    client: 'Kwa',
    purchaseOrder: 'Agizo lako la ununuzi',
    paymentReference: 'Kumbukumbu ya malipo',
    action: 'Angalia na ulipe',
    proof: 'Kama umelipa, unaweza kutuma uthibitisho wa malipo kwenye ukurasa huo huo.',
    attached: 'Ankara imeambatishwa kama PDF.',
    reason: (brand, client) =>
      `${brand} huikumbusha ${client} ankara zilizo wazi kwenye anwani hii. Kwenye tovuti ya wateja unachagua kama unataka makumbusho.`,
  },

  notifications: {
    says: {
      proof_submitted: (who, what, amount) =>
        `${who} ametuma uthibitisho wa malipo ya ${what}${amount && `: ${amount}`}`,
      payment_recorded: (who, what, amount) => `${who} amelipa ${amount}${what && ` ya ${what}`}`,
      credit_applied: (who, what, amount) => `Salio la ${who} la ${amount} limetumika kulipia ${what}`,
      invoice_overdue: (who, what, amount) => `${what} ya ${who} imechelewa kulipwa: ${amount}`,
      invoice_viewed: (who, what, amount) => `${who} ameangalia ${what}, ${amount}`,
      invoice_voided: (who, what, amount) => `${what} ya ${who} imebatilishwa${amount && `, ${amount}`}`,
      scheduled_send_failed: (who, what) => `${what} ya ${who} haikuweza kutumwa kama ilivyopangwa`,
      email_failed: (who, what) => `Barua pepe haikuweza kufika${who && ` kwa ${who}`}: ${what}`,
      client_details_changed: (who) => `${who} amebadilisha taarifa zake`,
      client_status_changed: (who) => `Hali ya ${who} imebadilishwa`,
      member_joined: (_who, what) => `${what} amejiunga na timu`,
      access_changed: (_who, what) => `Nafasi au ruhusa zako zimebadilishwa, ${what}`,
      invoice_available: (_who, what, amount) => `Ankara ${what} iko tayari kwako${amount && `: ${amount}`}`,
      invoice_reminder: (_who, what, amount) => `Ankara ${what} imechelewa kulipwa: ${amount}`,
      invoice_withdrawn: (_who, what) => `Ankara ${what} imeondolewa`,
      proof_received: (_who, what) => `Uthibitisho wako wa malipo ya ${what} umefika`,
      proof_accepted: (_who, what) => `Malipo yako ya ${what} yamethibitishwa`,
      proof_refused: (_who, what) => `Uthibitisho wako wa malipo ya ${what} unahitaji kuangaliwa tena`,
      receipt_available: (_who, what, amount) => `Risiti ${what}: tumepokea ${amount}`,
      credit_used: (_who, what, amount) => `Salio lako la ${amount} limetumika kulipia ${what}`,
      account_status_changed: (who) => `Hali ya akaunti ya ${who} imebadilishwa`,
    },
    subject: (count, brand) => `Taarifa mpya ${count} kutoka ${brand}`,
    heading: 'Yaliyotokea',
    action: 'Fungua',
    actionMany: 'Angalia taarifa zote',
    more: (count) => `Na nyingine ${count}.`,
    settings: 'Hapa unachagua unayotaka kutumiwa kwa barua pepe:',
    reason: (brand) => `Uliiomba ${brand} ikutumie barua pepe kuhusu haya, au hukusema vinginevyo.`,
  },

  signUpExistingAccount: {
    subject: 'Una akaunti tayari',
    heading: 'Una akaunti tayari',
    body: (brand) =>
      `Kuna aliyejaribu sasa hivi kujiandikisha ${brand} kwa anwani hii, ambayo ina akaunti tayari. Kama ni wewe, ingia badala yake.`,
    action: 'Ingia',
    forgotten: 'Kama umesahau nenosiri, weka jipya hapa:',
    reason: (brand) =>
      `Anwani hii ina akaunti ${brand}. Kama si wewe, puuza barua pepe hii: hakuna kilichobadilishwa na hakuna aliyeambiwa.`,
  },

  accountLocked: {
    subject: (brand) => `Kuingia kwenye akaunti yako ya ${brand} kumesitishwa kwa muda`,
    heading: 'Kuingia kumesitishwa kwa muda',
    body: (attempts, span) =>
      `Baada ya majaribio ${attempts} mfululizo yasiyofanikiwa, kuingia kwenye akaunti yako kumesitishwa kwa muda wa ${span}. Ulipokwisha kuingia, unabaki ndani.`,
    until: 'Kumesitishwa mpaka',
    from: 'Jaribio la mwisho lilitoka',
    action: 'Weka nenosiri jipya',
    advice:
      'Kama ni wewe, subiri au weka nenosiri jipya: hapo utaweza kuingia mara moja. Kama si wewe, nenosiri lako limekulinda na huhitaji kufanya lolote.',
    reason: (brand) => `Una akaunti ya ${brand} kwa anwani hii.`,
  },

  contactReceived: {
    subject: (operator) => `${operator} wamepokea ujumbe wako`,
    heading: 'Ujumbe wako umefika',
    body: (operator) =>
      `Asante kwa kuandika kwa ${operator}. Mtu atausoma na kukujibu kwenye anwani hii, kwa kawaida ndani ya siku mbili za kazi.`,
    meanwhile: 'Mengi yameshajibiwa kwenye maelekezo:',
    documentation: 'Soma maelekezo',
    reason: (operator) =>
      `Kuna aliyeandika kwa ${operator} kwa anwani hii. Kama si wewe, puuza barua pepe hii; hakuna kingine kitakachotumwa.`,
  },

  contactMessage: {
    subject: (name, topic) => `${topic} kutoka kwa ${name}`,
    heading: (name) => `${name} amekuandikia`,
    topics: {
      question: 'Swali',
      hosting: 'Kuhusu upangishaji',
      security: 'Kuhusu usalama',
      other: 'Ujumbe',
    },
    from: 'Barua pepe',
    company: 'Kampuni',
    topic: 'Kuhusu',
    action: 'Fungua ujumbe',
    answer: 'Jibu barua pepe hii kumjibu.',
    reason: 'Unaendesha usakinishaji huu wa Portico, na huu umetumwa kwa fomu ya mawasiliano ya tovuti yake.',
  },
}
