/**
 * Fetches the portal's other pages once the first one stands, so that they open at once and also after the connection is lost. They are
 * small; whoever asked to save data waits for each instead.
 */
export function preparePages(): () => void {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } }
  if (connection?.saveData) return () => undefined
  const timer = setTimeout(() => {
    const pages = [
      import('./home/portal-home-page.tsx'),
      import('./help/help-page.tsx'),
      import('./invoices/invoices-page.tsx'),
      import('./invoices/invoice-page.tsx'),
      import('./pay/pay-page.tsx'),
      import('./payments/payments-page.tsx'),
      import('./payments/receipts-page.tsx'),
      import('./statement/statement-page.tsx'),
      import('./settings/settings-page.tsx'),
      import('../shared/notifications/notifications-page.tsx'),
      import('../shared/notifications/popover.tsx'),
    ]
    // A page that does not arrive now is asked for again when it is opened.
    void Promise.allSettled(pages)
  }, 1500)
  return () => clearTimeout(timer)
}
