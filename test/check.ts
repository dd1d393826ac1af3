// `npm run check`: what is quick enough to run before every commit.
import { staticSteps, takeSteps, vitestStep } from './steps.ts'

await takeSteps([...staticSteps, vitestStep('unit', ['test/unit', 'test/architecture'])])
