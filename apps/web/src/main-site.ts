import '@portico/ui/theme/tokens.css'
import '@portico/ui/theme/brand-default.css'
import '@fontsource-variable/inter/wght.css'
import './site/site.css'

// The pages are whole without this; it adds the switch of colours and the search over the documentation's list.
const root = document.documentElement

function switchColours(): void {
  const next = root.getAttribute('data-mantine-color-scheme') === 'dark' ? 'light' : 'dark'
  root.setAttribute('data-mantine-color-scheme', next)
  try {
    localStorage.setItem('portico-color-scheme', next)
  } catch {
    // Storage is blocked: the choice holds for this page.
  }
}
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-colours]')) {
  button.hidden = false
  button.addEventListener('click', switchColours)
}

const search = document.querySelector<HTMLInputElement>('[data-docs-search]')
if (search) {
  const field = search
  const entries = [...document.querySelectorAll<HTMLElement>('[data-docs-entry]')]
  const nothing = document.querySelector<HTMLElement>('[data-docs-nothing]')
  field.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden')
  const narrow = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean)
    let found = 0
    for (const entry of entries) {
      const isFound = words.every((word) => (entry.dataset['docsEntry'] ?? '').includes(word))
      entry.hidden = !isFound
      if (isFound) found++
    }
    if (nothing) nothing.hidden = found > 0
  }
  field.addEventListener('input', narrow)
  if (field.value) narrow()
}
