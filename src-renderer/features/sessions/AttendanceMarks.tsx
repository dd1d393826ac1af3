import {
  IconArchive,
  IconCheck,
  IconClockExclamation,
  IconDoorExit,
  IconFileText,
  IconPencilCheck,
  IconQrcode,
  IconQuestionMark,
  IconSignature,
  IconX,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AttendancePerson } from '#main/features/sessions/contract.ts'
import own from './people.module.css'
import classes from './sessions.module.css'

type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'plain'

const STATES = {
  present: [IconCheck, 'ok'],
  absent: [IconX, 'bad'],
  archived: [IconArchive, 'plain'],
} as const satisfies Record<AttendancePerson['state'], readonly [Icon, Tone]>

const EVIDENCE = {
  scan: [IconQrcode, 'plain'],
  sheet: [IconFileText, 'info'],
  signature: [IconSignature, 'info'],
  correction: [IconPencilCheck, 'warn'],
} as const satisfies Record<NonNullable<AttendancePerson['evidence']>, readonly [Icon, Tone]>

const FLAGS = [
  ['isLate', 'late', IconClockExclamation],
  ['hasLeftEarly', 'early', IconDoorExit],
  ['isExitMissing', 'noExit', IconQuestionMark],
] as const

/** Who is not present is not counted as late either: the list behind a number says what the number says. */
const isTold = (state: AttendancePerson['state'], flag: (typeof FLAGS)[number][0]): boolean =>
  state === 'present' || flag !== 'isLate'

/** Icon, word and colour; the word alone says it. */
function Mark({ icon: IconPart, tone, word }: { icon: Icon; tone: Tone; word: string }) {
  return (
    <span className={own.mark} data-tone={tone}>
      <IconPart size={15} aria-hidden />
      {word}
    </span>
  )
}

/** Present or not, late, left early, without an exit. */
export function StateMark({
  person,
}: {
  person: Pick<AttendancePerson, 'state'> & Partial<Pick<AttendancePerson, 'isLate' | 'hasLeftEarly' | 'isExitMissing'>>
}) {
  const { t } = useTranslation()
  const [icon, tone] = STATES[person.state]
  return (
    <>
      <Mark icon={icon} tone={tone} word={t(`sessions.mark.${person.state}`)} />
      {FLAGS.filter(([flag]) => person[flag] && isTold(person.state, flag)).map(([flag, word, flagIcon]) => (
        <Mark key={flag} icon={flagIcon} tone="warn" word={t(`sessions.mark.${word}`)} />
      ))}
    </>
  )
}

/** What the presence rests on. */
export function EvidenceMark({ evidence }: { evidence: AttendancePerson['evidence'] }) {
  const { t } = useTranslation()
  if (evidence === null) return <span className={classes.small}>{t('sessions.evidence.none')}</span>
  const [icon, tone] = EVIDENCE[evidence]
  return <Mark icon={icon} tone={tone} word={t(`sessions.evidence.${evidence}`)} />
}
