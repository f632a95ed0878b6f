import { expect, test } from 'vitest'
import { tagTree } from './tag-tree.ts'

test('tags stand inside one another, also where a level between them is carried by no highlight', () => {
  const tags = [
    { id: 'tag_1', name: 'harbour', highlights: 2 },
    { id: 'tag_2', name: 'security/border/north', highlights: 1 },
    { id: 'tag_3', name: 'security-council', highlights: 3 },
  ] as const
  expect(tagTree([...tags])).toEqual([
    { name: 'harbour', label: 'harbour', highlights: 2, inside: [] },
    {
      name: 'security',
      label: 'security',
      highlights: 0,
      inside: [
        {
          name: 'security/border',
          label: 'border',
          highlights: 0,
          inside: [{ name: 'security/border/north', label: 'north', highlights: 1, inside: [] }],
        },
      ],
    },
    { name: 'security-council', label: 'security-council', highlights: 3, inside: [] },
  ])
})
