import type { FilePreview, ImportReport } from '#contract/importing.ts'

/** Imports that leave something to decide or to try again, for the playground. */

const encoding: FilePreview['encoding'] = {
  name: 'ISO-8859-8',
  sample: 'Cafי ש Paris, oש l’יtי — le dיtroit reste fermי',
  others: [
    { name: 'Windows-1252', sample: 'Café à Paris, où l’été — le détroit reste fermé' },
    { name: 'Windows-1251', sample: 'Cafй а Paris, oщ l’йtй — le dйtroit reste fermй' },
  ],
}
const nothing = { encoding: null, dateOrder: null, table: null, older: null }

export const samplePreviews: readonly FilePreview[] = [
  { ...nothing, path: 'wire/paris-depeche.txt', encoding },
  { ...nothing, path: 'wire/paris-suite.txt', encoding },
  {
    ...nothing,
    path: 'wire/11-harbour-closed.txt',
    dateOrder: { words: '03/04/2025', dmy: '2025-04-03', mdy: '2025-03-04' },
  },
  {
    ...nothing,
    path: 'scraped/strait.csv',
    table: {
      columns: [
        { name: 'Headline', field: 'title', by: 'name' },
        { name: 'source', field: 'publisher', by: 'name' },
        { name: 'When', field: 'published', by: 'contents' },
        { name: 'Body', field: 'text', by: 'name' },
        { name: 'id', field: 'none', by: 'nothing' },
      ],
      rows: [
        [
          'Freighter boarded',
          'Selden Courier',
          '2025-03-04',
          'A freighter was boarded in the strait on Tuesday, its owner said, and taken to Marrowgate.',
          '17',
        ],
        [
          'Talks resume',
          'The Karsa Post',
          '2025-03-06',
          'Talks between the two sides resumed behind closed doors.',
          '18',
        ],
      ],
    },
  },
  {
    ...nothing,
    path: 'saved/harbour-closed-again.html',
    older: [
      {
        of: 'source_a1f00001',
        name: 'Harbour of Norrel closed after collision',
        published: '2025-03-04',
        similarity: 0.83,
        reason: 'the same title and publisher; their dates do not tell which is newer',
      },
    ],
  },
]

export const failedReport: ImportReport = {
  imported: [],
  duplicates: [],
  versions: [],
  possibleVersions: [],
  failed: [
    { path: 'letters/minutes.pdf', code: 'source.encrypted', message: 'The PDF is protected by a password.' },
    {
      path: 'old/archive-1994.txt',
      code: 'source.encoding',
      message: 'Casebook cannot tell how the characters of this file are encoded.',
    },
    { path: 'scans/page-1.pdf', code: 'source.no-text', message: 'This PDF is a scan: it has no text.' },
  ],
  skipped: [{ path: 'letters/link.pdf', reason: 'a link' }],
  cancelled: false,
}
