import { Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useActIds } from '#renderer/rpc/act-id.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import classes from './events.module.css'
import { LogoStrip } from './LogoStrip.tsx'

/** The event's logos, as they go on badges and papers. */
export function LogosCard() {
  const { t } = useTranslation()
  const acts = useActIds()
  const logos = useQuery(orpc.events.logos.queryOptions())
  const settled = { onSuccess: () => acts.done() }
  const add = useMutation(orpc.events.addLogo.mutationOptions(settled))
  const remove = useMutation(orpc.events.removeLogo.mutationOptions(settled))
  const error = add.error ?? remove.error ?? logos.error
  return (
    <section className={classes.card}>
      <Title order={2} size="h4" mb="sm">
        {t('events.field.logos')}
      </Title>
      {error && <FailureNote error={error} />}
      <LogoStrip
        logos={(logos.data ?? []).map(logo => ({ key: logo.id, name: logo.name, source: logo.dataUrl }))}
        isBusy={add.isPending}
        onAdd={logo => add.mutate({ ...logo, actId: acts.idFor(logo) })}
        onRemove={id => remove.mutate({ id, actId: acts.idFor(id) })}
      />
      <Text size="sm" c="dimmed" mt="xs">
        {t('events.logos.hint')}
      </Text>
    </section>
  )
}
