import { ActionIcon, Button, FileButton, Group, Stack, Text, Tooltip } from '@mantine/core'
import { IconPhotoPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LOGO_MIME_TYPES } from '#main/features/events/contract.ts'
import { type ChosenLogo, readLogo } from './logo-files.ts'
import classes from './events.module.css'

interface Shown {
  key: string
  name: string
  source: string
}

interface Props {
  logos: readonly Shown[]
  isBusy?: boolean
  onAdd: (logo: ChosenLogo) => void
  onRemove: (key: string) => void
}

/** Logos with their pictures, each with a way to take it off, and the button for one more. */
export function LogoStrip({ logos, isBusy = false, onAdd, onRemove }: Props) {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<string | null>(null)
  const choose = async (file: File | null): Promise<void> => {
    if (!file) return
    const logo = await readLogo(file)
    setProblem(typeof logo === 'string' ? logo : null)
    if (typeof logo !== 'string') onAdd(logo)
  }
  return (
    <Stack gap="xs">
      <Group gap="sm">
        {logos.map(logo => (
          <figure key={logo.key} className={classes.logo} title={logo.name}>
            <img src={logo.source} alt={logo.name} />
            <Tooltip label={t('events.logos.remove', { name: logo.name })}>
              <ActionIcon
                className={classes.logoRemove ?? ''}
                size="sm"
                radius="xl"
                variant="filled"
                color="dark.5"
                aria-label={t('events.logos.remove', { name: logo.name })}
                onClick={() => onRemove(logo.key)}
              >
                <IconX size={14} />
              </ActionIcon>
            </Tooltip>
          </figure>
        ))}
        <FileButton onChange={file => void choose(file)} accept={LOGO_MIME_TYPES.join(',')}>
          {props => (
            <Button {...props} variant="default" loading={isBusy} leftSection={<IconPhotoPlus size={18} />}>
              {t('events.logos.add')}
            </Button>
          )}
        </FileButton>
      </Group>
      {problem && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t(`events.logos.problem.${problem}`)}
        </Text>
      )}
    </Stack>
  )
}
