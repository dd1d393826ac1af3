/** One line of the table: a figure of Gelar beside its limit or peer, measured in the same run. `ratio` is figure / limit at the p95. */
export type BenchRow = {
  name: string
  unit: string
  median: number
  p95: number
  limit: { name: string; median: number; p95: number }
  ratio: number
  target: string
  met: boolean
}

/** The value below which this share (0 to 1) of the samples lies (nearest rank); NaN for none. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN
}
