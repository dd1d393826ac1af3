import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@fontsource-variable/plus-jakarta-sans'
import '@fontsource-variable/fraunces'
import './global.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startI18n } from '#renderer/i18n/i18n.ts'
import { followChanges } from '#renderer/rpc/live-queries.ts'
import { App } from './App.tsx'

startI18n()
void followChanges()

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
