import { expect, test } from 'vitest'
import { detectDelimiter, statedDelimiter } from '#src/table/delimiter.ts'

test.for([
  ['commas', 'App,Status,Users\nSlack,ACTIVE,3\n', ','],
  ['semicolons although names hold commas', 'App;Status\n"Slack, Inc.";ACTIVE\nNotion, Labs;ACTIVE\nZoom;OFF\n', ';'],
  ['tabs', 'App\tStatus\nSlack\tACTIVE\n', '\t'],
  ['bars', 'App|Status\nSlack|ACTIVE\n', '|'],
  ['a single column', 'App\nSlack\nZoom\n', ','],
  ['delimiters and line ends inside quotes', 'App,Note\nSlack,"a;b;c\nd;e;f"\nZoom,"x;y;z"\n', ','],
  ['escaped quotes', 'App;Note\nSlack;"say ""a;b"" now"\nZoom;"c"\n', ';'],
  ['a line that states it', 'sep=;\nApp,x;Status\n', ';'],
  ['nothing', '', ','],
] as const)('%s', ([, sample, delimiter]) => {
  expect(detectDelimiter(sample.split('\n'))).toBe(delimiter)
})

test('only a delimiter that Daylight reads can be stated', () => {
  expect(statedDelimiter('sep=;')).toBe(';')
  expect(statedDelimiter('"sep=,"')).toBe(',')
  expect(statedDelimiter('sep=\t')).toBe('\t')
  expect(statedDelimiter('sep=x')).toBeNull()
  expect(statedDelimiter('separator')).toBeNull()
})

test('who reads the file may say what fits', () => {
  const lines = ['a,b;1', 'c,d;2']
  expect(detectDelimiter(lines)).toBe(',')
  expect(detectDelimiter(lines, (records) => records.filter(({ cells }) => cells[1] === '2').length)).toBe(';')
})
