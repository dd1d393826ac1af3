import { expect, test, onTestFinished } from 'vitest'
import { createSample } from '#main/features/events/creation-service.ts'
import { Workspace } from '#main/features/events/workspace.ts'
import { getDelegations } from '#main/features/participants/delegation-service.ts'
import { getCounts } from '#main/features/participants/list-service.ts'
import { listPeopleForMatching } from '#main/features/participants/person-service.ts'
import { searchPeople } from '#main/features/participants/search-service.ts'
import { MORNING } from '#test/fixtures/temp-event.ts'
import { tempFolder } from '../temp-folder.ts'

test('the sample event has 133 people of 36 delegations, each once, and finds them', () => {
  const workspace = new Workspace(tempFolder())
  onTestFinished(() => workspace.close())
  createSample(workspace, 'Asia/Makassar', MORNING)
  const event = workspace.current!
  expect(getCounts(event)).toEqual({ active: 133, archived: 0 })
  const delegations = getDelegations(event, MORNING)
  expect(delegations).toHaveLength(36)
  expect(delegations.filter(each => /^73\.09\.\d\d\.\d{4}$/.test(each.regionCode))).toHaveLength(32)
  expect(delegations.reduce((sum, each) => sum + each.memberCount, 0)).toBe(133)
  const people = listPeopleForMatching(event.db)
  expect(new Set(people.map(person => `${person.name} ${person.village} ${person.phoneMatch}`)).size).toBe(133)
  expect(people.filter(person => person.nip !== '' && person.nip.length !== 18)).toEqual([])
  expect(searchPeople(event.db, 'jamaludin rompegading')[0]?.participantId).toBe(
    people.find(person => person.name === 'Djamaluddin Halim')?.id,
  )
})
