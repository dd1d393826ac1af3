import { execFileSync } from 'node:child_process'

const MM_PER_POINT = 25.4 / 72

/** A PDF as poppler sees it: page sizes in millimetres, and the words of each page in the order in which they were drawn, with single blanks. */
export interface ReadPaper {
  pages: { widthMm: number; heightMm: number; words: string }[]
}

/** Opens a PDF again with poppler's tools. */
export function readPaper(path: string): ReadPaper {
  const info = execFileSync('pdfinfo', ['-f', '1', '-l', '-1', path], { encoding: 'utf8' })
  const sizes = [...info.matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/g)]
  const texts = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).split('\f')
  return {
    pages: sizes.map(([, width, height], index) => ({
      widthMm: Number(width) * MM_PER_POINT,
      heightMm: Number(height) * MM_PER_POINT,
      words: (texts[index] ?? '').replaceAll(/\s+/g, ' '),
    })),
  }
}
