import { protocol } from 'electron'

const SCHEME = 'app'
const ORIGIN = `${SCHEME}://gelar`

/** What a page is served from; given by the entry. */
interface PageSource {
  get(urlPath: string): { mime: string; body: Buffer<ArrayBuffer> } | undefined
  contentSecurityPolicy: string
}

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

/** Serves the built renderer under app://gelar/. */
export function serveApp(source: PageSource): void {
  protocol.handle(SCHEME, request => {
    const file = source.get(new URL(request.url).pathname)
    if (!file) return new Response('not found', { status: 404 })
    return new Response(file.body, {
      headers: {
        'content-type': file.mime,
        'content-security-policy': source.contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
      },
    })
  })
}

/** The address of one of our pages, such as `index.html` or `print.html?job=…`. */
export function pageUrl(page: string): string {
  return `${ORIGIN}/${page}`
}

/** Whether an address is one of our pages. */
export function isOurPage(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`)
}
