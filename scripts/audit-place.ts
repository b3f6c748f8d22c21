import { existsSync } from 'node:fs'
import path from 'node:path'
import { verificationWords } from '@/lib/labels/trail-verification'
import type { AnchorPlace } from '@/lib/platform/audit/anchors'
import { openEmbedded } from './portal-database.mjs'
import { isLiving, readOwner } from './postgres-owner.mjs'
import { reachablePlace } from './postgres-place.mjs'
import { standardNames } from './provision.mjs'
import { readOrMakeSecrets } from './secrets.mjs'

const folder = path.resolve(import.meta.dirname, '../.data')

export type AuditPlace = { ownerUrl: string; anchors: AnchorPlace | null; close: () => Promise<void> }

/**
 * Where the trail and its anchors are: DATABASE_OWNER_URL with AUDIT_ANCHOR_*, or without it the embedded
 * database below .data, also while the portal runs.
 */
export async function auditPlace(env: NodeJS.ProcessEnv): Promise<AuditPlace> {
  const file = env['AUDIT_ANCHOR_FILE'] || path.join(folder, 'audit-anchors.jsonl')
  const given = env['DATABASE_OWNER_URL']
  if (given) {
    const secret = env['AUDIT_ANCHOR_SECRET'] || keptSecrets()?.auditAnchorSecret
    return { ownerUrl: given, anchors: secret ? { file, secret } : null, close: () => Promise.resolve() }
  }
  const secrets = keptSecrets()
  if (!secrets) throw new Error(verificationWords.noDatabase)
  const anchors = { file, secret: env['AUDIT_ANCHOR_SECRET'] || secrets.auditAnchorSecret }
  const owner = readOwner(reachablePlace(path.join(folder, 'postgres')))
  if (owner?.port && isLiving(owner)) {
    const login = `${standardNames.owner}:${secrets.ownerPassword}`
    const ownerUrl = `postgresql://${login}@127.0.0.1:${owner.port}/${standardNames.database}`
    return { ownerUrl, anchors, close: () => Promise.resolve() }
  }
  const database = await openEmbedded({ folder, secrets, log: () => undefined })
  return { ownerUrl: database.ownerUrl, anchors, close: database.stop }
}

function keptSecrets() {
  return existsSync(path.join(folder, 'secrets.json')) ? readOrMakeSecrets(folder) : null
}
