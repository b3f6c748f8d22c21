import { describe, expect, it } from 'vitest'
import { parseEnvironment } from './env'

const complete = {
  DATABASE_URL: 'postgresql://daicho_serve:a%2Fb@db.example:5432/daicho',
  SESSION_SECRET: 's'.repeat(32),
}

describe('the serving environment', () => {
  it('derives the writer from the reader when it is not given', () => {
    expect(parseEnvironment(complete).databaseWriteUrl).toBe(
      'postgresql://daicho_serve_write:a%2Fb@db.example:5432/daicho',
    )
  })

  it('takes localhost and the port as the public address unless one is given', () => {
    expect(parseEnvironment({ ...complete, PORT: '8080' }).publicUrl).toBe('http://localhost:8080')
    expect(parseEnvironment({ ...complete, PUBLIC_URL: 'https://daicho.example/' }).publicUrl).toBe(
      'https://daicho.example',
    )
  })

  it('counts an empty text as absent', () => {
    expect(parseEnvironment({ ...complete, DAICHO_NOW: '', DATABASE_WRITE_URL: '' }).now).toBeUndefined()
  })

  it('names what is wrong without repeating a secret', () => {
    const wrong = () =>
      parseEnvironment({ ...complete, SESSION_SECRET: 'short-secret', PUBLIC_URL: 'ftp://a' })
    expect(wrong).toThrow(/SESSION_SECRET.*PUBLIC_URL|PUBLIC_URL.*SESSION_SECRET/)
    expect(wrong).not.toThrow(/short-secret/)
  })
})
