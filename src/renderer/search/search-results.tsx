import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import type { SearchHit, SearchPassage } from '#contract/search.ts'
import { useCommand } from '../session/session.tsx'
import type { HitPages } from './hit-pages.ts'
import { HitView } from './hit-view.tsx'
import { type Spot, useHitWalk } from './hit-walk.ts'
import { passagesOf } from './open-hit.ts'

export interface ResultsHandle {
  /** To the passage that the keys were on last. */
  readonly focus: () => void
}

export interface SearchResultsProps {
  readonly pages: HitPages
  readonly total: number
  /** Ids of the hits that are new since the analyst looked last. */
  readonly fresh: ReadonlySet<string>
  readonly start: Spot
  readonly takeFocus: boolean
  readonly onSpot: (spot: Spot) => void
  readonly onOpen: (hit: SearchHit, passage: SearchPassage | null) => void
  /** The passage that is shown in the preview; null where none is. */
  readonly previewed: Spot | null
  readonly onPreview: (spot: Spot) => void
  readonly onLeaveUp: () => void
  readonly ref?: Ref<ResultsHandle>
}

/** All hits, however many: only those near the screen are asked for and built. */
export function SearchResults(props: SearchResultsProps) {
  const { pages, total, fresh, start, takeFocus, onSpot, onOpen, previewed, onPreview, onLeaveUp, ref } =
    props
  const scroller = useRef<HTMLDivElement>(null)
  const reveal = (hit: number) => rows.scrollToIndex(hit, { align: 'auto' })
  const walk = useHitWalk({ total, hitAt: pages.hitAt, list: scroller, reveal, start, onLeaveUp })
  const { spot, goTo } = walk
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    overscan: 4,
    // What has the focus stays, wherever the analyst scrolls.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), spot.hit])].toSorted((a, b) => a - b),
  })
  const shown = rows.getVirtualItems()
  const near = shown.filter(({ index }) => index !== spot.hit)
  const first = near[0]?.index ?? 0
  const last = near.at(-1)?.index ?? 0
  const { want } = pages
  useEffect(() => want(first, last), [want, first, last])
  useEffect(() => onSpot(spot), [onSpot, spot])
  useEffect(() => {
    if (takeFocus) goTo(start)
    // Once, when one comes back to the list.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  useImperativeHandle(ref, () => ({ focus: () => goTo(spot) }), [goTo, spot])
  useCommand({
    id: 'find.next',
    title: 'Next passage',
    group: 'Search',
    keys: ['f3', 'mod+g'],
    run: walk.next,
  })
  useCommand({
    id: 'find.previous',
    title: 'Previous passage',
    group: 'Search',
    keys: ['shift+f3', 'mod+shift+g'],
    run: walk.previous,
  })
  return (
    // Its passages have the focus; the keys walk from one to the next.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={scroller}
      role="feed"
      aria-label="Results"
      aria-busy={pages.isOld}
      className="search-results"
      onKeyDown={(event) => {
        if (event.key === ' ' && !event.ctrlKey && !event.metaKey) {
          event.preventDefault()
          onPreview(spot)
        } else walk.onKeyDown(event)
      }}
    >
      <div className="search-results-rows" style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const hit = pages.hitAt(index)
          return (
            <div
              key={index}
              ref={rows.measureElement}
              data-index={index}
              className="search-results-row"
              style={{ transform: `translateY(${start}px)` }}
            >
              {hit === undefined ? (
                <div className="search-hit search-waiting" aria-hidden="true" />
              ) : (
                <HitView
                  hit={hit}
                  at={index}
                  total={total}
                  isNew={fresh.has(hit.id)}
                  goesOn={hit.source !== null && pages.hitAt(index - 1)?.source === hit.source}
                  current={index === spot.hit ? Math.min(spot.passage, passagesOf(hit).length - 1) : null}
                  previewed={previewed?.hit === index ? previewed.passage : null}
                  onPreview={(passage) => {
                    goTo({ hit: index, passage })
                    onPreview({ hit: index, passage })
                  }}
                  onOpen={(passage, number) => {
                    onSpot({ hit: index, passage: number })
                    onOpen(hit, passage)
                  }}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** In CSS pixels, until a hit has been measured. */
const usualHeight = 150
