import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FormDraft } from './use-form-draft.ts'
import classes from './dialogs.module.css'

/** Says that the dialog holds what was typed before, which may be about somebody else, and offers an empty one. */
export function RestoredNote({ draft }: { draft: Pick<FormDraft<object>, 'isRestored' | 'discard'> }) {
  const { t } = useTranslation()
  if (!draft.isRestored) return null
  return (
    <Group justify="space-between" mb="sm" role="status">
      <span className={classes.hint}>{t('registration.draft.restored')}</span>
      <Button size="compact-sm" variant="default" onClick={draft.discard}>
        {t('registration.draft.discard')}
      </Button>
    </Group>
  )
}
