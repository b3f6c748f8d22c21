import { numberOf } from '../support/ledger'
import type { Portal } from '../support/portal'
import { changedAsset } from '../support/review-stages'
import type { View } from './view'

const ofRegister =
  (below = '') =>
  async (portal: Portal) =>
    `/assets/${await numberOf(portal, '戸籍情報システム')}${below}`

/** Registered assets of 市民課 beside one another. */
async function compared(portal: Portal): Promise<string> {
  const { rows } = await portal.database.ownerPool.query<{ number: string }>(
    `select a.number::text from assets a join departments d on d.id = a.department_id
     where d.name = '市民課' and a.state = 'active' and a.name <> '戸籍情報システム'
       and not exists (select from proposal_items i where i.asset_number = a.number and i.state in ('open', 'approved'))
     order by a.number limit 2`,
  )
  return `${await ofRegister('/merge')(portal)}?${rows.map(({ number }) => `with=${number}`).join('&')}`
}

/** A stricter handling of one asset of 市民課. */
async function bulkPreview(portal: Portal): Promise<string> {
  return `/assets/bulk?number=${await numberOf(portal, '戸籍情報システム')}&takeOut=prohibited&storageLocation=data`
}

async function versions(portal: Portal): Promise<string> {
  return `/assets/${(await changedAsset(portal)).number}/undo`
}

async function chosenVersion(portal: Portal): Promise<string> {
  const { number, before } = await changedAsset(portal)
  return `/assets/${number}/undo?version=${before}`
}

/** The pages on which several assets, or several versions of one, are looked at together: filled, empty, in error. */
export const assetViews: Record<string, View[]> = {
  '/assets/bulk': [
    { loginId: 'shimin-tanto', address: () => '/assets/bulk' },
    { loginId: 'shimin-tanto', address: bulkPreview, as: 'before it is done' },
    {
      loginId: 'shimin-tanto',
      address: () => '/assets/bulk?takeOut=prohibited',
      as: 'with nothing chosen',
    },
    {
      loginId: 'shimin-tanto',
      address: async (portal) => `${await bulkPreview(portal)}&disposalDueOn=2月30日`,
      as: 'with a day that does not exist',
    },
    { loginId: 'shimin-tanto', address: () => '/assets/bulk?done=submitted&count=12', as: 'done' },
    { loginId: 'senkyo-tanto', address: () => '/assets/bulk', as: 'of a department without assets' },
  ],
  '/assets/[number]/merge': [
    { loginId: 'shimin-tanto', address: compared, as: 'compared' },
    { loginId: 'shimin-tanto', address: ofRegister('/merge') },
    { loginId: 'shimin-tanto', address: ofRegister('/merge?q=ありえない名称'), as: 'without a match' },
  ],
  '/assets/[number]/undo': [
    { loginId: 'shirei-tanto', address: chosenVersion, as: 'of a chosen version' },
    { loginId: 'shirei-tanto', address: versions },
    {
      loginId: 'shirei-tanto',
      address: async (portal) => `${await versions(portal)}?version=1`,
      as: 'of none',
    },
    { loginId: 'shimin-tanto', address: ofRegister('/undo'), as: 'without earlier versions' },
  ],
}
