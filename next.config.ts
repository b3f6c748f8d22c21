import type { NextConfig } from 'next'

/** For every answer, static files too; the content security policy carries a nonce and is proxy.ts's. No HSTS over http. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  },
]

const config: NextConfig = {
  poweredByHeader: false,
  // `npm test` checks types; a first start need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg'],
  // Files of 5 MB are handed in for questions of a review; somewhat larger ones get as far as being refused in words.
  // Which origins may post is decided by server.mjs: it puts PUBLIC_URL's host into the Host header that Next compares.
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: '9mb' } },
  headers: () => Promise.resolve([{ source: '/:path*', headers: securityHeaders }]),
}

export default config
