import { expect, test } from 'vitest'
import { describePassage } from './describe-passage.ts'
import { matchQuote } from './match-quote.ts'
import { prepareText } from './prepared-text.ts'

const article = [
  'The United States is holding preliminary discussions with Syria and Israel, Axios reported Monday.',
  'A senior Israeli official told Axios that Prime Minister Benjamin Netanyahu conveyed his interest in updating the 1974 disengagement agreement.',
  '“We are having very soft preliminary discussions,” a U.S. official said. “Diplomatic breakthroughs are like unwrapping an onion—we are peeling.”',
  'Israel has occupied most of Syria’s Golan Heights since the 1967 war. After Assad’s fall, Israel expanded its presence.',
].join('\n')

function passageOf(words: string, text = article, from = 0) {
  const start = text.indexOf(words, from)
  return describePassage(text, { start, end: start + words.length })
}

function matchOn(words: string, text: string) {
  const match = matchQuote(passageOf(words), prepareText(text), prepareText(article))
  return match.outcome === 'orphan'
    ? match.reason
    : { outcome: match.outcome, words: text.slice(match.start, match.end) }
}

test('a passage is where it was as long as the text is the same', () => {
  const passage = passageOf('unwrapping an onion')
  const { start, end } = passage
  expect(matchQuote(passage, prepareText(article))).toEqual({ outcome: 'exact', start, end, score: 1 })
})

test('finds the quote again after a paragraph is inserted above it', () => {
  expect(matchOn('unwrapping an onion', `New first lines.\n${article}`)).toEqual({
    outcome: 'moved',
    words: 'unwrapping an onion',
  })
})

test('finds the quote again when its paragraph moved', () => {
  const [first = '', ...others] = article.split('\n')
  expect(matchOn('Axios reported Monday', [...others, first].join('\n'))).toEqual({
    outcome: 'moved',
    words: 'Axios reported Monday',
  })
})

test('other quotes and dashes are no other words', () => {
  const plain = article.replace(/[“”]/g, '"').replace('—', ' - ')
  expect(matchOn('“Diplomatic breakthroughs are like unwrapping an onion—we are peeling.”', plain)).toEqual({
    outcome: 'fuzzy',
    words: '"Diplomatic breakthroughs are like unwrapping an onion - we are peeling."',
  })
})

test('finds words that were edited, from their first to their last', () => {
  const edited = article.replace(
    'conveyed his interest in updating',
    'recently conveyed interest in an updated',
  )
  expect(
    matchOn('Benjamin Netanyahu conveyed his interest in updating the 1974 disengagement agreement', edited),
  ).toEqual({
    outcome: 'fuzzy',
    words: 'Benjamin Netanyahu recently conveyed interest in an updated the 1974 disengagement agreement',
  })
})

test('words that were taken out leave an orphan, and so do words that were exchanged', () => {
  expect(matchOn('Benjamin Netanyahu', article.replace('Benjamin Netanyahu ', ''))).toBeTypeOf('string')
  expect(matchOn('Benjamin Netanyahu', article.replace('Benjamin Netanyahu', 'Gideon Saar'))).toBeTypeOf(
    'string',
  )
})

test('the same words in other surroundings are not the passage', () => {
  const text = article
    .replace(', Axios reported Monday', '')
    .concat('\nNothing more was known when Axios reported Monday evening.')
  expect(matchOn('Axios reported Monday', text)).toBeTypeOf('string')
})

const caption =
  'Debris and military vehicles lie at the scene of an Israeli strike in Hama, on April 3, 2025. Israel has carried out an extensive campaign.'
const twice = [
  'Headline of the day',
  caption,
  caption,
  'The administration is engaged in talks with both.',
].join('\n')

test('a mark on the second copy of a caption comes back on the second copy', () => {
  const [first, second] = [twice.indexOf('an Israeli strike'), twice.lastIndexOf('an Israeli strike')]
  const shifted = `One more line above everything.\n${twice}`
  for (const at of [first, second]) {
    const passage = passageOf('an Israeli strike', twice, at)
    expect(passage.start).toBe(at)
    expect(matchQuote(passage, prepareText(shifted), prepareText(twice))).toMatchObject({
      outcome: 'moved',
      start: at + 32,
    })
    expect(matchQuote(passage, prepareText(shifted))).toMatchObject({ outcome: 'moved', start: at + 32 })
  }
})

test('where one of two copies went, nobody can tell whose mark is left', () => {
  const once = twice.replace(`${caption}\n`, '')
  for (const from of [0, twice.indexOf('Israeli') + 1]) {
    const match = matchQuote(
      passageOf('an Israeli strike', twice, from),
      prepareText(once),
      prepareText(twice),
    )
    expect(match.outcome).toBe('orphan')
  }
})

test('a passage without context is found where its words stand once', () => {
  const bare = { start: 0, end: 19, quote: 'unwrapping an onion', prefix: '', suffix: '' }
  expect(matchQuote(bare, prepareText(article))).toMatchObject({
    outcome: 'moved',
    start: article.indexOf('unwrapping'),
  })
  expect(matchQuote({ ...bare, quote: 'preliminary discussions' }, prepareText(article)).outcome).toBe(
    'orphan',
  )
})

test('a passage of no words is an orphan', () => {
  expect(
    matchQuote({ start: 0, end: 1, quote: ' ', prefix: 'a', suffix: 'b' }, prepareText('a b')),
  ).toMatchObject({
    outcome: 'orphan',
    reason: 'The passage holds no words.',
  })
})

test('a single letter is found between the neighbours it always had', () => {
  const text = `New first lines.\n${article}`
  const start = article.indexOf('1974') + 3
  const passage = describePassage(article, { start, end: start + 1 })
  expect(matchQuote(passage, prepareText(text), prepareText(article))).toMatchObject({
    outcome: 'moved',
    start: start + 17,
  })
})

test('of a sentence copied right beside, nobody can tell which one was marked', () => {
  const sentence = ' “Diplomatic breakthroughs are like unwrapping an onion—we are peeling.”'
  expect(matchOn('unwrapping an onion', article.replace(sentence, sentence + sentence))).toBeTypeOf('string')
})
