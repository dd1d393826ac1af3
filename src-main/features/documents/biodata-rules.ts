import { phoneDisplay } from '#main/features/participants/phone-rules.ts'
import { asFileName } from './format-rules.ts'
import { birthOf, readExtra } from './extras-rules.ts'
import type { FormPaper } from './paper-rules.ts'
import { letterheadOf, type PaperContext, type PaperPerson, signaturesUnder } from './paper-source-rules.ts'

type Field = FormPaper['pages'][number]['fields'][number]

/** Biodata: one page a person; what is not known is a line to write on. */
export function buildBiodata(people: readonly PaperPerson[], context: PaperContext): FormPaper {
  const { event, request, settings } = context
  const { dateline, blocks } = signaturesUnder('biodata', context)
  const place = settings.place === '' ? '…………………………' : settings.place
  return {
    kind: 'form',
    fileName: asFileName(people.length === 1 ? `Biodata - ${people[0]?.name}` : 'Biodata Peserta'),
    title: ['BIODATA', event.name.toUpperCase()],
    headingLines: [],
    letterhead: letterheadOf(context),
    size: request.size ?? settings.size,
    isLandscape: false,
    timeZone: event.timeZone,
    pages: people.map(person => ({
      fields: fieldsOf(person, context),
      signatures: {
        dateline: dateline === '' ? `${place}, ………………………… ${context.date.slice(0, 4)}` : dateline,
        blocks: [...blocks, { heading: '', position: 'Yang bersangkutan', name: person.fullName, rank: '', nip: '' }],
      },
    })),
  }
}

const GENDERS: Record<string, string> = { L: 'Laki-laki', P: 'Perempuan' }

function fieldsOf(person: PaperPerson, { request }: PaperContext): Field[] {
  const { extras } = person
  const nip = /^[-–—.\s]*$/.test(person.nip) ? '' : person.nip
  return [
    text('Nama Lengkap dan Gelar', person.fullName, 'name'),
    text('NIP', nip, 'code'),
    ...(request.hasNik ? [text('NIK', person.nik, 'code')] : []),
    text('Tempat/Tanggal Lahir', birthOf(extras)),
    text('Jenis Kelamin', GENDERS[person.gender] ?? ''),
    text('Pangkat/Golongan', person.rank),
    ...(request.hasPrivateLife
      ? [text('Agama', readExtra(extras, 'religion')), text('Status Perkawinan', readExtra(extras, 'maritalStatus'))]
      : []),
    text('Jabatan', person.position),
    text('Instansi/Unit Kerja', person.institution),
    text('Alamat', readExtra(extras, 'address')),
    text('Desa/Kelurahan', person.village),
    text('Kecamatan', person.district),
    text('Kabupaten/Kota', person.regency),
    text('Provinsi', person.province),
    text('No. HP', phoneDisplay(person.phone), 'code'),
    text('Pos-el', person.email),
    text('Sebagai', person.roleName),
    ...(request.hasAccount
      ? [
          text('NPWP', readExtra(extras, 'npwp'), 'code'),
          text('Bank', readExtra(extras, 'bank')),
          text('No. Rekening', readExtra(extras, 'account'), 'code'),
        ]
      : []),
  ]
}

function text(label: string, value: string, kind: Field['kind'] = 'text'): Field {
  return { label, value, kind }
}
