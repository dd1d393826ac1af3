import {
  Button,
  ColorInput,
  Group,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  TextInput,
  Title,
} from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BadgeLayout } from '#main/features/badges/contract.ts'
import {
  BADGE_SIZE_NAMES,
  BADGE_SIZES,
  type BadgeLayoutDefinition,
  type BadgeSizeName,
  defaultDefinition,
} from '#main/features/badges/layout-rules.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { FieldList } from './FieldList.tsx'

const SWATCHES = ['#0e5a63', '#1b4f8f', '#6b3fa0', '#a4231c', '#14683f', '#b7832f', '#17242b', '#ffffff']

/** Everything about a layout that can be chosen; the preview follows at once, the event only after "save". */
export function LayoutEditor({
  saved,
  draft,
  onChange,
  onSettled,
}: {
  saved: BadgeLayout
  draft: BadgeLayout
  onChange: (draft: BadgeLayout) => void
  onSettled: () => void
}) {
  const { t } = useTranslation()
  const acts = useActIds()
  const save = useMutation(
    orpc.badges.layouts.save.mutationOptions({
      onSuccess: () => {
        acts.done()
        onSettled()
      },
    }),
  )
  const { definition } = draft
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved)
  const change = (changed: Partial<BadgeLayoutDefinition>): void =>
    onChange({ ...draft, definition: { ...definition, ...changed } })
  return (
    <form
      onSubmit={submitted => {
        submitted.preventDefault()
        const input = { id: draft.id, name: draft.name, definition }
        if (isChanged) save.mutate({ ...input, actId: acts.idFor(input) })
      }}
    >
      <Stack gap={10}>
        <TextInput
          label={t('badges.editor.name')}
          value={draft.name}
          maxLength={80}
          required
          onChange={changed => onChange({ ...draft, name: changed.currentTarget.value })}
        />
        <PaperSettings definition={definition} onChange={change} />
        <ColorSettings definition={definition} onChange={change} />
        <Title order={2} size="h6" mt={4}>
          {t('badges.editor.fields')}
        </Title>
        <FieldList fields={definition.fields} onChange={fields => change({ fields })} />
        <TextInput
          label={t('badges.field.freeText')}
          value={definition.freeText}
          maxLength={200}
          onChange={changed => {
            const freeText = changed.currentTarget.value
            const isOn = freeText.trim() !== ''
            const fields = definition.fields.map(one => (one.field === 'freeText' ? { ...one, isOn } : one))
            change({ freeText, fields })
          }}
        />
        {save.error && <FailureNote error={save.error} />}
        <Group gap="xs">
          <Button type="submit" loading={save.isPending} disabled={!isChanged}>
            {t('badges.editor.save')}
          </Button>
          <Button variant="default" disabled={!isChanged} onClick={onSettled}>
            {t('badges.editor.discard')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface SettingsProps {
  definition: BadgeLayoutDefinition
  onChange: (changed: Partial<BadgeLayoutDefinition>) => void
}

function PaperSettings({ definition, onChange }: SettingsProps) {
  const { t } = useTranslation()
  const sizes = BADGE_SIZE_NAMES.map(value => ({ value, label: t(`badges.size.${value}`, { ...BADGE_SIZES[value] }) }))
  const chooseSize = (size: BadgeSizeName): void => {
    // Font sizes belong to the size of the paper; what is shown, in which order and colour stays.
    const fresh = defaultDefinition(size, definition.sheet)
    const fields = definition.fields.map(one => ({
      ...one,
      fontSizePt: fresh.fields.find(other => other.field === one.field)?.fontSizePt ?? one.fontSizePt,
    }))
    onChange({ size, qrSizeMm: fresh.qrSizeMm, fields })
  }
  return (
    <>
      <Select
        label={t('badges.editor.size')}
        data={sizes}
        value={definition.size}
        allowDeselect={false}
        onChange={size => size && chooseSize(size)}
      />
      <SegmentedControl
        aria-label={t('badges.editor.sheet')}
        value={definition.sheet}
        onChange={sheet => onChange({ sheet })}
        data={[
          { value: 'single', label: t('badges.editor.single') },
          { value: 'a4', label: t('badges.editor.a4') },
        ]}
      />
      {definition.sheet === 'a4' && (
        <Group grow gap="xs">
          <NumberInput
            label={t('badges.editor.margin')}
            suffix=" mm"
            min={0}
            max={40}
            value={definition.sheetMarginMm}
            onChange={value => typeof value === 'number' && onChange({ sheetMarginMm: value })}
          />
          <NumberInput
            label={t('badges.editor.gap')}
            suffix=" mm"
            min={0}
            max={20}
            value={definition.sheetGapMm}
            onChange={value => typeof value === 'number' && onChange({ sheetGapMm: value })}
          />
        </Group>
      )}
    </>
  )
}

function ColorSettings({ definition, onChange }: SettingsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Group grow gap="xs" align="flex-end">
        <ColorInput
          label={t('badges.editor.headerColor')}
          value={definition.headerColor}
          swatches={SWATCHES}
          withEyeDropper={false}
          onChangeEnd={headerColor => isColor(headerColor) && onChange({ headerColor })}
        />
        <NumberInput
          label={t('badges.editor.qrSize')}
          suffix=" mm"
          min={12}
          max={80}
          value={definition.qrSizeMm}
          onChange={value => typeof value === 'number' && value >= 12 && value <= 80 && onChange({ qrSizeMm: value })}
        />
      </Group>
      <Switch
        label={t('badges.editor.roleColor')}
        checked={definition.isBandInRoleColor}
        onChange={changed => onChange({ isBandInRoleColor: changed.currentTarget.checked })}
      />
      {!definition.isBandInRoleColor && (
        <ColorInput
          label={t('badges.editor.bandColor')}
          value={definition.bandColor}
          swatches={SWATCHES}
          withEyeDropper={false}
          onChangeEnd={bandColor => isColor(bandColor) && onChange({ bandColor })}
        />
      )}
    </>
  )
}

function isColor(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text)
}
