import { permissions, rolePermissions, roles, rolesHolding, type Permission } from '@/lib/domain/access'
import { allowedScopes } from '@/lib/domain/granting'
import { permissionDocumentLabels as words } from '@/lib/labels/permission-document'
import { permissionLabels } from '@/lib/labels/permissions'
import { roleLabels, scopeKindLabels } from '@/lib/labels/roles'
import { actions, downloads, routes, type Needed } from './permission-matrix'

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
const code = (text: string) => `\`${text}\``

function isPermission(needed: Needed): needed is Permission {
  return permissions.some((permission) => permission === needed)
}

/** Who can use a way: everybody's permissions are named as such. */
function heldBy(needed: Needed): string {
  if (!isPermission(needed)) return words[needed]
  const holders = rolesHolding(needed)
  return holders.length === roles.length
    ? words.everybody
    : holders.map((role) => roleLabels[role]).join('、')
}

function waysTable(head: string, ways: Readonly<Record<string, Needed>>): string {
  const rows = Object.entries(ways).map(([name, needed]) => [
    code(name),
    isPermission(needed) ? `${permissionLabels[needed]} ${code(needed)}` : words[needed],
    heldBy(needed),
  ])
  return table([head, words.needed, words.heldBy], rows)
}

/** docs/permissions.md as Markdown. */
export function permissionDocument(): string {
  const marks = permissions.map((permission) => [
    `${permissionLabels[permission]} ${code(permission)}`,
    ...roles.map((role) => (rolePermissions[role].includes(permission) ? words.yes : '')),
  ])
  const scopes = roles.map((role) => [
    `${roleLabels[role]} ${code(role)}`,
    allowedScopes[role].map((scope) => scopeKindLabels[scope]).join('、'),
  ])
  const files =
    downloads.length === 0 ? words.none : downloads.map((address) => `- ${code(address)}`).join('\n')
  return [
    `# ${words.title}`,
    words.generated,
    words.reach,
    `## ${words.rolesTitle}`,
    table([words.permission, ...roles.map((role) => roleLabels[role])], marks),
    `## ${words.scopesTitle}`,
    table([words.role, words.scopes], scopes),
    `## ${words.routesTitle}`,
    waysTable(words.address, routes),
    `## ${words.actionsTitle}`,
    waysTable(words.action, actions),
    `## ${words.downloadsTitle}`,
    files,
  ]
    .join('\n\n')
    .concat('\n')
}
