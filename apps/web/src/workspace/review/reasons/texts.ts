import { defineTexts } from '@portico/ui'

/** What a client reads when a proof is rejected, so it is there in every language of clients. */
export const reasonTexts = defineTexts('reject-reasons', {
  unreadable: 'The picture cannot be read. Send a sharper one, or paste the message of the payment.',
  not_found:
    'We do not find this payment in our account. Check the account it was sent to, or ask your bank.',
  amount: 'The amount on the proof is not what you told us. Send the proof of this payment.',
  used: 'This proof was used for another payment already. Send the one for this invoice.',
  wrong_payment: 'This proof is for another payment. Send the one for this invoice.',
  title: 'Your proof of payment for {{number}} was not accepted',
  end: 'You can send another one with the same link.',
})
