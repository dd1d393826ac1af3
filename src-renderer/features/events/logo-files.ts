import { LOGO_MAX_BYTES, LOGO_MIME_TYPES } from '#main/features/events/contract.ts'

/** A picture that was chosen on this computer, ready to be sent. */
export interface ChosenLogo {
  name: string
  mime: (typeof LOGO_MIME_TYPES)[number]
  base64: string
}

/** Reads a chosen file; a reason (key under `events.logos.problem`) instead of a logo when it can't be one. */
export async function readLogo(file: File): Promise<ChosenLogo | 'too-large' | 'not-a-picture'> {
  const mime = LOGO_MIME_TYPES.find(known => known === file.type)
  if (!mime) return 'not-a-picture'
  if (file.size > LOGO_MAX_BYTES) return 'too-large'
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCodePoint(byte)
  return { name: file.name.replace(/\.[^.]+$/, ''), mime, base64: btoa(binary) }
}
