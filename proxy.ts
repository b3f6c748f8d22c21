import { NextResponse, type NextRequest } from 'next/server'
import { errorPageLabels } from '@/lib/labels/shell'

/** The policy of one answer. `development` needs eval and inline styles for the framework's own overlay. */
function contentPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** A request that changes something must come from the portal's own pages (PUBLIC_URL, else the Host). */
function isForeign(request: NextRequest, publicUrl: string | undefined): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  const origin = request.headers.get('origin')
  if (origin === null) return false
  if (!URL.canParse(origin)) return true
  if (publicUrl && URL.canParse(publicUrl)) return new URL(publicUrl).origin !== origin
  return new URL(origin).host !== request.headers.get('host')
}

function refusal(): NextResponse {
  const { title, happened, saved, todo } = errorPageLabels.foreignOrigin
  const body = [happened, saved, todo].map((sentence) => `<p>${sentence}</p>`).join('')
  const page = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${body}</html>`
  return new NextResponse(page, {
    status: 403,
    headers: { 'content-type': 'text/html; charset=utf-8', 'x-own-page': '1' },
  })
}

/** Headers of every answer but the build's own files (the fixed ones are in next.config.ts); the nonce reaches Next through the request's policy. */
export function proxy(request: NextRequest): NextResponse {
  const publicUrl = process.env.PUBLIC_URL
  const nonce = btoa(crypto.randomUUID())
  const policy = contentPolicy(nonce, process.env.NODE_ENV === 'development')
  const forwarded = new Headers(request.headers)
  forwarded.set('content-security-policy', policy)
  // A page is not told its address; the way back after signing in needs it. Whatever the client sent is replaced.
  forwarded.set('x-daicho-path', request.nextUrl.pathname + request.nextUrl.search)

  const answer = isForeign(request, publicUrl)
    ? refusal()
    : NextResponse.next({ request: { headers: forwarded } })
  answer.headers.set('content-security-policy', policy)
  if (request.nextUrl.pathname !== '/icon.svg') answer.headers.set('cache-control', 'no-store')
  if (publicUrl?.startsWith('https://')) answer.headers.set('strict-transport-security', 'max-age=31536000')
  return answer
}

export const config = { matcher: '/((?!_next/static/).*)' }
