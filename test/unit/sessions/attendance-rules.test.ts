import { describe, expect, it } from 'vitest'
import { DEFAULT_ATTENDANCE_RULE, ruleInWords } from '#main/features/sessions/attendance-rules.ts'

describe('the rule in words', () => {
  it('says what is needed, what the grace does and what a missing exit counts as', () => {
    expect(ruleInWords(DEFAULT_ATTENDANCE_RULE)).toBe(
      'Peserta dinyatakan hadir bila mengikuti sekurang-kurangnya 50% waktu sesi di luar jeda. ' +
        'Kedatangan sampai 15 menit setelah mulai dihitung sejak awal; yang tidak tercatat keluar dihitung sampai sesi selesai.',
    )
  })

  it('has other words for every other choice', () => {
    const strict = ruleInWords({
      graceMinutes: 0,
      minimum: { by: 'minutes', minutes: 45 },
      areBreaksExcluded: false,
      missingExit: 'not-counted',
    })
    expect(strict).toBe(
      'Peserta dinyatakan hadir bila mengikuti sekurang-kurangnya 45 menit (sesi yang lebih singkat diikuti seluruhnya). ' +
        'Waktu dihitung sejak tercatat masuk; waktu yang tidak ditutup dengan catatan keluar tidak dihitung.',
    )
    expect(ruleInWords({ ...DEFAULT_ATTENDANCE_RULE, minimum: { by: 'entry' } })).toContain(
      'bila tercatat masuk selama sesi berlangsung.',
    )
  })
})
