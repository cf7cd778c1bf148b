import '@portico/ui/theme/styles.ts'
import { PorticoProvider, Toasts } from '@portico/ui'
import { createRoot } from 'react-dom/client'
import { FormPieces } from './form-pieces.tsx'
import { FramePieces } from './frame-pieces.tsx'
import { ListPieces } from './list-pieces.tsx'
import { PortalPieces } from './portal-pieces.tsx'
import { ShowPieces } from './show-pieces.tsx'

/** Every piece in every state, for looking at while developing: `/pieces/list`, `/pieces/show`, … */
const views = {
  frame: FramePieces,
  list: ListPieces,
  show: ShowPieces,
  form: FormPieces,
  portal: PortalPieces,
}

const name = location.pathname.split('/')[2] ?? ''
const View = Object.entries(views).find(([view]) => view === name)?.[1] ?? FramePieces
const brand = new URLSearchParams(location.search).get('brand')
const root = document.getElementById('root')
if (brand) {
  const { brandStylesheet } = await import('@portico/ui')
  const style = document.createElement('style')
  style.textContent = brandStylesheet(`#${brand}`)
  document.head.append(style)
}
if (root) {
  createRoot(root).render(
    <PorticoProvider>
      <View />
      <Toasts />
    </PorticoProvider>,
  )
}
