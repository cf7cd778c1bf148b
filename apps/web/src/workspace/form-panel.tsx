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
        <Fragment key={shown?.id ?? 'new'}>{children(shown, { onDirty: setDirty, onDone: leave })}</Fragment>
      </SidePanel>
      <UnsavedDialog opened={isAsking} onStay={() => setAsking(false)} onLeave={leave} />
    </>
  )
}
