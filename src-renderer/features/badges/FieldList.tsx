import { ActionIcon, Checkbox, NumberInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconGripVertical } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BadgeFieldSetting, INK } from '#main/features/badges/layout-rules.ts'
import classes from './badges.module.css'

/** What stands on a badge, in its order. Moved by dragging, by its arrows, or with Alt and an arrow key anywhere in the row. */
export function FieldList({
  fields,
  onChange,
}: {
  fields: readonly BadgeFieldSetting[]
  onChange: (fields: BadgeFieldSetting[]) => void
}) {
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const move = (from: number, to: number): void => {
    const moved = fields[from]
    if (!moved || to < 0 || to >= fields.length || from === to) return
    onChange(fields.toSpliced(from, 1).toSpliced(to, 0, moved))
  }
  return (
    <ul className={classes.fields}>
      {fields.map((setting, index) => (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is the mouse's way; the arrows and Alt with an arrow are the keyboard's
        <li
          key={setting.field}
          className={classes.field}
          data-dropping={(dragged !== null && over === index && dragged !== index) || undefined}
          onDragOver={moving => {
            moving.preventDefault()
            setOver(index)
          }}
          onDrop={() => dragged !== null && move(dragged, index)}
        >
          <span
            className={classes.grip}
            draggable
            aria-hidden="true"
            onDragStart={() => setDragged(index)}
            onDragEnd={() => {
              setDragged(null)
              setOver(null)
            }}
          >
            <IconGripVertical size={14} />
          </span>
          <FieldRow
            setting={setting}
            isFirst={index === 0}
            isLast={index === fields.length - 1}
            onChange={changed => onChange(fields.map(one => (one.field === setting.field ? changed : one)))}
            onMove={by => move(index, index + by)}
          />
        </li>
      ))}
    </ul>
  )
}

interface RowProps {
  setting: BadgeFieldSetting
  isFirst: boolean
  isLast: boolean
  onChange: (changed: BadgeFieldSetting) => void
  onMove: (by: number) => void
}

function FieldRow({ setting, isFirst, isLast, onChange, onMove }: RowProps) {
  const { t } = useTranslation()
  const name = t(`badges.field.${setting.field}`)
  const onKeyDown = (pressed: KeyboardEvent): void => {
    if (!pressed.altKey || (pressed.key !== 'ArrowUp' && pressed.key !== 'ArrowDown')) return
    pressed.preventDefault()
    onMove(pressed.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <>
      <Checkbox
        size="sm"
        label={name}
        checked={setting.isOn}
        onKeyDown={onKeyDown}
        onChange={changed => onChange({ ...setting, isOn: changed.currentTarget.checked })}
      />
      {setting.field === 'qr' ? (
        <span />
      ) : (
        <NumberInput
          size="xs"
          aria-label={t('badges.editor.fontSizeOf', { field: name })}
          min={4}
          max={72}
          step={0.5}
          hideControls
          suffix=" pt"
          value={setting.fontSizePt}
          onKeyDown={onKeyDown}
          onChange={value =>
            typeof value === 'number' && value >= 4 && value <= 72 && onChange({ ...setting, fontSizePt: value })
          }
        />
      )}
      {setting.field === 'qr' || setting.field === 'logos' ? (
        <span />
      ) : (
        <input
          type="color"
          className={classes.swatch}
          aria-label={t('badges.editor.colorOf', { field: name })}
          title={t(setting.color === null ? 'badges.editor.autoColor' : 'badges.editor.colorOf', { field: name })}
          value={setting.color ?? INK}
          onChange={changed => onChange({ ...setting, color: changed.currentTarget.value })}
        />
      )}
      <span className={classes.moves}>
        <ActionIcon
          size="sm"
          variant="subtle"
          disabled={isFirst}
          aria-label={t('badges.editor.moveUp', { field: name })}
          onClick={() => onMove(-1)}
        >
          <IconChevronUp size={15} />
        </ActionIcon>
        <ActionIcon
          size="sm"
          variant="subtle"
          disabled={isLast}
          aria-label={t('badges.editor.moveDown', { field: name })}
          onClick={() => onMove(1)}
        >
          <IconChevronDown size={15} />
        </ActionIcon>
      </span>
    </>
  )
}
