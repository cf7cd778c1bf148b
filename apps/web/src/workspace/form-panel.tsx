import { useForm, type UseFormInput, type UseFormReturnType } from '@mantine/form'
import { SidePanel, UnsavedDialog } from '@portico/ui'
import { Fragment, useState, type ReactNode } from 'react'

interface FormPanelProps<Item> {
  opened: boolean
  /** What is changed; a new one while null. It stays on the panel while the panel leaves the screen. */
  item: Item | null
  title: (item: Item | null) => string
  width?: number
  onClose: () => void
  /** The form, which tells when something is typed and when it is done. */
  children: (item: Item | null, form: FormInPanel) => ReactNode
}

export interface FormInPanel {
  onDirty: (isDirty: boolean) => void
  onDone: () => void
}

/** A form over the page, for a new item or a known one. Closing asks while something is typed. */
export function FormPanel<Item extends { id: string }>(props: FormPanelProps<Item>) {
  const { opened, item, title, width, onClose, children } = props
  const [shown, setShown] = useState(item)
  if (opened && item !== shown) setShown(item)
  const [isDirty, setDirty] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [opening, setOpening] = useState({ opened, count: 0 })
  // A panel that is opened again while it still leaves the screen begins anew, and with nothing typed.
  if (opened !== opening.opened) {
    setOpening({ opened, count: opening.count + (opened ? 1 : 0) })
    setDirty(false)
    setAsking(false)
  }
  const leave = () => {
    setAsking(false)
    setDirty(false)
    onClose()
  }
  return (
    <>
      <SidePanel
        opened={opened}
        onClose={() => (isDirty ? setAsking(true) : leave())}
        title={title(shown)}
        {...(width && { width })}
      >
        <Fragment key={`${opening.count} ${shown?.id ?? ''}`}>
          {children(shown, { onDirty: setDirty, onDone: leave })}
        </Fragment>
      </SidePanel>
      <UnsavedDialog opened={isAsking} onStay={() => setAsking(false)} onLeave={leave} />
    </>
  )
}

/** The form in a panel. Something is typed while its values differ from those that it began with, not once they were touched. */
export function usePanelForm<Values extends object>(
  onDirty: FormInPanel['onDirty'],
  options: UseFormInput<Values> & { initialValues: Values },
): UseFormReturnType<Values> {
  const [start] = useState(() => JSON.stringify(options.initialValues))
  return useForm<Values>({
    ...options,
    onValuesChange: (values) => onDirty(JSON.stringify(values) !== start),
  })
}
