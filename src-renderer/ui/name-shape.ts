const LONG_NAME = 34
const VERY_LONG_NAME = 58

/** How large a name with its degrees can be set on a verdict. */
export function nameSize(name: string): 'short' | 'long' | 'very-long' {
  if (name.length <= LONG_NAME) return 'short'
  return name.length <= VERY_LONG_NAME ? 'long' : 'very-long'
}

/** A degree stays in one piece: `S.Sos., M.Si.` may break between the two, never inside one. */
export function wrappedName(name: string): string {
  const [bare = '', ...degrees] = name.split(', ')
  return [bare, ...degrees.map(degree => degree.replaceAll(' ', '\u00a0'))].join(', ')
}
