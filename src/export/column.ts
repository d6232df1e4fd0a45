import type { Money } from '#core/money.ts'

/**
 * One column of an export, the same for CSV, XLSX and terminal. `id` is stable, scripts rely on it. Numbers are finite;
 * dates are ISO dates or ISO times; null is an empty cell.
 */
export type Column<Row> =
  | { readonly id: string; readonly kind: 'text'; value(row: Row): string | null }
  | { readonly id: string; readonly kind: 'number'; value(row: Row): number | null }
  | { readonly id: string; readonly kind: 'money'; value(row: Row): Money | null }
  | { readonly id: string; readonly kind: 'date'; value(row: Row): string | null }
