import { IconButton } from '../../parts/button.tsx'
import { ChevronDownIcon, ChevronUpIcon } from '../../parts/icons.tsx'
import type { Walk } from './walk.ts'

interface WalkButtonsProps {
  readonly walk: Walk
  readonly count: number
  /** There are more than are listed. */
  readonly more?: boolean
}

/** `3 of 17`, and a step in either direction. */
export function WalkButtons({ walk, count, more = false }: WalkButtonsProps) {
  const all = `${count.toLocaleString('en')}${more ? '+' : ''}`
  return (
    <>
      <output className="walk-count">{walk.at === null ? all : `${walk.at + 1} of ${all}`}</output>
      <IconButton
        label="Previous match"
        keys="shift+f3"
        icon={<ChevronUpIcon />}
        isDisabled={count === 0}
        onPress={walk.previous}
      />
      <IconButton
        label="Next match"
        keys="f3"
        icon={<ChevronDownIcon />}
        isDisabled={count === 0}
        onPress={walk.next}
      />
    </>
  )
}
