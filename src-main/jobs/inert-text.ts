/** A formula to some spreadsheet program; a row of dashes stands for "none" and is harmless. */
const FORMULA = /^[=+\-@|\t\r\n＝＋－＠]/u
const DASHES = /^[-–—]+$/u
/** A number that would lose its first zero, its last digits or its whole look (`12E5`), or a code that would become a date (`3-4`). */
const FRAGILE = /^(?:0\d+|\d{12,}|\d+[eE]\d+|\d{1,2}[-/]\d{1,2})$/u

/** A text as CSV can hold it, which knows no types: what a spreadsheet program would compute, round or re-date gets an apostrophe. */
export function inertText(text: string): string {
  const isFormula = FORMULA.test(text) && !DASHES.test(text)
  return isFormula || FRAGILE.test(text) ? `'${text}` : text
}
