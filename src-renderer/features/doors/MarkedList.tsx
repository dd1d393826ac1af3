import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { fullName } from '#main/features/participants/person-rules.ts'
import { inShort } from './number-rules.ts'
import own from './sheet.module.css'
import type { Marked } from './use-sheet.ts'

const NAMES_SHOWN = 12

/** What was ticked in this sitting, the newest first; each can be taken back. */
export function MarkedList({ marked, onUndo }: { marked: readonly Marked[]; onUndo(act: Marked): void }) {
  const { t } = useTranslation()
  return (
    <aside className={own.marked} aria-label={t('doors.sheet.done')}>
      <h2>{t('doors.sheet.done')}</h2>
      {marked.length === 0 && <p className={own.hint}>{t('doors.sheet.doneEmpty')}</p>}
      {marked.map(act => {
        const numbers = inShort(act.rows.map(row => row.number))
        return (
          <div key={act.actId} className={own.act} data-undone={act.isUndone || undefined}>
            <div>
              <b className="tabular">{numbers}</b>
              <em>{t(act.isSigned ? 'doors.sheet.people' : 'doors.sheet.untick', { count: act.rows.length })}</em>
              <small>
                {act.rows
                  .slice(0, NAMES_SHOWN)
                  .map(row => fullName(row))
                  .join(' · ')}
                {act.rows.length > NAMES_SHOWN && ' …'}
              </small>
            </div>
            {act.isUndone ? (
              <span>{t('doors.recent.undone')}</span>
            ) : (
              <Tooltip label={t('common.undo')}>
                <ActionIcon
                  variant="subtle"
                  size="sm"
                  aria-label={t('doors.recent.undo', { name: numbers })}
                  onClick={() => onUndo(act)}
                >
                  <IconArrowBackUp size={16} />
                </ActionIcon>
              </Tooltip>
            )}
          </div>
        )
      })}
    </aside>
  )
}
