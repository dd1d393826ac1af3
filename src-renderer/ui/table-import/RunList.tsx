import { Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { formatDay, formatTimeWithZone } from '#renderer/i18n/format.ts'
import { Pill } from '#renderer/ui/Pill.tsx'
import classes from './table-import.module.css'

/** An import that was done, in one line. */
export interface ListedRun {
  /** Of its report. */
  href: string
  at: number
  fileName: string
  /** What it did, in words. */
  line: string
  undecidedCount: number
}

/** Imports that were done, each with the way to its report; undefined while they are being fetched. */
export function RunList({
  runs,
  empty,
  timeZone,
}: {
  runs: readonly ListedRun[] | undefined
  empty: string
  timeZone: string
}) {
  const { t } = useTranslation()
  return (
    <section className={classes.card}>
      <Title order={2} size="h5" mb="xs">
        {t('table-import.runs.title')}
      </Title>
      {runs?.length === 0 && (
        <Text c="dimmed" size="sm">
          {empty}
        </Text>
      )}
      <ul className={classes.runs}>
        {runs?.map(run => (
          <li key={run.href}>
            <Link href={run.href} className={classes.run}>
              <span className={classes.runName}>{run.fileName}</span>
              <span>{run.line}</span>
              <Group gap={8} justify="flex-end">
                {run.undecidedCount > 0 && (
                  <Pill tone="warn">{t('table-import.runs.undecided', { count: run.undecidedCount })}</Pill>
                )}
                <Text size="sm" c="dimmed">
                  {formatDay(run.at, timeZone)} · {formatTimeWithZone(run.at, timeZone)}
                </Text>
              </Group>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
