/** Why a camera can't be used here. `insecure`: the page came over plain HTTP from another machine, where browsers have none. */
export type CameraProblem = 'insecure' | 'none' | 'denied' | 'busy'

/** A camera could not be opened; `problem` has words under i18n `scanning.camera.problem`. */
export class CameraError extends Error {
  readonly problem: CameraProblem

  constructor(problem: CameraProblem) {
    super(problem)
    this.name = 'CameraError'
    this.problem = problem
  }
}

/** Opens the camera that looks away from the person, or throws {@link CameraError}. The caller stops the tracks. */
export async function openCamera(): Promise<MediaStream> {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices }
  if (!globalThis.isSecureContext || !mediaDevices) throw new CameraError('insecure')
  try {
    return await mediaDevices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    })
  } catch (error) {
    throw new CameraError(problemOf(error))
  }
}

function problemOf(error: unknown): CameraProblem {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none'
}
