/** Why a record stays in an undo, where that is not for the module of the record to say. */
export const stays = {
  creditOfInvoice: 'The credit that its payment left was used since.',
  creditOfPayment: 'The credit that it left was used since.',
  withItsInvoice: 'Its invoice stays.',
  invoiceVoided: 'Its invoice was voided since.',
} as const
