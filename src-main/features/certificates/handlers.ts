import { implement } from '@orpc/server'
import { ruleBroken } from '#main/rpc/base-contract.ts'
import { dialogsFor, openEvent, type RpcContext } from '#main/rpc/context.ts'
import { certificatesContract } from './contract.ts'
import { issueCertificates, reissueCertificate, revokeCertificate } from './issue-service.ts'
import { getSample, getSheet, sendCertificates } from './print-service.ts'
import { readRegister, verifyCertificate } from './register-service.ts'
import { describeSettings, setCertificateSettings } from './settings-service.ts'
import { listCandidates } from './standing-service.ts'

const os = implement(certificatesContract).$context<RpcContext>()

const settings = os.settings.router({
  get: os.settings.get.handler(({ context }) => describeSettings(openEvent(context), context.program.now())),
  set: os.settings.set.handler(({ input, context }) =>
    setCertificateSettings(openEvent(context), context.caller, input, context.program.now()),
  ),
})

/** The handlers of {@link certificatesContract}. */
export const certificatesRouter = os.router({
  settings,
  candidates: os.candidates.handler(({ input, context }) =>
    listCandidates(openEvent(context), input, context.program.now()),
  ),
  register: os.register.handler(({ input, context }) => readRegister(openEvent(context), input.text)),
  issue: os.issue.handler(({ input, context }) =>
    issueCertificates(openEvent(context), context.caller, input, context.program.now()),
  ),
  reissue: os.reissue.handler(({ input, context }) =>
    reissueCertificate(openEvent(context), context.caller, input, context.program.now()),
  ),
  revoke: os.revoke.handler(({ input, context }) =>
    revokeCertificate(openEvent(context), context.caller, input, context.program.now()),
  ),
  verify: os.verify.handler(({ input, context }) => verifyCertificate(openEvent(context), input.text)),
  sheet: os.sheet.handler(({ input, context }) => getSheet(openEvent(context), input.ranges)),
  sample: os.sample.handler(({ input, context }) =>
    getSample(openEvent(context), input.settings, context.program.now()),
  ),
  savePdf: os.savePdf.handler(async ({ input, context }) => {
    const desktop = dialogsFor(context)
    if (!desktop) throw ruleBroken('no-desktop')
    const path = await desktop.chooseSavePath('Sertifikat', 'pdf')
    if (path === null) return { status: 'given-up' }
    await sendCertificates(openEvent(context), desktop, input.sequences, { target: 'pdf', path })
    return { status: 'done', path }
  }),
  print: os.print.handler(async ({ input, context }) => {
    const { desktop } = context.program
    if (!desktop) throw ruleBroken('no-desktop')
    await sendCertificates(openEvent(context), desktop, input.sequences, { target: 'printer', printer: input.printer })
  }),
})
