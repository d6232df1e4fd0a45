import { VERDICTS } from '#core/match/match.ts'
import type { Measures } from '#core/evaluation/measures.ts'
import type { Column } from './column.ts'

/** One figure of several sets of measures, as text; `values` in the order of the sets. */
export type FigureRow = { readonly figure: string; readonly values: readonly string[] }

type Interval = { readonly low: number | null; readonly high: number | null }

const NOTHING = '–'

const FIGURES: readonly (readonly [string, (measures: Measures) => string])[] = [
  ['cases', ({ cases }) => String(cases)],
  ['software', ({ software }) => String(software)],
  ['not in the catalogue', ({ notInCatalogue }) => String(notInCatalogue)],
  ['cannot be told', ({ unresolvable }) => String(unresolvable)],
  ['no software', ({ notSoftware }) => String(notSoftware)],
  ['precision of matches', ({ precision }) => shareText(precision.value, precision)],
  ['recall, all software', ({ recall }) => shareText(recall.value, recall)],
  ['recall, in the catalogue', ({ recallInCatalogue }) => shareText(recallInCatalogue.value, recallInCatalogue)],
  ['abstained', ({ abstained }) => shareText(abstained.value, abstained)],
  ['no software, matched', ({ notSoftwareAccepted }) => shareText(notSoftwareAccepted.value, notSoftwareAccepted)],
  ['no software, shown', ({ notSoftwareShown }) => shareText(notSoftwareShown.value, notSoftwareShown)],
  ['software, missed', ({ softwareMissed }) => shareText(softwareMissed.value, softwareMissed)],
  ['calibration error', ({ calibration }) => shareText(calibration.error, calibration)],
]

/** The main figures as rows, one column of values a set of measures. */
export function figureRows(sets: readonly Measures[]): readonly FigureRow[] {
  return FIGURES.map(([figure, textOf]) => ({ figure, values: sets.map(textOf) }))
}

/** How often each verdict was right, and how well its confidence told so, as rows like `figureRows`. */
export function verdictRows(sets: readonly Measures[]): readonly FigureRow[] {
  return VERDICTS.flatMap((verdict) => {
    const given = sets.map(({ verdicts }) => verdicts.find((each) => each.verdict === verdict))
    return [
      {
        figure: `${verdict}: right`,
        values: given.map((each) => (each === undefined ? NOTHING : shareText(each.right.value, each.right))),
      },
      {
        figure: `${verdict}: calibration error`,
        values: given.map((each) =>
          each === undefined ? NOTHING : shareText(each.calibration.error, each.calibration),
        ),
      },
    ]
  })
}

/** The columns of these rows, by the names of the sets. */
export function figureColumns(names: readonly string[]): readonly Column<FigureRow>[] {
  return [
    { id: 'figure', kind: 'text', value: ({ figure }) => figure },
    ...names.map((id, at): Column<FigureRow> => ({ id, kind: 'text', value: ({ values }) => values[at] ?? null })),
  ]
}

/** `98.7 % (97.1–99.4)`; a dash where there was nothing to count. */
function shareText(value: number | null, interval: Interval): string {
  if (value === null || interval.low === null || interval.high === null) return NOTHING
  return `${percent(value)} % (${percent(interval.low)}–${percent(interval.high)})`
}

function percent(share: number): string {
  return (share * 100).toFixed(1)
}
