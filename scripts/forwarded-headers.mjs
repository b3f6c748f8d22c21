import net from 'node:net'

/** The header in which the portal's own pages read where a request came from; nobody outside can set it. */
export const sourceHeader = 'x-daicho-source'

const onlyFromProxies = /^(x-forwarded-.*|forwarded|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip)$/

/**
 * Makes a request's headers honest, in place: forwarded headers stay only when a trusted proxy sent them, the source
 * is the client's address, and with a public address Host says that one (Next compares Origin with it).
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @param {{ remoteAddress: string | undefined, proxies: import('node:net').BlockList, publicUrl?: string | undefined }} connection
 */
export function makeHeadersHonest(headers, { remoteAddress, proxies, publicUrl }) {
  const peer = plainAddress(remoteAddress)
  const isProxy = isListed(proxies, peer)
  const chain = isProxy ? String(headers['x-forwarded-for'] ?? '') : ''
  for (const name of Object.keys(headers)) {
    const isInternal = /^x-(daicho-|middleware-|nonce$)/.test(name)
    if (isInternal || (onlyFromProxies.test(name) && (!isProxy || publicUrl))) delete headers[name]
  }
  headers[sourceHeader] = clientAddress(chain, peer, proxies)
  if (publicUrl) {
    const { host, protocol } = new URL(publicUrl)
    headers.host = host
    headers['x-forwarded-proto'] = protocol.slice(0, -1)
  }
}

/** The nearest address of the chain that is no proxy of ours: what lies further left, anybody may have invented. @param {string} chain @param {string} peer @param {import('node:net').BlockList} proxies */
function clientAddress(chain, peer, proxies) {
  const hops = chain
    .split(',')
    .map((hop) => plainAddress(hop.trim()))
    .filter(Boolean)
  for (const hop of hops.reverse()) {
    if (net.isIP(hop) === 0) return peer
    if (!isListed(proxies, hop)) return hop
  }
  return peer
}

/** `::ffff:10.0.0.1` is 10.0.0.1. @param {string | undefined} address */
function plainAddress(address) {
  return (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '')
}

/** @param {import('node:net').BlockList} list @param {string} address */
function isListed(list, address) {
  const family = net.isIP(address)
  return family !== 0 && list.check(address, family === 4 ? 'ipv4' : 'ipv6')
}
