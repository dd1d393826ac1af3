import { Button, Card, Checkbox, Group, Stack, Text, Title } from '@mantine/core'
import { IconFileZip } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LIST_IDS } from '#main/features/exports/contract.ts'
import { client, isDesktop } from '#renderer/rpc/client.ts'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import classes from './bundle.module.css'
import { ExportButtons } from './ExportButtons.tsx'
import { ExportProgressLine } from './ExportProgressLine.tsx'
import { useExport } from './use-export.ts'

/** Everything to take away: one ZIP of the event, and the lists for computing with. Private numbers only when ticked. */
export function BundlePage() {
  const { t } = useTranslation()
  const [ticked, setTicked] = useState({ hasNik: false, hasAccount: false })
  return (
    <section className={classes.page} aria-label={t('exports.title')}>
      <Stack gap="lg" maw={760}>
        <BundleCard ticked={ticked} />
        <PrivateTicks ticked={ticked} onChange={setTicked} />
        <Card withBorder>
          <Title order={2} size="h5" mb="xs">
            {t('exports.lists.title')}
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            {t('exports.lists.hint')}
          </Text>
          <ul className={classes.lists}>
            {LIST_IDS.map(list => (
              <li key={list} className={classes.list}>
                <div>
                  <Text fw={600}>{t(`exports.lists.${list}.name`)}</Text>
                  <Text size="sm" c="dimmed">
                    {t(`exports.lists.${list}.hint`)}
                  </Text>
                </div>
                <ExportButtons
                  isCompact
                  of={t(`exports.lists.${list}.name`)}
                  subject={{ kind: 'list', request: { list, dayId: null, ...ticked } }}
                />
              </li>
            ))}
          </ul>
        </Card>
      </Stack>
    </section>
  )
}

type Ticked = { hasNik: boolean; hasAccount: boolean }

function BundleCard({ ticked }: { ticked: Ticked }) {
  const { t } = useTranslation()
  const { pending, progress, error, run, cancel } = useExport<'zip'>()
  return (
    <Card withBorder>
      <Title order={2} size="h5" mb="xs">
        {t('exports.bundle.title')}
      </Title>
      <Text size="sm" mb="sm">
        {t(isDesktop ? 'exports.bundle.hint' : 'exports.bundle.hintBrowser')}
      </Text>
      <Stack gap="sm">
        <Group>
          <Button
            leftSection={<IconFileZip size={18} aria-hidden />}
            loading={pending !== null}
            onClick={() =>
              run('zip', ticked, (actId, signal) => client.exports.bundle({ actId, ...ticked }, { signal }))
            }
          >
            {t('exports.bundle.make')}
          </Button>
        </Group>
        {pending !== null && <ExportProgressLine progress={progress} onCancel={cancel} />}
        {error ? <FailureNote error={error} /> : null}
      </Stack>
    </Card>
  )
}

function PrivateTicks({ ticked, onChange }: { ticked: Ticked; onChange: (ticked: Ticked) => void }) {
  const { t } = useTranslation()
  return (
    <Card withBorder>
      <Stack gap="xs">
        {(['hasNik', 'hasAccount'] as const).map(key => (
          <Checkbox
            key={key}
            label={t(`exports.tick.${key}`)}
            checked={ticked[key]}
            onChange={changed => onChange({ ...ticked, [key]: changed.currentTarget.checked })}
          />
        ))}
        <Text size="sm" c="dimmed">
          {t('exports.tick.hint')}
        </Text>
      </Stack>
    </Card>
  )
}
