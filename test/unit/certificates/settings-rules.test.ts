import { describe, expect, it } from 'vitest'
import {
  certificateSettingsSchema,
  DEFAULT_CERTIFICATE_SETTINGS,
  fillBody,
  roleCertificateOf,
  unknownBodyPlaceholder,
} from '#main/features/certificates/settings-rules.ts'

const VALUES = {
  kegiatan: 'PLM',
  tema: '',
  penyelenggara: 'yang diselenggarakan oleh Dinas',
  waktu: '',
  tempat: 'di Aula',
}

describe('what a role gets before anybody says so', () => {
  it.each([
    ['Peserta', true, 'rule', 'minutes'],
    ['Narasumber', true, 'presence', 'none'],
    ['Panitia', true, 'presence', 'none'],
    ['Tamu Undangan/VIP', false, 'presence', 'none'],
  ])('%s', (name, isIssued, requirement, by) => {
    const role = roleCertificateOf(DEFAULT_CERTIFICATE_SETTINGS, { id: 'r', name })
    expect(role).toMatchObject({ isIssued, requirement, as: name, jp: { by } })
  })
})

describe('the sentence on the front', () => {
  it('leaves no blanks where there is nothing to say', () => {
    expect(fillBody('pada {kegiatan} {tema} {penyelenggara} {waktu} {tempat}.', VALUES)).toBe(
      'pada PLM yang diselenggarakan oleh Dinas di Aula.',
    )
  })

  it('names a placeholder that means nothing', () => {
    expect(unknownBodyPlaceholder('pada {kegiatan} {tgl}')).toBe('{tgl}')
    expect(unknownBodyPlaceholder(DEFAULT_CERTIFICATE_SETTINGS.body)).toBeNull()
  })

  it('a pattern without a running number is no setting', () => {
    const settings = { ...DEFAULT_CERTIFICATE_SETTINGS, numberPattern: 'SERT/{tahun}' }
    expect(certificateSettingsSchema.safeParse(settings).success).toBe(false)
  })
})
