import { IconScan } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './registration.module.css'
import { RESULTS_ID, resultId } from './Results.tsx'

interface Props {
  ref: Ref<HTMLInputElement>
  text: string
  isPending: boolean
  isOpen: boolean
  activeHitId: string | undefined
  onText(text: string): void
  onMove(step: number): void
  onSubmit(): void
  onEscape(): void
  children: ReactNode
}

/** The one field of the desk: a code, a name, a piece of one, a phone number, a village. */
export function DeskField({
  ref,
  text,
  isPending,
  isOpen,
  activeHitId,
  onText,
  onMove,
  onSubmit,
  onEscape,
  children,
}: Props) {
  const { t } = useTranslation()
  function onKeyDown(pressed: KeyboardEvent): void {
    if (pressed.key === 'ArrowDown' || pressed.key === 'ArrowUp') {
      pressed.preventDefault()
      onMove(pressed.key === 'ArrowDown' ? 1 : -1)
    } else if (pressed.key === 'Enter' && !pressed.repeat) onSubmit()
    else if (pressed.key === 'Escape') onEscape()
  }
  return (
    <div className={classes.field} data-pending={isPending || undefined}>
      <IconScan className={classes.fieldIcon} size={26} stroke={2} aria-hidden />
      <input
        ref={ref}
        type="text"
        role="combobox"
        aria-label={t('registration.field.label')}
        aria-expanded={isOpen}
        aria-controls={RESULTS_ID}
        aria-autocomplete="list"
        aria-activedescendant={activeHitId === undefined ? undefined : resultId(activeHitId)}
        placeholder={t('registration.field.placeholder')}
        value={text}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        onChange={change => onText(change.target.value)}
        onKeyDown={onKeyDown}
      />
      <span className={classes.fieldKeys}>{children}</span>
    </div>
  )
}
