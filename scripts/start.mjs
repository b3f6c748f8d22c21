const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`エラー: Node.js 20.19 以上が必要です（今は ${process.versions.node}）。`)
  process.exitCode = 1
} else {
  const { runPortal } = await import('./portal.mjs')
  process.exit(await runPortal({ dev: process.argv.includes('--dev') }))
}
