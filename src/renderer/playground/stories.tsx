import type { ReactNode } from 'react'
import { partStories } from './part-stories.tsx'
import { screenStories } from './screen-stories.tsx'

/** One state of one thing, worth looking at. */
export interface Story {
  /** Its address: `parts/buttons`. */
  readonly id: string
  readonly title: string
  readonly show: () => ReactNode
}

export interface StoryGroup {
  readonly title: string
  readonly stories: readonly Story[]
}

export const storyGroups: readonly StoryGroup[] = [
  { title: 'Parts', stories: partStories },
  { title: 'Screens', stories: screenStories },
]
