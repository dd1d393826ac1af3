import { app, session } from 'electron'
import { isOurPage } from './app-protocol.ts'

/** Refuses navigation away, new windows, embedded views and permissions, for every page that will ever exist (electronjs.org/docs/latest/tutorial/security). */
export function hardenPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', event => {
      if (!isOurPage(event.url)) event.preventDefault()
    })
    contents.on('will-attach-webview', event => event.preventDefault())
  })
}

/** Needs the app to be ready. The camera reads badges; nothing else is ever granted, and the camera only to our pages. */
export function hardenSession(): void {
  session.defaultSession.setPermissionRequestHandler((contents, permission, answer, details) => {
    const { mediaTypes = [] } = details as { mediaTypes?: string[] }
    answer(permission === 'media' && !mediaTypes.includes('audio') && isOurPage(contents.getURL()))
  })
  session.defaultSession.setPermissionCheckHandler((contents, permission, _origin, { mediaType }) => {
    return permission === 'media' && mediaType !== 'audio' && contents !== null && isOurPage(contents.getURL())
  })
}
