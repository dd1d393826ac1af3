import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CertificateSettings, certificateSettingsSchema } from '#main/features/certificates/settings-rules.ts'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import { CertificatePreview } from './CertificatePreview.tsx'
import classes from './certificates.module.css'
import { LookFields, NumberFields, RuleFields } from './SettingsFields.tsx'
import { RoleFields } from './RoleFields.tsx'

/** How certificates look, how they are numbered and who gets one; beside it the paper itself with the longest name. */
export function SettingsTab() {
  const { t } = useTranslation()
  const acts = useActIds()
  const known = useQuery(orpc.certificates.settings.get.queryOptions())
  const [draft, setDraft] = useState<CertificateSettings | null>(null)
  const save = useMutation(
    orpc.certificates.settings.set.mutationOptions({
      onSuccess: () => {
        acts.done()
        setDraft(null)
      },
    }),
  )
  if (known.error) return <FailureNote error={known.error} onRetry={() => void known.refetch()} />
  if (!known.data) return null
  const { roles, nextSequence, date } = known.data
  const settings = draft ?? known.data.settings
  const change = (changed: Partial<CertificateSettings>): void => setDraft({ ...settings, ...changed })
  const isValid = certificateSettingsSchema.safeParse(settings).success
  return (
    <div className={classes.settings}>
      <section className={classes.form} aria-label={t('certificates.tabs.pengaturan')}>
        <Stack gap="lg">
          <NumberFields settings={settings} nextSequence={nextSequence} date={date} onChange={change} />
          <RuleFields settings={settings} onChange={change} />
          <RoleFields settings={settings} roles={roles} onChange={change} />
          <LookFields settings={settings} onChange={change} />
          {save.error && <FailureNote error={save.error} />}
          <Group gap="sm">
            <Button
              disabled={!draft || !isValid}
              loading={save.isPending}
              onClick={() => save.mutate({ settings, actId: acts.idFor(settings) })}
            >
              {t('common.save')}
            </Button>
            <Button variant="default" disabled={!draft} onClick={() => setDraft(null)}>
              {t('common.cancel')}
            </Button>
          </Group>
          <Text size="sm" c="dimmed">
            {t('certificates.settings.stays')}
          </Text>
        </Stack>
      </section>
      <CertificatePreview settings={isValid ? settings : known.data.settings} />
    </div>
  )
}
