import { type ImportOptions } from '#contract/importing.ts'
import { dateOrder } from '#contract/source.ts'
import type { Store } from '../../casebook/casebook.ts'

/** The options of an import, with what the casebook has settled where they say nothing. */
export function withSettings(store: Store, options: ImportOptions): ImportOptions {
  const settled = store.get<{ value: string }>(`SELECT value FROM settings WHERE name = 'date-order'`)
  // Anybody may write a setting: what is no order is none.
  const order = dateOrder.safeParse(options.dateOrder ?? settled?.value)
  return order.success ? { ...options, dateOrder: order.data } : options
}
