const KEPT_MS = 60_000

/** Hands a file to the browser's own downloads. */
export function offerDownload(file: File): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
