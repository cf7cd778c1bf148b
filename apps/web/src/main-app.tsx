import './shared/random-uuid.ts'
import '@portico/ui/theme/styles.ts'
import { adminRoutes } from './admin/routes.tsx'
import { appRoot } from './app-root.tsx'
import { authRoutes } from './auth/routes.tsx'
import { startRoutedApp } from './shared/routed-app.tsx'
import { workspaceRoutes } from './workspace/routes.tsx'

startRoutedApp(appRoot.addChildren([...authRoutes, workspaceRoutes, adminRoutes]))
