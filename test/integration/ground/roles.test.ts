import { describe, expect, it } from 'vitest'
import { ROLES } from '#main/rpc/base-contract.ts'
import { contract } from '#main/rpc/contract.ts'
import { type Client, portClient, startProgram } from './running-program.ts'
import { proceduresOf } from './procedures.ts'

const procedures = proceduresOf(contract)

/** Calls a procedure by its path, with no input. */
function call(client: Client, path: readonly string[]): Promise<unknown> {
  let part: unknown = client
  for (const name of path) part = (part as Record<string, unknown>)[name]
  return (part as () => Promise<unknown>)()
}

describe('roles', () => {
  it('every procedure names who may call it', () => {
    expect(procedures.length).toBeGreaterThan(20)
    const silent = procedures.filter(
      ({ meta }) => !meta.roles?.length || !meta.roles.every(role => ROLES.includes(role)),
    )
    expect(silent.map(({ path }) => path.join('.'))).toEqual([])
    expect(procedures.filter(({ meta }) => !meta.roles.includes('admin'))).toEqual([])
  })

  it('a desk is refused every procedure that does not name it, before its input is looked at', async () => {
    const { program } = startProgram()
    const client = await portClient(program, 'registrasi')
    const forDesks = procedures.filter(({ meta }) => meta.roles.includes('registrasi'))
    expect(forDesks.length).toBeGreaterThan(3)
    for (const { path, meta } of procedures) {
      if (path.at(-1) === 'changes') continue
      const code = await call(client, path).then(
        () => 'answered',
        (error: { code?: string }) => error.code,
      )
      expect([path.join('.'), code === 'FORBIDDEN']).toEqual([path.join('.'), !meta.roles.includes('registrasi')])
    }
  })
})
