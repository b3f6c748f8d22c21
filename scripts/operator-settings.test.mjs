import { describe, expect, it } from 'vitest'
import { readSettings, trustedProxies } from './operator-settings.mjs'

const own = { DATABASE_URL: 'postgresql://daicho_serve:pw@db.example:5432/daicho' }

describe('what the operator asked for', () => {
  it('is an embedded database with sample data on this machine alone when nothing is said', () => {
    expect(readSettings({ PATH: '/bin', HOME: '/root' })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      sampleData: true,
      databaseUrl: undefined,
    })
  })

  it('is an own database without sample data, on every interface, when DATABASE_URL is given', () => {
    expect(readSettings(own)).toMatchObject({
      host: undefined,
      sampleData: false,
      writeUrl: 'postgresql://daicho_serve_write:pw@db.example:5432/daicho',
    })
    expect(readSettings({ ...own, SAMPLE_DATA: '1' })).toMatchObject({ host: '127.0.0.1', sampleData: true })
  })

  it.each([
    [{ DATABASE_ULR: 'x' }, 'DATABASE_URL'],
    [{ DATABASE_OWNERURL: 'x' }, 'DATABASE_OWNER_URL'],
    [{ PUBLICURL: 'x' }, 'PUBLIC_URL'],
    [{ PROT: '1' }, 'PORT'],
    [{ Port: '1' }, 'PORT'],
    [{ SESION_SECRET: 'x' }, 'SESSION_SECRET'],
    [{ DAICHO_NWO: 'x' }, 'DAICHO_NOW'],
    [{ DAICHO_COLOUR: 'red' }, 'DAICHO_COLOUR'],
  ])('refuses the unknown variable %o and names %s', (env, named) => {
    expect(() => readSettings(env)).toThrow(named)
  })

  it('leaves other programs their variables', () => {
    const others = {
      HOSTNAME: 'a',
      PORTS: '1',
      HOME: '/',
      npm_config_host: 'x',
      port: '1',
      POST: '1',
      DATABASE: 'x',
    }
    expect(() => readSettings(others)).not.toThrow()
  })

  it.each([
    [{ PORT: '80a' }],
    [{ PORT: '0' }],
    [{ PORT: '70000' }],
    [{ HOST: 'http://a' }],
    [{ PUBLIC_URL: 'daicho.example' }],
    [{ PUBLIC_URL: 'https://daicho.example/path' }],
    [{ DATABASE_URL: 'mysql://a/b' }],
    [{ DATABASE_OWNER_URL: own.DATABASE_URL }],
    [{ SAMPLE_DATA: 'yes' }],
    [{ SESSION_SECRET: 'short' }],
    [{ DAICHO_NOW: '2026-04-01' }],
  ])('refuses %o', (env) => {
    expect(() => readSettings(env)).toThrow(/。$/)
  })
})

describe('trusted proxies', () => {
  it('are addresses and ranges', () => {
    const list = trustedProxies('10.0.0.5, 10.1.0.0/16,::1')
    expect([list.check('10.0.0.5'), list.check('10.1.9.9'), list.check('10.2.0.1')]).toEqual([
      true,
      true,
      false,
    ])
    expect(list.check('::1', 'ipv6')).toBe(true)
  })

  it('refuses a name', () => {
    expect(() => trustedProxies('proxy.local')).toThrow('proxy.local')
  })
})
