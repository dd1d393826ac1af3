import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './table-import.module.css'

const STEPS = ['file', 'columns', 'preview', 'result'] as const
export type ImportStep = (typeof STEPS)[number]

/** The frame of an import: what is imported and how far it has come. */
export function ImportPage({ title, step, children }: { title: string; step: ImportStep; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        <ol className={classes.steps} aria-label={t('table-import.steps.label')}>
          {STEPS.map((name, index) => (
            <li key={name} className={classes.step} aria-current={name === step ? 'step' : undefined}>
              <span className={classes.stepNumber}>{index + 1}</span>
              {t(`table-import.steps.${name}`)}
            </li>
          ))}
        </ol>
      </header>
      {children}
    </div>
  )
}
