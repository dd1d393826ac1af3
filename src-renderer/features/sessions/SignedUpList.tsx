import { Text, TextInput } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fullName } from '#main/features/participants/person-rules.ts'
import { NamedIconButton } from '#renderer/ui/NamedIconButton.tsx'
import { placeOf } from './place.ts'
import own from './sign-ups.module.css'
import classes from './sessions.module.css'
import type { SignUpList } from './sign-up-list.ts'

const ROW_HEIGHT_PX = 48
const ROWS_AHEAD = 10

/** Who is signed up; each can be taken off again. */
export function SignedUpList({ signUps, isLoaded }: { signUps: SignUpList; isLoaded: boolean }) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const shown = signUps.people.filter(person =>
    `${fullName(person)} ${placeOf(person)} ${person.role}`.toLowerCase().includes(wanted),
  )
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is handed to memoized parts
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: ROWS_AHEAD,
  })
  if (isLoaded && signUps.people.length === 0) return <Text c="dimmed">{t('sessions.signUps.empty')}</Text>
  return (
    <>
      <TextInput
        leftSection={<IconSearch size={18} aria-hidden />}
        aria-label={t('sessions.signUps.searchList')}
        placeholder={t('sessions.signUps.searchList')}
        value={text}
        onChange={typed => setText(typed.currentTarget.value)}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div ref={scroller} className={own.box} tabIndex={0} role="region" aria-label={t('sessions.signUps.title')}>
        <div role="list" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const person = shown[index]
            return person ? (
              <div
                key={person.id}
                role="listitem"
                className={own.boxRow}
                style={{ height: ROW_HEIGHT_PX, transform: `translateY(${start}px)` }}
              >
                <span className={classes.stack}>
                  <b className={classes.oneLine}>{fullName(person)}</b>
                  <span className={classes.small} data-line>
                    {[person.role, placeOf(person)].filter(Boolean).join(' · ')}
                  </span>
                </span>
                <NamedIconButton
                  name={t('sessions.signUps.remove', { name: fullName(person) })}
                  icon={IconX}
                  onClick={() => signUps.set([person.id], false)}
                />
              </div>
            ) : null
          })}
        </div>
      </div>
    </>
  )
}
