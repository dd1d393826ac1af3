// Reads the program's own sources for the architecture tests.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Declaration, type ImportDeclaration, type Module, type Node, parseSync } from '@swc/core'

export const root = resolve(import.meta.dirname, '../..')

/** One file of ours; `path` is relative to the repository, with forward slashes. */
export interface SourceFile {
  path: string
  text: string
}

/** All files under src-main and src-renderer whose name ends in one of `endings`. */
export function listSources(...endings: string[]): SourceFile[] {
  const paths = globSync('src-{main,renderer}/**/*', { cwd: root }).map(path => path.replaceAll('\\', '/'))
  return paths
    .filter(path => endings.some(ending => path.endsWith(ending)))
    .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** A node of a syntax tree with whatever it holds. */
export type TreeNode = Node & Record<string, unknown>

/** An exported declaration: its name, and whether a docstring stands right before it or before the value it is the type of. */
export interface Export {
  name: string
  hasDocstring: boolean
}

/** A name imported from another file of ours; `from` is that file's path. */
export interface Import {
  name: string
  from: string
}

/** What a file gives to others and takes from others of ours. */
export interface Links {
  exports: Export[]
  imports: Import[]
}

function declaredNames(declaration: Declaration): string[] {
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.value] : []))
  }
  if ('identifier' in declaration) return [declaration.identifier.value]
  return declaration.id.type === 'Identifier' ? [declaration.id.value] : []
}

/** Calls `visit` with every node of a syntax tree. */
function walk(value: unknown, visit: (node: TreeNode) => void): void {
  if (Array.isArray(value)) for (const inner of value) walk(inner, visit)
  else if (value !== null && typeof value === 'object') {
    if ('type' in value) visit(value as TreeNode)
    for (const inner of Object.values(value)) walk(inner, visit)
  }
}

/** The `x` of `type X = z.infer<typeof x>` or `(typeof x)[number]`: what the value promises, its type promises too. */
function valuesOfType(declaration: Declaration): string[] {
  const names: string[] = []
  if (declaration.type !== 'TsTypeAliasDeclaration') return names
  walk(declaration.typeAnnotation, node => {
    if (node.type === 'TsTypeQuery') names.push((node['exprName'] as { value: string }).value)
  })
  return names
}

function targetOf(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('#main/')) return specifier.replace('#main/', 'src-main/')
  if (specifier.startsWith('#renderer/')) return specifier.replace('#renderer/', 'src-renderer/')
  return specifier.startsWith('.') ? join(dirname(path), specifier).replaceAll('\\', '/') : undefined
}

function importedNames(declaration: ImportDeclaration): string[] {
  return declaration.specifiers.map(specifier =>
    specifier.type === 'ImportSpecifier' ? (specifier.imported ?? specifier.local).value : '*',
  )
}

/** A module of one source text. It starts with a semicolon, so that its offset and not its first comment's is known. */
function parse({ path, text }: SourceFile): { module: Module; before(node: { span: { start: number } }): string } {
  const bytes = Buffer.from(`;${text}`)
  const module = parseSync(bytes.toString(), { syntax: 'typescript', tsx: path.endsWith('.tsx'), target: 'es2022' })
  const start = module.span.start
  return { module, before: node => bytes.subarray(0, node.span.start - start).toString() }
}

const DOCSTRING = /\/\*\*(?:[^*]|\*(?!\/))*\*\/\s*$/

/** The exports of a file with their docstrings, and its imports from other files of ours. */
export function linksOf(file: SourceFile): Links {
  const { module, before } = parse(file)
  const links: Links = { exports: [], imports: [] }
  const told = new Set<string>()
  for (const item of module.body) {
    if (item.type === 'ExportDeclaration') {
      const names = declaredNames(item.declaration)
      const hasDocstring = DOCSTRING.test(before(item)) || valuesOfType(item.declaration).some(name => told.has(name))
      if (hasDocstring) for (const name of names) told.add(name)
      links.exports.push(...names.map(name => ({ name, hasDocstring })))
    } else if (item.type === 'ImportDeclaration') {
      const from = targetOf(file.path, item.source.value)
      if (from) links.imports.push(...importedNames(item).map(name => ({ name, from })))
    }
  }
  return links
}

/** Calls `visit` with every node of a file's syntax tree. */
export function visitNodes(file: SourceFile, visit: (node: TreeNode) => void): void {
  walk(parse(file).module, visit)
}
