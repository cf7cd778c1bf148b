import './shared/random-uuid.ts'
import '@portico/ui/theme/styles.ts'
import { portalRoot, portalRoutes } from './portal/routes.tsx'
import { firstLocale, offerLanguages, speak } from './shared/language.ts'
import { startRoutedApp } from './shared/routed-app.tsx'

offerLanguages({ sw: () => import('./portal/texts-in.sw.ts') })
void speak(firstLocale())
startRoutedApp(portalRoot.addChildren(portalRoutes))
