import { describe, expect, it } from 'vitest'
import { createEventFile, type EventFile } from '#main/event-file/open.ts'
import { act, type ActRequest, findBrokenLink, getAct } from '#main/features/audit/service.ts'
import { ruleBroken } from '#main/rpc/base-contract.ts'
import { tempFolder } from '../temp-folder.ts'

const CALLER = { deviceId: 'd1', deviceName: 'Meja 1', operator: 'Rina', role: 'admin' as const }

function newEvent(): EventFile {
  return createEventFile(`${tempFolder()}/acara.gelar`, () => {})
}

function request(number: number, verb = 'logos.add'): ActRequest {
  return { actId: `0192f0c1-0000-7000-8000-00000000000${number}`, at: 1000 + number, verb, subjectId: `s${number}` }
}

/** Adds a logo row: something that a retry would do twice. */
function addLogo(event: EventFile, asked: ActRequest): number {
  return act(event, CALLER, asked, db => {
    db.prepare("INSERT INTO logos VALUES (hex(randomblob(8)), 'n', 'image/png', x'00', 0)").run()
    const count = db.prepare('SELECT count(*) FROM logos').pluck().get() as number
    return { result: count, before: count - 1, after: count, topics: ['events', 'badges', 'events'] }
  })
}

function rowsIn(event: EventFile, table: 'audit' | 'logos'): unknown {
  return event.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
}

describe('an act', () => {
  it('counts once however often it is sent, and is answered the same', () => {
    const event = newEvent()
    const heard: string[] = []
    event.changes.subscribe(change => heard.push(`${change.topic} ${change.revision}`))
    const answers = [1, 2, 1, 1, 2].map(number => addLogo(event, request(number)))
    expect(answers).toEqual([1, 2, 1, 1, 2])
    expect([rowsIn(event, 'logos'), rowsIn(event, 'audit')]).toEqual([2, 2])
    expect(heard).toEqual(['events 1', 'badges 2', 'events 3', 'badges 4'])
    expect(getAct(event, request(1).actId)).toMatchObject({
      device_name: 'Meja 1',
      operator: 'Rina',
      verb: 'logos.add',
      kept: { result: 1, before: 0, after: 1 },
    })
    event.close()
  })

  it('may not use the id of another act', () => {
    const event = newEvent()
    addLogo(event, request(1))
    expect(() => addLogo(event, request(1, 'logos.remove'))).toThrow(expect.objectContaining({ code: 'ACT_ID_REUSED' }))
    expect([rowsIn(event, 'logos'), rowsIn(event, 'audit')]).toEqual([1, 1])
    event.close()
  })

  it('that is refused leaves neither its work nor a row nor a message, and may be tried again', () => {
    const event = newEvent()
    const heard: string[] = []
    event.changes.subscribe(change => heard.push(change.topic))
    const refused = (): unknown =>
      act(event, CALLER, request(1), db => {
        db.prepare("INSERT INTO logos VALUES ('a', 'n', 'image/png', x'00', 0)").run()
        throw ruleBroken('logo-too-large')
      })
    expect(refused).toThrow(expect.objectContaining({ code: 'RULE' }))
    expect([rowsIn(event, 'logos'), rowsIn(event, 'audit'), heard.length]).toEqual([0, 0, 0])
    expect(addLogo(event, request(1))).toBe(1)
    event.close()
  })
})

describe('the chain', () => {
  const tampering: [string, string, number | null][] = [
    ['nothing', 'SELECT 1', null],
    ['who did it', "UPDATE audit SET device_name = 'Meja 9' WHERE sequence = 3", 3],
    ['when it was', 'UPDATE audit SET at = 5 WHERE sequence = 2', 2],
    ['what was kept', "UPDATE audit SET payload = '{}' WHERE sequence = 4", 4],
    ['what was kept, with its hash', "UPDATE audit SET payload = '{}', payload_hash = 'x' WHERE sequence = 4", 4],
    ['a row taken out', 'DELETE FROM audit WHERE sequence = 2', 3],
    [
      'a row put in',
      `INSERT INTO audit SELECT 9, 'x', at, device_id, device_name, operator, verb, subject_id, undoes, payload, payload_hash, hash
       FROM audit WHERE sequence = 5`,
      9,
    ],
    [
      'two rows swapped',
      'UPDATE audit SET sequence = CASE sequence WHEN 2 THEN -3 WHEN 3 THEN -2 END WHERE sequence IN (2, 3); UPDATE audit SET sequence = -sequence WHERE sequence < 0',
      2,
    ],
    ['personal data erased on purpose', 'UPDATE audit SET payload = NULL WHERE sequence = 2', null],
  ]
  it.each(tampering)('%s', (_what, sql, broken) => {
    const event = newEvent()
    for (const number of [1, 2, 3, 4, 5]) addLogo(event, request(number))
    event.db.exec(sql)
    expect(findBrokenLink(event)).toBe(broken)
    event.close()
  })
})
