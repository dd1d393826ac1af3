/** How far a job is: `done` of `total` steps of a named phase (`total` 0 = unknown). */
export interface JobProgress {
  phase: string
  done: number
  total: number
}

export type ReportProgress = (progress: JobProgress) => void

/** What a worker tells the runner; `done` or `failed` is the last message. */
export type JobMessage =
  | { type: 'progress'; progress: JobProgress }
  | { type: 'done'; output: unknown }
  | { type: 'failed'; message: string; stack: string }
