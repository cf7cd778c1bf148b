import './shared/random-uuid.ts'
import '@portico/ui/theme/styles.ts'
import { portalRoot, portalRoutes } from './portal/routes.tsx'
import { startRoutedApp } from './shared/routed-app.tsx'

startRoutedApp(portalRoot.addChildren(portalRoutes))
