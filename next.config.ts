import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  // `npm test` checks types; a first start need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg'],
  // Files of 5 MB are handed in for questions of a review; somewhat larger ones get as far as being refused in words.
  // Which origins may post is decided by server.mjs: it puts PUBLIC_URL's host into the Host header that Next compares.
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: '9mb' } },
}

export default config
