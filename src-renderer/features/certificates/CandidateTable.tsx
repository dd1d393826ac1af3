import { Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate, CandidateState } from '#main/features/certificates/contract.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { wrappedName } from '#renderer/ui/name-shape.ts'
import { NamedIconButton } from '#renderer/ui/NamedIconButton.tsx'
import { Pill } from '#renderer/ui/Pill.tsx'
import classes from './certificates.module.css'
import { ReasonDialog } from './ReasonDialog.tsx'

const TONES: Record<CandidateState, 'ok' | 'warn' | 'bad' | 'info' | 'plain'> = {
  ready: 'info',
  withheld: 'plain',
  issued: 'ok',
  changed: 'warn',
  lost: 'bad',
}

/** The candidates, each with its reason where there is no certificate or another one is due. */
export function CandidateTable({ rows, total }: { rows: readonly Candidate[]; total: number }) {
  const { t } = useTranslation()
  const [reissued, setReissued] = useState<Candidate | null>(null)
  if (total === 0) return <Text c="dimmed">{t('certificates.nobody')}</Text>
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and without a mouse only what has the focus can be scrolled (WCAG 2.1.1)
    <section className={classes.card} aria-label={t('certificates.candidates')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('certificates.columns.name')}</th>
            <th>{t('certificates.columns.as')}</th>
            <th className={classes.number}>{t('certificates.columns.minutes')}</th>
            <th className={classes.number}>{t('certificates.columns.jp')}</th>
            <th>{t('certificates.columns.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <CandidateRow key={row.participantId} row={row} onReissue={() => setReissued(row)} />
          ))}
        </tbody>
      </table>
      {total > rows.length && (
        <Text size="sm" c="dimmed" p="sm">
          {t('certificates.more', { count: formatNumber(total - rows.length) })}
        </Text>
      )}
      {reissued?.sequence != null && (
        <ReasonDialog
          act="reissue"
          sequence={reissued.sequence}
          number={reissued.number}
          onClose={() => setReissued(null)}
        />
      )}
    </section>
  )
}

function CandidateRow({ row, onReissue }: { row: Candidate; onReissue: () => void }) {
  const { t } = useTranslation()
  const { name, delegation, minutes, possible, jp, state, number, changes } = row
  return (
    <tr>
      <td>
        <span className={classes.name}>{wrappedName(name)}</span>
        {delegation !== '' && <div className={classes.hint}>{delegation}</div>}
      </td>
      <td>{row.as}</td>
      <td className={classes.number}>
        {formatNumber(minutes)} / {formatNumber(possible)}
      </td>
      <td className={classes.number}>{jp === null ? '–' : formatNumber(jp)}</td>
      <td>
        <Pill tone={TONES[state]}>{number === '' ? t(`certificates.states.${state}`) : number}</Pill>
        <Why row={row} />
        {changes.map(({ field, printed, now }) => (
          <div key={field} className={classes.hint}>
            {t('certificates.changed', {
              field: t(`certificates.fields.${field}`),
              printed: printed || '–',
              now: now || '–',
            })}
          </div>
        ))}
        {state === 'changed' && (
          <NamedIconButton name={t('certificates.reissue.title', { number })} icon={IconRefresh} onClick={onReissue} />
        )}
      </td>
    </tr>
  )
}

/** Which minutes are lacking, and in which sessions. */
function Why({ row: { withheld } }: { row: Candidate }) {
  const { t } = useTranslation()
  if (!withheld) return null
  if (withheld.kind === 'never-present') return <div className={classes.hint}>{t('certificates.withheld.absent')}</div>
  const { attended, needed, lacking } = withheld
  return (
    <>
      <div className={classes.hint}>
        {t('certificates.withheld.minutes', {
          attended: formatNumber(attended),
          needed: formatNumber(needed),
          lacking: formatNumber(needed - attended),
        })}
      </div>
      {lacking.map(part => (
        <div key={part.title} className={classes.hint}>
          {t('certificates.withheld.session', {
            title: part.title,
            attended: formatNumber(part.attended),
            possible: formatNumber(part.possible),
          })}
        </div>
      ))}
    </>
  )
}
