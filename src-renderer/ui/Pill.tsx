import type { ReactNode } from 'react'
import classes from './Pill.module.css'

/** A short state or kind beside a title; the tone never says more than the word. */
export function Pill({ tone, children }: { tone: 'ok' | 'warn' | 'bad' | 'info' | 'plain'; children: ReactNode }) {
  return (
    <span className={classes.pill} data-tone={tone}>
      {children}
    </span>
  )
}
