import { importOf } from '../support/imported'
import type { Portal } from '../support/portal'
import type { View } from './view'

const text = (said: string) => new TextEncoder().encode(said)
const doubtful = {
  name: '見出しのない表.csv',
  bytes: text('これは台帳ではない表です,あ,い\n一,二,三\n四,五,六\n'),
}
const unknownNames = {
  name: '知らない課.csv',
  bytes: text(
    '情報資産名,所管課,機密性,完全性,可用性,ネットワーク区分\n名簿,むかしの係,2,1,1,共有系\n帳簿,むかしの係,2,1,1,共有系\n',
  ),
}
const twoOfAName = {
  name: '課の名前だけ.csv',
  bytes: text('情報資産名,所管課,機密性,完全性,可用性\n名簿,市民課,3C,1,1\n'),
}
const hostile = { name: '写真.xlsx', bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]) }

const at =
  (below = '', wanted: Parameters<typeof importOf>[1] = {}) =>
  async (portal: Portal) =>
    `/assets/import/${await importOf(portal, wanted)}${below}`
const view = (below: string, as?: string, wanted?: Parameters<typeof importOf>[1]): View => ({
  loginId: 'jimukyoku',
  address: at(below, wanted),
  ...(as === undefined ? {} : { as }),
})

async function rowOf(portal: Portal) {
  const id = await importOf(portal)
  const { rows } = await portal.database.ownerPool.query<{ place: number }>(
    `select place from import_rows where import_id = $1 and kind = 'refused' order by place desc limit 1`,
    [id],
  )
  return `/assets/import/${id}/rows/${String(rows[0]?.place)}`
}
async function listWithOne(portal: Portal) {
  await importOf(portal)
  return '/assets/import'
}

/** The pages of importing: filled, empty, in each state that a file alone brings about. */
export const importViews: Record<string, View[]> = {
  '/assets/import': [
    { loginId: 'jimukyoku', address: listWithOne },
    { loginId: 'senkyo-tanto', address: () => '/assets/import', as: 'without any' },
    { loginId: 'senkyo-tanto', address: () => '/assets/import?refused=tooLarge', as: 'refused' },
  ],
  '/assets/import/mappings': [
    { loginId: 'senkyo-tanto', address: () => '/assets/import/mappings', as: 'without any' },
  ],
  '/assets/import/[id]': [
    view(''),
    view('?show=new', 'new rows'),
    view('?show=double', 'double rows'),
    view('?show=notices', 'remarks'),
    view('?show=skipped', 'none of a kind'),
    view('?show=roles', 'lines that are no data'),
    view('?refused=tooLarge', 'the mended file refused'),
    view('', 'whose head is not found', doubtful),
    view('', 'refused', hostile),
  ],
  '/assets/import/[id]/columns': [view('/columns'), view('/columns', 'without a head', doubtful)],
  '/assets/import/[id]/names': [
    view('/names', undefined, unknownNames),
    view('/names', 'of two departments', twoOfAName),
  ],
  '/assets/import/[id]/rows/[place]': [{ loginId: 'jimukyoku', address: rowOf }],
}
