import { ActionIcon, Group, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconLanguage, IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { switchLanguage } from '#renderer/i18n/i18n.ts'

/** Light or dark and the language, for dark grounds such as the rail. */
export function DisplaySwitches() {
  const { t, i18n } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const isDark = useComputedColorScheme('light') === 'dark'
  return (
    <Group gap={6}>
      <Tooltip label={t(isDark ? 'frame.light' : 'frame.dark')}>
        <ActionIcon
          variant="transparent"
          c="#e8f2f2"
          aria-label={t(isDark ? 'frame.light' : 'frame.dark')}
          onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
        >
          {isDark ? <IconSun size={18} /> : <IconMoon size={18} />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('frame.otherLanguage')}>
        <ActionIcon
          variant="transparent"
          c="#e8f2f2"
          aria-label={t('frame.otherLanguage')}
          onClick={() => switchLanguage(i18n.language === 'id' ? 'en' : 'id')}
        >
          <IconLanguage size={18} />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}
