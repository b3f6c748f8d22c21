import net from 'node:net'

/** Every variable that Daicho reads. */
const known = [
  'PORT',
  'HOST',
  'PUBLIC_URL',
  'TRUSTED_PROXY',
  'DATABASE_URL',
  'DATABASE_WRITE_URL',
  'DATABASE_OWNER_URL',
  'SESSION_SECRET',
  'AUDIT_ANCHOR_SECRET',
  'AUDIT_ANCHOR_FILE',
  'MAIL_PASSWORD',
  'SAMPLE_DATA',
  'DAICHO_NOW',
  'JOBS',
  'BENCH',
]

/**
 * @typedef {{ port: number, host: string | undefined, publicUrl: string | undefined, sampleData: boolean,
 *   databaseUrl: string | undefined, writeUrl: string | undefined, ownerUrl: string | undefined }} Settings
 *   `databaseUrl` undefined: an embedded database; `host` undefined: every interface
 */

/**
 * What the operator asked for. Other programs' variables are none of our business; ours, and what looks like a slip
 * of ours, are.
 * @param {Record<string, string | undefined>} env
 * @returns {Settings}
 * @throws {Error} one Japanese sentence
 */
export function readSettings(env) {
  refuseUnknown(Object.keys(env))
  const port = portOf(env.PORT || '3000')
  const databaseUrl = postgresUrl('DATABASE_URL', env.DATABASE_URL)
  const writeUrl = postgresUrl('DATABASE_WRITE_URL', env.DATABASE_WRITE_URL)
  const ownerUrl = postgresUrl('DATABASE_OWNER_URL', env.DATABASE_OWNER_URL)
  if (!databaseUrl && (ownerUrl || writeUrl)) {
    throw new Error(
      'DATABASE_OWNER_URL や DATABASE_WRITE_URL を使うときは、DATABASE_URL も指定してください。',
    )
  }
  const sampleData = flag('SAMPLE_DATA', env.SAMPLE_DATA, databaseUrl === undefined)
  flag('BENCH', env.BENCH, false)
  jobs(env.JOBS)
  secret('SESSION_SECRET', env.SESSION_SECRET)
  secret('AUDIT_ANCHOR_SECRET', env.AUDIT_ANCHOR_SECRET)
  instant('DAICHO_NOW', env.DAICHO_NOW)
  return {
    port,
    host: hostOf(env.HOST) ?? (sampleData ? '127.0.0.1' : undefined),
    publicUrl: publicUrlOf(env.PUBLIC_URL),
    sampleData,
    databaseUrl,
    writeUrl: writeUrl ?? (databaseUrl && withWriterName(databaseUrl)),
    ownerUrl,
  }
}

/**
 * The addresses whose forwarded headers count: `TRUSTED_PROXY=10.0.0.5,10.1.0.0/16`.
 * @param {string | undefined} text
 */
export function trustedProxies(text) {
  const list = new net.BlockList()
  for (const entry of (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [address = '', bits] = entry.split('/')
    const family = net.isIP(address)
    const width = bits === undefined ? undefined : Number(bits)
    if (family === 0 || (width !== undefined && !(width >= 0 && width <= (family === 4 ? 32 : 128)))) {
      throw new Error(`TRUSTED_PROXY の「${entry}」は IP アドレスでも範囲でもありません。`)
    }
    const kind = family === 4 ? 'ipv4' : 'ipv6'
    if (width === undefined) list.addAddress(address, kind)
    else list.addSubnet(address, width, kind)
  }
  return list
}

/** @param {string[]} names */
function refuseUnknown(names) {
  for (const name of names) {
    if (known.includes(name)) continue
    const meant = known.find((candidate) => looksLike(name, candidate))
    if (meant) throw new Error(`環境変数 ${name} は使われません。${meant} の書き誤りではありませんか。`)
    if (name.startsWith('DAICHO_')) {
      throw new Error(`環境変数 ${name} は知られていません。使えるのは ${known.join('、')} です。`)
    }
  }
}

/** The same letters in another order, or (for longer names) up to two slips apart. @param {string} name @param {string} meant */
function looksLike(name, meant) {
  const upper = name.toUpperCase()
  if (upper === meant) return name.startsWith('DAICHO_') || name !== meant.toLowerCase()
  if (Math.abs(upper.length - meant.length) > 2) return false
  if ([...upper].sort().join('') === [...meant].sort().join('')) return true
  return meant.length >= 8 && slips(upper, meant) <= (meant.length >= 11 ? 2 : 1)
}

/** Letters to insert, remove or change (Levenshtein). @param {string} a @param {string} b */
function slips(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** @param {string} text */
function portOf(text) {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65535) {
    throw new Error(`PORT の「${text}」はポート番号（1〜65535）ではありません。`)
  }
  return port
}

/** @param {string | undefined} text */
function hostOf(text) {
  if (!text) return undefined
  if (net.isIP(text) === 0 && !/^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(text)) {
    throw new Error(`HOST の「${text}」は IP アドレスでもホスト名でもありません（例: 127.0.0.1、0.0.0.0）。`)
  }
  return text
}

/** @param {string | undefined} text */
function publicUrlOf(text) {
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : null
  const isPlain =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
  if (!isPlain) {
    throw new Error(
      `PUBLIC_URL の「${text}」は https://daicho.example.jp のような形（パスなし）ではありません。`,
    )
  }
  return url.origin
}

/** @param {string} name @param {string | undefined} text */
function postgresUrl(name, text) {
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || !url.hostname || url.pathname.length < 2) {
    throw new Error(`${name} は postgresql://利用者:パスワード@ホスト:5432/データベース の形ではありません。`)
  }
  return text
}

/** @param {string} name @param {string | undefined} text @param {boolean} otherwise */
function flag(name, text, otherwise) {
  if (text === undefined || text === '') return otherwise
  if (text !== '0' && text !== '1')
    throw new Error(`${name} は 0 か 1 で指定してください（今は「${text}」）。`)
  return text === '1'
}

/** Who runs the jobs: the server, or with `off` `npm run worker`. @param {string | undefined} text */
function jobs(text) {
  if (text && text !== 'on' && text !== 'off')
    throw new Error(`JOBS は on か off で指定してください（今は「${text}」）。`)
}

/** @param {string} name @param {string | undefined} text */
function secret(name, text) {
  if (text && text.length < 32) throw new Error(`${name} は 32 文字以上にしてください。`)
}

/** @param {string} name @param {string | undefined} text */
function instant(name, text) {
  if (text && (Number.isNaN(Date.parse(text)) || !/T.*(Z|[+-]\d\d:\d\d)$/.test(text))) {
    throw new Error(`${name} は 2026-04-01T09:00:00+09:00 の形で指定してください（今は「${text}」）。`)
  }
}

/** @param {string} readerUrl */
function withWriterName(readerUrl) {
  const url = new URL(readerUrl)
  url.username = `${url.username}_write`
  return url.toString()
}
