/** Texts by code, with {{name}} where data goes in: the caller's own words, so that they have one home. */
export type Words = Readonly<Record<string, string>>

/** The text of a code with its data; a code without words stands for itself. */
export function sayWith(words: Words): (key: string, data?: Readonly<Record<string, unknown>>) => string {
  return (key, data = {}) =>
    (words[key] ?? key).replace(/\{\{(\w+)\}\}/gu, (_whole, name: string) => String(data[name] ?? ''))
}
