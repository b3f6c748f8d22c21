import './outside-next.mjs'

/* npm run name-city -- 市川市: the name at the head of every page and print. May be repeated at will. */
const { CommandError, runAsSystem } = await import('./command-line')
const { recordEvents } = await import('@/lib/platform/audit/event')
await runAsSystem(async (line) => {
  const name = (process.argv[2] ?? '').trim()
  if (name === '' || name.length > 40)
    throw new CommandError('市の名称を40文字以内で指定してください。例: npm run name-city -- 市川市')
  await line.asOwner(async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      `insert into settings (key, value) values ('city_name', $1)
       on conflict (key) do update set value = excluded.value where settings.value <> excluded.value returning id`,
      [JSON.stringify(name)],
    )
    const [row] = rows
    if (!row) {
      line.say(`市の名称はすでに「${name}」です。`)
      return
    }
    const details = { key: 'city_name' }
    await recordEvents(owner, [
      { action: 'settings.changed', subjectType: 'settings', subjectId: BigInt(row.id), details },
    ])
    line.say(`市の名称を「${name}」にしました。`)
  })
})
