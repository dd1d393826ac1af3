import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BadgeEvent } from '#main/features/badges/contract.ts'
import { arrangeSheet, BADGE_SIZES, type BadgeLayoutDefinition } from '#main/features/badges/layout-rules.ts'
import { fullName } from '#main/features/participants/person-rules.ts'
import { orpc } from '#renderer/rpc/client.ts'
import { type BadgeSetting, drawBadge } from '#renderer/ui/badge/badge-drawing.ts'
import { prepareBadges } from '#renderer/ui/badge/badge-setting.ts'
import { BadgePicture } from '#renderer/ui/badge/BadgePicture.tsx'
import { FailureNote } from '#renderer/ui/FailureNote.tsx'
import classes from './badges.module.css'

/** The longest and the shortest name of this event and a usual one, in the layout as it is being edited. */
export function BadgePreview({ definition }: { definition: BadgeLayoutDefinition }) {
  const { t } = useTranslation()
  const samples = useQuery(orpc.badges.samples.queryOptions())
  const prepared = usePrepared(samples.data?.event)
  const { widthMm, heightMm } = BADGE_SIZES[definition.size]
  const perSheet = arrangeSheet(definition).places.length
  const drawings = useMemo(
    () => (prepared ? (samples.data?.badges ?? []).map(badge => drawBadge({ ...prepared, definition }, badge)) : []),
    [prepared, samples.data, definition],
  )
  return (
    <>
      <Title order={2} size="h4">
        {t('badges.preview.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t('badges.preview.size', { width: widthMm, height: heightMm })}
        {definition.sheet === 'a4' && ` · ${t('badges.preview.perSheet', { count: perSheet })}`}
      </Text>
      {samples.error && <FailureNote error={samples.error} onRetry={() => void samples.refetch()} />}
      <div className={classes.previews}>
        {drawings.map((drawing, index) => {
          const person = samples.data?.badges[index]
          return (
            <figure key={index} className={classes.preview} data-upright={heightMm > widthMm || undefined}>
              <BadgePicture
                drawing={drawing}
                label={person ? fullName(person) : ''}
                className={classes.previewPicture}
              />
              <figcaption className={classes.previewLabel}>
                {t(`badges.preview.sample.${SAMPLES[index] ?? 'usual'}`)}
              </figcaption>
            </figure>
          )
        })}
      </div>
    </>
  )
}

const SAMPLES = ['longest', 'shortest', 'usual'] as const

function usePrepared(event: BadgeEvent | undefined): Omit<BadgeSetting, 'definition'> | null {
  const [prepared, setPrepared] = useState<Omit<BadgeSetting, 'definition'> | null>(null)
  useEffect(() => {
    let isGone = false
    if (event) void prepareBadges(event).then(ready => !isGone && setPrepared(ready))
    return () => {
      isGone = true
    }
  }, [event])
  return prepared
}
