import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** The environment of a process that anchors the trail outside the database. */
type AnchorSettings = { AUDIT_ANCHOR_SECRET: string; AUDIT_ANCHOR_FILE: string; SESSION_SECRET: string }

/** Makes the secrets and the anchor file of the template database; workers inherit where they are. Returns the clean-up. */
export function prepareAnchors(): () => void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'daicho-anchors-'))
  const settings: AnchorSettings = {
    AUDIT_ANCHOR_SECRET: randomBytes(32).toString('hex'),
    AUDIT_ANCHOR_FILE: path.join(folder, 'template.jsonl'),
    SESSION_SECRET: randomBytes(32).toString('hex'),
  }
  process.env['TEST_ANCHORS'] = JSON.stringify(settings)
  return () => {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function anchorSettings(): AnchorSettings {
  return JSON.parse(process.env['TEST_ANCHORS'] ?? '{}') as AnchorSettings
}

/** The same secrets with a copy of the template's anchors, for one cloned database. */
export function copyAnchors(): AnchorSettings {
  const settings = anchorSettings()
  const own = `${settings.AUDIT_ANCHOR_FILE}.${randomBytes(6).toString('hex')}`
  if (existsSync(settings.AUDIT_ANCHOR_FILE)) copyFileSync(settings.AUDIT_ANCHOR_FILE, own)
  return { ...settings, AUDIT_ANCHOR_FILE: own }
}
