import { Autocomplete, Loader } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Region } from '#main/features/participants/contract.ts'
import { orpc } from '#renderer/rpc/client.ts'
import type { PersonFormOf } from './person-form.ts'

const WAIT_MS = 150
const SHORTEST_TEXT = 2
const REGENCY_CODE_LENGTH = 5

/** The village: chosen from the official list it fills district, regency, province and code; typed freely it stands alone. */
export function RegionField({ form }: { form: PersonFormOf }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), WAIT_MS)
  const near = form.values.regionCode.slice(0, REGENCY_CODE_LENGTH)
  const search = useQuery({
    ...orpc.participants.regions.search.queryOptions({ input: { text, near } }),
    enabled: text.length >= SHORTEST_TEXT,
    placeholderData: keepPreviousData,
  })
  const found = text.length < SHORTEST_TEXT ? [] : (search.data?.regions ?? [])
  const byLabel = new Map(found.map(region => [labelOf(region), region]))
  const choose = (region: Region): void => {
    const { village, district, regency, province, code } = region
    form.setValues({
      village,
      district,
      regency,
      province,
      regionCode: code,
      regionEdition: search.data?.edition ?? '',
    })
    setTyped('')
  }
  const onChange = (value: string): void => {
    const region = byLabel.get(value)
    if (region) {
      choose(region)
      return
    }
    setTyped(value)
    form.setValues({ village: value, regionCode: '', regionEdition: '' })
  }
  return (
    <Autocomplete
      label={t('participants.field.village')}
      placeholder={t('participants.hint.village')}
      value={form.values.village}
      onChange={onChange}
      data={[...byLabel.keys()]}
      filter={({ options }) => options}
      limit={20}
      maxLength={500}
      autoComplete="off"
      spellCheck={false}
      rightSection={search.isFetching ? <Loader size={16} /> : null}
    />
  )
}

/** Village names repeat, so every place is named all the way up. */
function labelOf({ village, district, regency, province }: Region): string {
  return [village, district, regency, province].filter(name => name !== '').join(' · ')
}
