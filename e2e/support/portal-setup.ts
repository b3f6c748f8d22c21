import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { build, isBuildFresh } from '@/scripts/production-build.mjs'
import { hasLoader, loadSampleCity } from '@/scripts/sample-city.mjs'
import { anchorSettings, prepareAnchors } from './anchors'
import { freezeTemplate, startDatabaseServer } from './database-server'

const root = path.resolve(import.meta.dirname, '../..')

/** Before the first browser test: a PostgreSQL with the sample city as the template, and a fresh production build. */
export default async function setUpForPlaywright() {
  const signal = new AbortController().signal
  if (!isBuildFresh()) {
    console.log('Building the portal…')
    mkdirSync(path.join(root, '.data'), { recursive: true })
    await build({ signal, logFile: path.join(root, '.data/build.log') })
  }
  const { access, stop } = await startDatabaseServer()
  const removeAnchors = prepareAnchors()
  const end = async () => {
    await stop()
    removeAnchors()
  }
  try {
    if (hasLoader()) {
      console.log('Loading the sample city…')
      const env = { ...process.env, ...anchorSettings(), NODE_ENV: 'production' as const }
      await loadSampleCity({ ...access, env, signal })
    }
    await freezeTemplate(access.superuserUrl)
  } catch (error) {
    await end()
    throw error
  }
  return end
}
