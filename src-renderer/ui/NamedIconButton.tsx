import { ActionIcon, Tooltip } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'

/** A button of an icon alone, with its name for those who hear and those who hover. */
export function NamedIconButton({
  name,
  icon: IconPart,
  onClick,
  isDisabled = false,
}: {
  name: string
  icon: Icon
  onClick: () => void
  isDisabled?: boolean
}) {
  return (
    <Tooltip label={name} openDelay={400}>
      <ActionIcon variant="subtle" aria-label={name} onClick={onClick} disabled={isDisabled}>
        <IconPart size={18} />
      </ActionIcon>
    </Tooltip>
  )
}
