import type { Logo } from '#main/features/events/contract.ts'

/** A logo that has been loaded: a short address for it, and width divided by height. */
export interface LogoPicture {
  href: string
  ratio: number
}

/**
 * Loads logos once for any number of badges. The address is a blob's: as data it would stand in the page once per badge.
 * A logo that can't be shown is left out.
 */
export async function loadLogoPictures(logos: readonly Logo[]): Promise<LogoPicture[]> {
  const loaded = await Promise.all(logos.map(load))
  return loaded.filter(picture => picture !== null)
}

async function load({ dataUrl, mime }: Logo): Promise<LogoPicture | null> {
  const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), character => character.charCodeAt(0))
  const href = URL.createObjectURL(new Blob([bytes], { type: mime }))
  const picture = new Image()
  picture.src = href
  try {
    await picture.decode()
  } catch {
    // Not a picture after all: the badge is printed without it.
    URL.revokeObjectURL(href)
    return null
  }
  const { naturalWidth, naturalHeight } = picture
  return { href, ratio: naturalWidth > 0 && naturalHeight > 0 ? naturalWidth / naturalHeight : 1 }
}
