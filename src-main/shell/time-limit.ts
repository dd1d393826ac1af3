/** The work's result, or a rejection with this reason after the time; the work itself is the caller's to end. */
export async function withTimeLimit<Result>(work: Promise<Result>, limitMs: number, reason: string): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(reason)), limitMs)
  })
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer))
}
