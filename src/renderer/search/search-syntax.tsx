import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { InfoIcon } from '../parts/icons.tsx'

const examples: readonly (readonly [query: string, meaning: string])[] = [
  ['ceasefire talks', 'both words, anywhere'],
  ['“immediate ceasefire”', 'these words side by side'],
  ['truce OR ceasefire', 'either of them'],
  ['ceasefire -Gaza', 'the first, not the second'],
  ['sanction*', 'words that begin like this'],
  ['Barrack NEAR/5 (said OR told)', 'at most five words between them'],
  ['Barack~1', 'also with one letter otherwise'],
  ['title:deal publisher:axios', 'in the title; from this publisher'],
  ['entity:"Tom Barrack"', 'passages linked to this entity'],
  ['published:2025-06..2025-09', 'from June to September 2025'],
  ['/sanction(s|ed)/i', 'a regular expression'],
  ['tag: type: note: has: in: lang: source:', 'more of these'],
]

/** What can be typed, in examples. */
export function SearchSyntax() {
  return (
    <DialogTrigger>
      <Button className="button" data-tone="quiet">
        <InfoIcon />
        What can I type?
      </Button>
      <Popover className="popover search-syntax" placement="bottom end">
        <Dialog aria-label="What can be typed" className="search-syntax-body">
          <dl>
            {examples.map(([query, meaning]) => (
              <div key={query}>
                <dt>{query}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
