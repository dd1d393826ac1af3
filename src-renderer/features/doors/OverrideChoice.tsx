import { Button, Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import own from './door.module.css'

/** Reasons that one key gives; `doors.override.reasons`. */
export const QUICK_REASONS = ['leader', 'speaker', 'swap', 'committee'] as const

interface Props {
  isFull: boolean
  onReason(reason: string): void
  onOther(): void
}

/** Letting somebody in whom the door refused: one key gives the reason, or it is written. */
export function OverrideChoice({ isFull, onReason, onOther }: Props) {
  const { t } = useTranslation()
  return (
    <div className={own.override} role="group" aria-label={t('doors.override.title')}>
      <b>{t(isFull ? 'doors.override.full' : 'doors.override.notOnList')}</b>
      <div className={own.reasons}>
        {QUICK_REASONS.map((reason, index) => (
          <Button
            key={reason}
            variant="default"
            onClick={() => onReason(t(`doors.override.reasons.${reason}`))}
            rightSection={<Kbd>Alt {index + 1}</Kbd>}
          >
            {t(`doors.override.reasons.${reason}`)}
          </Button>
        ))}
        <Button variant="default" onClick={onOther} rightSection={<Kbd>F2</Kbd>}>
          {t('doors.override.other')}
        </Button>
      </div>
    </div>
  )
}
