import { Button, Popover } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ComboSearch, useTexts } from '@portico/ui'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { clientQuery, findClients } from './lookups.ts'
import { invoiceTexts } from './texts.ts'

/** The list of one client, chosen by typing. */
export function ClientFilter({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (clientId: string | undefined) => void
}) {
  const t = useTexts(invoiceTexts)
  const [isOpen, setOpen] = useState(false)
  const { data } = useQuery({ ...clientQuery(value ?? ''), enabled: value !== undefined })
  const chosen = value && data ? { value: data.id, label: data.name } : null
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      width={300}
    >
      <Popover.Target>
        <Button
          variant={value ? 'light' : 'default'}
          size="xs"
          rightSection={<IconChevronDown />}
          onClick={() => setOpen(!isOpen)}
        >
          {chosen ? t('clientIs', { name: chosen.label }) : t('client')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('client')}>
        <ComboSearch
          label={t('client')}
          value={chosen}
          onChange={(option) => {
            onChange(option?.value)
            setOpen(false)
          }}
          search={async (text, signal) =>
            (await findClients(text, signal)).map((client) => ({
              value: client.id,
              label: client.name,
              detail: client.refid,
            }))
          }
        />
      </Popover.Dropdown>
    </Popover>
  )
}
