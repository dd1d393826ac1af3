// What goes home afterwards: the chapter "Dokumen".
import { expect } from '@playwright/test'
import { v7 as newId } from 'uuid'
import type { PaperId } from '#main/features/documents/settings-rules.ts'
import { DEFAULT_DOCUMENT_SETTINGS, PAPER_IDS } from '#main/features/documents/settings-rules.ts'
import { shootPages, type Studio } from './studio.ts'

const ORGANISER_PAPERS = [...PAPER_IDS]
const SHIELD =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 100"><path d="M40 2 76 14v44q0 26-36 40Q4 84 4 58V14z" fill="#1c4e80"/><circle cx="40" cy="48" r="18" fill="#fff"/></svg>'

/** Kop surat, logo, signatories and amounts, as the secretariat sets them once. */
export async function setUpPapers({ client }: Studio): Promise<void> {
  const logo = await client.events.addLogo({
    actId: newId(),
    name: 'Lambang daerah',
    mime: 'image/svg+xml',
    base64: Buffer.from(SHIELD).toString('base64'),
  })
  const roles = (await client.participants.roles.list()).map(({ id }) => id)
  const settings = {
    ...DEFAULT_DOCUMENT_SETTINGS,
    letterheadLines: [
      'PEMERINTAH KABUPATEN MAROS',
      'DINAS PERPUSTAKAAN DAN KEARSIPAN',
      'Jalan Jenderal Sudirman No. 1, Turikale, Maros 90511',
      'Telepon (0411) 371001, pos-el: dispusip@maroskab.example',
    ],
    logoLeftId: logo.id,
    place: 'Maros',
    transport: { isPerDay: false, amounts: roles.map(roleId => ({ roleId, amount: 150_000 })) },
    daily: { isPerDay: true, amounts: roles.map(roleId => ({ roleId, amount: 130_000 })) },
    taxes: [
      { group: 'III' as const, percent: 5 },
      { group: 'IV' as const, percent: 15 },
    ],
    signatories: [
      {
        id: 'kadis',
        heading: 'Mengetahui,',
        position: 'Kepala Dinas Perpustakaan dan Kearsipan Kabupaten Maros',
        name: 'Drs. H. Muhammad Yusuf Andi Bintang, S.Sos., M.Si.',
        rank: 'Pembina Utama Muda',
        nip: '19680512 199403 1 009',
        papers: ORGANISER_PAPERS,
      },
      {
        id: 'ketua',
        heading: '',
        position: 'Ketua Panitia',
        name: 'Hj. Rahmawati Latief, S.IP.',
        rank: '',
        nip: '19790812 200501 2 014',
        papers: ORGANISER_PAPERS,
      },
    ],
  }
  await client.documents.settings.set({ actId: newId(), settings })
}

/** The screen with its papers, the settings, and the papers themselves as they come out of a printer. */
export async function shootPapers(studio: Studio, sheetCode: string): Promise<void> {
  const { page, shoot, go } = studio
  await setUpPapers(studio)
  for (const [address, name] of [
    ['daftar-hadir', 'dokumen'],
    ['rekap-kehadiran', 'dokumen-rekap'],
    ['tanda-terima-transport', 'dokumen-uang'],
  ] as const) {
    await go(`dokumen/${address}`)
    await expect(page.getByText(/halaman · F4/)).toBeVisible()
    await shoot(name)
  }
  await go('dokumen/pengaturan')
  await expect(page.getByLabel('Tempat penandatanganan')).toBeVisible()
  await shoot('dokumen-pengaturan')
  await page.getByRole('heading', { name: 'Uang transport dan uang harian' }).scrollIntoViewIfNeeded()
  await shoot('dokumen-besaran')
  await go('dokumen/berkas')
  await expect(page.getByRole('button', { name: 'Buat ZIP' })).toBeVisible()
  await shoot('dokumen-berkas')
  await page.emulateMedia({ colorScheme: 'dark' })
  await go('dokumen/daftar-hadir')
  await expect(page.getByText(/halaman · F4/)).toBeVisible()
  await shoot('gelap-dokumen')
  await page.emulateMedia({ colorScheme: 'light' })
  await shootSheets(studio, sheetCode)
}

/** Certificates from their settings to the check of a code. */
export async function shootCertificates(studio: Studio): Promise<void> {
  const { page, shoot, go, client } = studio
  await go('dokumen/sertifikat/pengaturan')
  await expect(page.getByLabel('Pola nomor')).toBeVisible()
  await shoot('sertifikat-pengaturan')
  await go('dokumen/sertifikat/terbitkan')
  await expect(page.getByText('Siap terbit').first()).toBeVisible()
  await shoot('sertifikat-terbitkan')
  await page.getByRole('button', { name: /^Terbitkan \d+ sertifikat/ }).click()
  await expect(page.getByText(/sertifikat terbit, nomor/)).toBeVisible()
  await page
    .getByText(/^Ditahan/)
    .first()
    .click()
  await shoot('sertifikat-ditahan')
  await client.certificates.revoke({ actId: newId(), sequence: 2, reason: 'Salah nama kegiatan' })
  await go('dokumen/sertifikat/register')
  await expect(page.getByText('Salah nama kegiatan')).toBeVisible()
  await shoot('sertifikat-register')
  const { certificates } = await client.certificates.sheet({ ranges: '1' })
  await go('dokumen/sertifikat/periksa')
  await page.getByLabel('Kode atau nomor sertifikat').fill(certificates[0]?.code ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Asli', { exact: true }).first()).toBeVisible()
  await shoot('sertifikat-asli')
  const longest = (await client.certificates.register({ text: 'Kusumaatmadja' })).entries[0]?.sequence ?? 1
  await shootPages(studio, 'kertas-sertifikat', `certificates=${longest}`, 'all')
}

const SHEETS: readonly { name: string; paper: PaperId; more?: object; pages: 'first' | 'first-and-last' }[] = [
  { name: 'kertas-rekap', paper: 'rekap-kehadiran', more: { hasTimes: true }, pages: 'first' },
  { name: 'kertas-perlengkapan', paper: 'tanda-terima-perlengkapan', pages: 'first' },
  { name: 'kertas-transport', paper: 'tanda-terima-transport', pages: 'first-and-last' },
  { name: 'kertas-berkas', paper: 'register-berkas', pages: 'first' },
  { name: 'kertas-kamar', paper: 'rooming-list', pages: 'first' },
]

async function shootSheets(studio: Studio, sheetCode: string): Promise<void> {
  const sheet = { paper: 'daftar-hadir', sheetCode }
  await shootPages(studio, 'kertas-daftar-hadir', documentAddress(sheet), 'first-and-last')
  const speaker = (await studio.client.participants.roles.list()).find(({ name }) => name === 'Narasumber')
  const one = { paper: 'biodata', roleIds: [speaker?.id ?? ''] }
  await shootPages(studio, 'kertas-biodata', documentAddress(one), 'first')
  for (const { name, paper, more, pages } of SHEETS) {
    await shootPages(studio, name, documentAddress({ paper, ...more }), pages)
  }
}

function documentAddress(request: object): string {
  return `document=${encodeURIComponent(JSON.stringify(request))}`
}
