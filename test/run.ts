// `npm test`: everything, in order, also after a failure.
import { prepareTools } from './browser.ts'
import { missingStep, playwrightStep, scriptStep, staticSteps, takeSteps, vitestStep } from './steps.ts'

const { browser } = prepareTools()
await takeSteps([
  ...staticSteps,
  scriptStep('build', 'build'),
  vitestStep('unit, data', []),
  browser ? playwrightStep() : missingStep('end to end', 'no browser'),
])
