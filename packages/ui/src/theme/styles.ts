/** Every style the workspace and the portal need, in cascade order. */
import './tokens.css'
import './brand-default.css'
import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './base.css'
