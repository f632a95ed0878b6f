import { useList } from '../search/list-store.ts'
import type { NamedScreen } from './screen-state.ts'

const everything = { kind: 'search', query: 'the' } as const
/** Found in a source, a highlight, a note; with `strait` in an entity and a brief, too. */
const crew = { kind: 'search', query: 'crew' } as const

const typedList = 'Talks\ttalks OR soundings\n"the strait\nzeppelin'

export const searchStories: readonly NamedScreen[] = [
  ['search', 'Search', { place: everything }],
  ['search-message', 'Search, a slip in the query', { place: { kind: 'search', query: '"the strait' } }],
  ['search-nothing', 'Search, nothing found', { place: { kind: 'search', query: 'zeppelin' } }],
  ['search-empty', 'Search, before typing', { place: { kind: 'search', query: '' } }],
  ['search-waiting', 'Search, waiting', { place: everything, engine: { waiting: ['search.run'] } }],
  ['search-failed', 'Search, failed', { place: everything, engine: { failing: ['search.run'] } }],
  ['search-marks', 'Search, highlights and notes among the hits', { place: crew }],
  ['search-kinds', 'Search, hits of every kind', { place: { kind: 'search', query: 'strait' } }],
  ['search-preview', 'Search, a passage in the preview', { place: everything, press: ['Preview'] }],
  [
    'search-preview-mark',
    'Search, a highlight in the preview',
    { place: { ...crew, filters: [{ facet: 'kind', value: 'highlight' }] }, press: ['Preview'] },
  ],
  [
    'search-preview-failed',
    'Search, the preview failed',
    { place: everything, engine: { failing: ['sources.read'] }, press: ['Preview'] },
  ],
  ['search-facet', 'Search, all values of a facet', { place: everything, press: ['All 320'] }],
  ['search-suggest', 'Search, suggest as mentions', { place: everything, press: ['Suggest as mentions of'] }],
  ['search-mark-all', 'Search, mark all passages', { place: everything, press: ['Mark all passages'] }],
  [
    'search-narrowed',
    'Search, narrowed down',
    {
      place: {
        ...everything,
        within: ['strait OR harbour'],
        filters: [
          { facet: 'publisher', value: 'Norrel Wire', exclude: true },
          { facet: 'entity', value: 'Karsa Strait' },
        ],
        published: { from: '2024-06-01', to: '2024-06-30' },
      },
    },
  ],
  ['search-saved', 'Search, a saved one', { place: { ...everything, saved: 'search_51000001' } }],
  ['search-save', 'Search, keeping it by a name', { place: everything, press: ['Save'] }],
  [
    'queries',
    'A list of queries',
    { place: { kind: 'queries' }, prepare: () => useList.setState({ list: '', answer: null }) },
  ],
  [
    'queries-running',
    'A list of queries, running',
    {
      place: { kind: 'queries' },
      engine: { waiting: ['search.runList'] },
      prepare: () => useList.setState({ list: typedList, answer: null }),
      press: ['Run'],
    },
  ],
  [
    'queries-done',
    'A list of queries, run',
    {
      place: { kind: 'queries' },
      prepare: () => useList.setState({ list: typedList, answer: null }),
      press: ['Run'],
    },
  ],
]
