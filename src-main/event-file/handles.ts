import type { Database, Statement, Transaction } from 'better-sqlite3'

declare const readable: unique symbol
declare const writable: unique symbol

/** A connection that queries may read through. */
export type ReadHandle = Database & { readonly [readable]: true }
/** The one connection that may write; only the audit door hands it to a use case. */
export type WriteHandle = ReadHandle & { readonly [writable]: true }

const statements = new WeakMap<Database, Map<string, Statement>>()

/** The prepared statement for this SQL, compiled once per connection. Values are always bound, never joined into the text. */
export function prepared<Row = unknown>(db: ReadHandle, sql: string): Statement<unknown[], Row> {
  let known = statements.get(db)
  if (!known) statements.set(db, (known = new Map()))
  let statement = known.get(sql)
  if (!statement) known.set(sql, (statement = db.prepare(sql)))
  return statement as Statement<unknown[], Row>
}

const transactions = new WeakMap<Database, Transaction<(work: () => unknown) => unknown>>()

/** Runs the work in a transaction that takes the write lock at once; whatever it throws rolls all of it back. */
export function inTransaction<Result>(db: WriteHandle, work: () => Result): Result {
  let run = transactions.get(db)
  if (!run) transactions.set(db, (run = db.transaction((inner: () => unknown) => inner())))
  return run.immediate(work) as Result
}
