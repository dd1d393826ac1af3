import { IconScan } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import classes from './ScanField.module.css'

interface Props {
  ref: Ref<HTMLInputElement>
  text: string
  label: string
  placeholder: string
  isPending: boolean
  isOpen: boolean
  /** The id of the list of results, and of the chosen one. */
  listId: string
  activeId: string | undefined
  onText(text: string): void
  onMove(step: number): void
  onSubmit(): void
  onEscape(): void
  children: ReactNode
}

/** The one field of a desk or door: a code, a name, a piece of one, a phone number, a village. */
export function ScanField({
  ref,
  text,
  label,
  placeholder,
  isPending,
  isOpen,
  listId,
  activeId,
  onText,
  onMove,
  onSubmit,
  onEscape,
  children,
}: Props) {
  function onKeyDown(pressed: KeyboardEvent): void {
    if (pressed.key === 'ArrowDown' || pressed.key === 'ArrowUp') {
      pressed.preventDefault()
      onMove(pressed.key === 'ArrowDown' ? 1 : -1)
    } else if (pressed.key === 'Enter' && !pressed.repeat) onSubmit()
    else if (pressed.key === 'Escape') onEscape()
  }
  return (
    <div className={classes.field} data-pending={isPending || undefined}>
      <IconScan className={classes.icon} size={26} stroke={2} aria-hidden />
      <input
        ref={ref}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        placeholder={placeholder}
        value={text}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        onChange={change => onText(change.target.value)}
        onKeyDown={onKeyDown}
      />
      <span className={classes.keys}>{children}</span>
    </div>
  )
}
