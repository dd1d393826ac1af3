/** What a verdict sounds like; two metres away it is heard before it is read. */
export type Signal = 'good' | 'notice' | 'bad'

const STORAGE_KEY = 'gelar.desk-sound'
const VOLUME = 0.18
/** Frequency in hertz and length in seconds, one after another. */
const TONES: Record<Signal, readonly (readonly [number, number])[]> = {
  good: [
    [880, 0.09],
    [1318, 0.14],
  ],
  notice: [
    [660, 0.1],
    [660, 0.1],
  ],
  bad: [
    [220, 0.16],
    [165, 0.28],
  ],
}

/** Whether this device makes sounds; the event's setting until somebody has chosen here. */
export function isSoundOn(byEvent: boolean): boolean {
  const chosen = globalThis.localStorage.getItem(STORAGE_KEY)
  return chosen === null ? byEvent : chosen === 'on'
}

export function rememberSound(isOn: boolean): void {
  globalThis.localStorage.setItem(STORAGE_KEY, isOn ? 'on' : 'off')
}

let audio: AudioContext | undefined

/** Plays a short signal; a device without sound stays silent. */
export function play(signal: Signal): void {
  try {
    audio ??= new AudioContext()
    let startsAt = audio.currentTime
    for (const [frequency, seconds] of TONES[signal]) {
      beep(audio, { frequency, startsAt, seconds })
      startsAt += seconds + 0.02
    }
  } catch {
    // No audio device: the verdict is told by colour, icon and word all the same.
  }
}

function beep(
  audio: AudioContext,
  { frequency, startsAt, seconds }: { frequency: number; startsAt: number; seconds: number },
): void {
  const tone = audio.createOscillator()
  const gain = audio.createGain()
  tone.type = 'triangle'
  tone.frequency.value = frequency
  gain.gain.setValueAtTime(VOLUME, startsAt)
  gain.gain.exponentialRampToValueAtTime(0.001, startsAt + seconds)
  tone.connect(gain).connect(audio.destination)
  tone.start(startsAt)
  tone.stop(startsAt + seconds)
}
