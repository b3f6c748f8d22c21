import { largestBureau, largestDepartment, smallDepartment } from './city-departments'
import { onlookers } from './city-people'

export type BenchPage = { name: string; login: string; path: string; limit: number }
/** Milliseconds of server time (the figures). */
const limits = { list: 15, asset: 15, dashboard: 50 }

/** What is asked of the portal. `secondPage` and `asset` are found from the first list. */
export function benchPages(found: {
  secondPage: string
  asset: Readonly<Record<string, string>>
}): BenchPage[] {
  const list = (login: string, name: string, query = '') => ({
    name,
    login,
    path: `/assets${query}`,
    limit: limits.list,
  })
  const common = (login: string, department: string) => [
    list(login, 'list'),
    list(login, 'department', `?department=${department}`),
    list(login, 'word, common', `?q=${encodeURIComponent('台帳')}`),
    list(login, 'word, rare', `?q=${encodeURIComponent('墓地改葬')}`),
    { name: 'asset', login, path: `/assets/${found.asset[login] ?? ''}`, limit: limits.asset },
    { name: 'dashboard', login, path: '/dashboard', limit: limits.dashboard },
    { name: 'first page', login, path: '/', limit: limits.dashboard },
  ]
  const { ciso } = onlookers
  return [
    { name: 'own password (a small page)', login: ciso, path: '/password', limit: limits.list },
    ...common(ciso, largestDepartment),
    list(ciso, 'small department', `?department=${smallDepartment}`),
    list(ciso, 'bureau', `?department=${largestBureau}`),
    list(ciso, 'by name', '?sort=name'),
    list(ciso, 'by level', '?sort=level&direction=desc'),
    list(ciso, 'by update', '?sort=updated&direction=desc'),
    list(ciso, 'zone and level', '?zone=myNumber&confidentiality=3B'),
    { ...list(ciso, 'page 2'), path: found.secondPage },
    ...common(onlookers.secretariat, largestDepartment),
    ...common(onlookers.bureauOfficer, largestDepartment),
    ...common(onlookers.largestClerk, largestDepartment),
    ...common(onlookers.smallClerk, smallDepartment),
  ]
}
