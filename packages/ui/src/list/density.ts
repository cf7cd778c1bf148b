import { useEffect, useState } from 'react'

export type Density = 'comfortable' | 'compact'

const KEY = 'portico-density'

function stored(): Density {
  return localStorage.getItem(KEY) === 'compact' ? 'compact' : 'comfortable'
}

/** Row height for the whole app, remembered in this browser: 40 px or 32 px. */
export function useDensity(): [Density, (density: Density) => void] {
  const [density, setDensity] = useState(stored)
  useEffect(() => {
    document.documentElement.dataset['density'] = density
    localStorage.setItem(KEY, density)
  }, [density])
  return [density, setDensity]
}
