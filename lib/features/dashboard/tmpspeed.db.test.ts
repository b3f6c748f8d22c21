import { test } from 'vitest'
import { randomLedger } from '@/e2e/support/random-ledger'
import { authorize } from '@/lib/platform/authorize'
import { showOverview } from './queries'
test('speed', async () => {
  const t0 = performance.now()
  const ledger = await randomLedger(100000, { chief: { role: 'ciso', scope: 'everything' }, clerk: { role: 'assetClerk', scope: 'department', department: '11' } })
  console.log('seed', performance.now() - t0)
  const c = await ledger.database.ownerPool.connect()
  await c.query('begin')
  await c.query(`select open_system_session(1)`)
  await c.query(`set constraints all deferred`)
  await c.query(`insert into departments (code,name,category_code,executive_body_code,bureau_id,valid_from) select '5'||g, 'd'||g,'internal','mayor',0,'2020-01-01' from generate_series(100,400) g`)
  await c.query('commit')
  await c.query(`insert into asset_counts select (select min(id) from departments) + (random()*random()*300)::int, state, kind_code, zone_cell, scheme_id, scheme_family, confidentiality, (array['2','1',null])[1+floor(random()*3)], (array['2','1',null])[1+floor(random()*3)], importance, personal_data, visibility, 1, data_subjects, subjects_unknown from asset_counts, generate_series(1,60) order by random() limit 60000`)
  await c.query('vacuum analyze')
  console.log((await c.query('select count(*) from asset_counts')).rows)
  const chiefSecret = (await c.query("select open_system_session(id) as s from people where login_id='chief'")).rows[0].s
  await c.query("select set_config('app.session', $1, false)", [chiefSecret])
  const { readFileSync } = await import('node:fs')
  const show = async (sql: string) => { console.log((await c.query('explain (analyze, costs off) ' + sql)).rows.map((r) => r['QUERY PLAN']).join('\n')) }
  const sql = readFileSync('prisma/migrations/20261123000900_dashboard/migration.sql', 'utf8')
  const body = sql.slice(sql.indexOf('  with among'), sql.indexOf(') into figures')) + ')'
  await show(body.replace('unnest(reached)', "unnest(reach('asset.read'))").replace('unnest(opened)', "unnest(reach('asset.readRestricted'))").replace('confirmed_since', "(current_date - 365)"))
  for (const login of ['chief', 'clerk']) {
    const v = await ledger.viewerOf(login)
    const actor = authorize(v, 'dashboard.read')
    for (let i = 0; i < 12; i++) { const t = performance.now(); await showOverview(actor); console.log(login, (performance.now() - t).toFixed(1)) }
  }
  c.release()
  await ledger.end()
}, 600000)
