import { Button, Checkbox, Select, TextInput, Textarea } from '@mantine/core'
import {
  ComboSearch,
  CountrySelect,
  CurrencySelect,
  DateInput,
  DecimalInput,
  FileDrop,
  FormActions,
  FormLayout,
  FormRow,
  FormSection,
  MoneyInput,
  PageHeader,
  PasswordField,
  type SearchOption,
} from '@portico/ui'
import { useState } from 'react'
import { SampleFrame } from './frame-parts.tsx'
import { refusal } from './sample.ts'

const options: SearchOption[] = [
  {
    value: '1',
    label: 'Kilimo Fresh Ltd',
    detail: 'CL-9KQ2, amina@kilimo.example',
    aside: '2,450,000 TZS',
  },
  { value: '2', label: 'Bahari Logistics', detail: 'CL-7HD1' },
]
const FIVE_MB = 5_000_000

export function FormPieces() {
  const [money, setMoney] = useState<{ amount: number; currency: string } | null>({
    amount: 1_250_000_00,
    currency: 'TZS',
  })
  const [quantity, setQuantity] = useState('1.5')
  const [date, setDate] = useState('2026-11-20')
  const [country, setCountry] = useState<string | null>('TZ')
  const [currency, setCurrency] = useState<string | null>('TZS')
  const [client, setClient] = useState<SearchOption | null>(null)
  const [password, setPassword] = useState('twelve chars')
  const [file, setFile] = useState<File | null>(null)
  const [sent, setSent] = useState<File | null>(
    () => new File(['x'.repeat(4000)], 'm-pesa-receipt-november.pdf', { type: 'application/pdf' }),
  )
  const hasError = new URLSearchParams(location.search).has('error')
  const search = (text: string) =>
    Promise.resolve(options.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase())))
  return (
    <SampleFrame path="/app/studio/settings">
      <PageHeader
        title="Record a payment"
        breadcrumbs={[{ label: 'Payments', href: '/app/studio/payments' }]}
      />
      <FormLayout onSubmit={(event) => event.preventDefault()} error={hasError ? refusal : undefined}>
        <FormSection
          title="Who and how much"
          detail="What the client paid, as it stands on the bank statement."
        >
          <ComboSearch label="Client" required value={client} onChange={setClient} search={search} />
          <FormRow columns="2fr 1fr">
            <MoneyInput
              label="Amount"
              required
              currency="TZS"
              value={money}
              onChange={setMoney}
              error={hasError ? 'More than the invoice' : undefined}
            />
            <CurrencySelect
              label="Currency"
              value={currency}
              onChange={setCurrency}
              favourites={['TZS', 'USD']}
            />
          </FormRow>
          <FormRow>
            <DateInput label="Received on" value={date} onChange={setDate} />
            <DecimalInput label="Hours" value={quantity} onChange={setQuantity} suffix="h" />
          </FormRow>
          <TextInput
            label="Reference"
            description="As the bank prints it"
            placeholder="QK7…"
            error={hasError ? 'This is needed' : undefined}
          />
        </FormSection>
        <FormSection title="More">
          <FormRow>
            <CountrySelect label="Country" value={country} onChange={setCountry} />
            <Select label="Method" data={['Bank transfer', 'M-Pesa', 'Cash']} defaultValue="M-Pesa" />
          </FormRow>
          <Textarea label="Note" autosize minRows={2} />
          <Checkbox label="Send a receipt" defaultChecked />
          <PasswordField kind="new" label="New password" value={password} onChange={setPassword} />
          <FileDrop
            label="Proof"
            file={file}
            onChange={setFile}
            accept={['image/*', 'application/pdf']}
            acceptLabel="Photo or PDF"
            maxSize={FIVE_MB}
            hasCamera
            takesPaste
          />
          <FileDrop
            label="Proof that is kept"
            file={sent}
            onChange={setSent}
            accept={['application/pdf']}
            acceptLabel="PDF"
            maxSize={FIVE_MB}
            error={hasError ? 'The connection was lost.' : undefined}
            progress={hasError ? null : 0.6}
          />
        </FormSection>
        <FormActions note="Nothing is sent yet">
          <Button type="submit">Record payment</Button>
          <Button variant="default">Cancel</Button>
        </FormActions>
      </FormLayout>
    </SampleFrame>
  )
}
