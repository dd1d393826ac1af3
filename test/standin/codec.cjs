// Structured clone as JSON text, both in Node and, from its own source text, in the page.
// Plain objects and arrays stay as they are; everything else becomes { $: kind, v: value }.

/** Returns { clone, encode, decode }. Must not reach outside itself: its source text is sent to the page. */
function makeCodec() {
  const isNode = typeof Buffer === 'function'
  const toBase64 = u => (isNode ? Buffer.from(u.buffer, u.byteOffset, u.byteLength).toString('base64') : u.toBase64())
  const fromBase64 = s => {
    if (!isNode) return Uint8Array.fromBase64(s)
    // Own memory, never a slice of Buffer's pool: the app may hand on .buffer.
    const bytes = new Uint8Array(Buffer.byteLength(s, 'base64'))
    Buffer.from(bytes.buffer).write(s, 'base64')
    return bytes
  }
  const tag = ($, v) => ({ $, v })
  const isPlainNumber = v => Number.isFinite(v) && !Object.is(v, -0)
  const mapped = (object, fn) => {
    const entries = Object.entries(object).map(([key, v]) => [key, fn(v)])
    return Object.hasOwn(object, '$') ? tag('object', entries) : Object.fromEntries(entries)
  }

  function encode(v) {
    if (v === undefined) return tag('undefined')
    if (typeof v === 'bigint') return tag('bigint', String(v))
    if (typeof v === 'number' && !isPlainNumber(v)) return tag('number', Object.is(v, -0) ? '-0' : String(v))
    if (v === null || typeof v !== 'object') return v
    if (Array.isArray(v)) return v.map(encode)
    if (v instanceof Date) return tag('date', v.getTime())
    if (v instanceof RegExp) return tag('regexp', [v.source, v.flags])
    if (v instanceof Map) return tag('map', [...v].map(encode))
    if (v instanceof Set) return tag('set', [...v].map(encode))
    if (v instanceof Error) return tag('error', [v.name, v.message, v.stack])
    if (v instanceof ArrayBuffer) return tag('buffer', toBase64(new Uint8Array(v)))
    if (ArrayBuffer.isView(v)) {
      const kind = isNode && Buffer.isBuffer(v) ? 'Uint8Array' : v.constructor.name
      return tag('view', [kind, toBase64(new Uint8Array(v.buffer, v.byteOffset, v.byteLength))])
    }
    const kind = Object.prototype.toString.call(v)
    if (kind !== '[object Object]') throw new Error(`electron stand-in: ${kind} does not cross`)
    return mapped(v, encode)
  }

  const decoders = {
    undefined: () => undefined,
    bigint: v => BigInt(v),
    number: v => Number(v),
    date: v => new Date(v ?? NaN),
    regexp: v => new RegExp(v[0], v[1]),
    map: v => new Map(v.map(decode)),
    set: v => new Set(v.map(decode)),
    error: v => Object.assign(new Error(v[1]), { name: v[0], stack: v[2] }),
    buffer: v => fromBase64(v).buffer,
    view: ([kind, text]) => {
      const bytes = fromBase64(text)
      return kind === 'Uint8Array' ? bytes : new globalThis[kind](bytes.buffer)
    },
    object: v => Object.fromEntries(v.map(([key, value]) => [key, decode(value)])),
  }

  function decode(v) {
    if (v === null || typeof v !== 'object') return v
    if (Array.isArray(v)) return v.map(decode)
    if (Object.hasOwn(v, '$')) return decoders[v.$](v.v)
    return Object.fromEntries(Object.entries(v).map(([key, value]) => [key, decode(value)]))
  }

  /** A copy, or Electron's own words for what can't be copied. */
  function clone(v) {
    try {
      return structuredClone(v)
    } catch {
      throw new Error('An object could not be cloned.')
    }
  }

  /** Bare bytes and text need no copy first: their encoding is one. */
  const isSimple = v => typeof v === 'string' || v instanceof Uint8Array || v instanceof ArrayBuffer
  return { clone, encode: v => encode(isSimple(v) ? v : clone(v)), decode }
}

module.exports = { makeCodec }
