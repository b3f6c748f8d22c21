import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const folders = ['app', 'components', 'lib', 'e2e', 'prisma', 'scripts']

/** Source files of the project, relative to its root: tracked and new ones; without git (an archive) those on disk. */
export function sourceFiles(): string[] {
  try {
    const list = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate']
    return execFileSync('git', list, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\n')
      .filter(isSource)
  } catch {
    return folders
      .flatMap((folder) =>
        readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
          path.posix.join(folder, file),
        ),
      )
      .filter(isSource)
  }
}

const isSource = (file: string) => /\.[cm]?[jt]sx?$/u.test(file) && !file.endsWith('.d.ts')
