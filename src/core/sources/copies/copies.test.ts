import { expect, test } from 'vitest'
import type { ImportItem } from '#contract/importing.ts'
import { sharedPath, sharedTest } from '../../../shared-material.ts'
import { newTestCasebook, type TestCasebook } from '../../test-world.ts'

const paste = (text: string): ImportItem => ({ kind: 'paste', text })

async function importAll({ engine }: TestCasebook, ...texts: string[]) {
  return engine.ask('sources.import', { items: texts.map(paste) })
}

const sentences = (count: number, word = 'harbour') =>
  Array.from({ length: count }, (_, at) => `Point ${at} of the plan speaks of the ${word} in year ${at * 7}.`)
const plan = sentences(30).join(' ')

test('the same words in other bytes are a copy, changed ones a near copy with a similarity', async () => {
  await using casebook = newTestCasebook()
  const first = await importAll(casebook, plan)
  const { imported, duplicates } = await casebook.engine.ask('sources.import', {
    items: [
      { kind: 'bytes', name: 'marked.txt', bytes: new TextEncoder().encode(`\uFEFF${plan}`) },
      paste(plan.replace('Point 4 ', 'Item 4 ').replace('Point 20 ', 'Item 20 ')),
      paste('Nothing of this was ever said in the plan, which is about ships and the sea in other years.'),
    ],
  })
  expect(imported).toHaveLength(3)
  const of = first.imported[0]?.id
  expect(duplicates).toMatchObject([
    { of, kind: 'text', similarity: 1, id: imported[0]?.id },
    { of, kind: 'near', similarity: expect.closeTo(0.93, 1), id: imported[1]?.id },
  ])
  const { items } = await casebook.engine.ask('sources.copies', { id: of ?? 'source_none' })
  expect(items.map(({ source, kind }) => [source, kind])).toEqual([
    [imported[0]?.id, 'text'],
    [imported[1]?.id, 'near'],
  ])
})

test('what the page around it says makes no article the copy of another', async () => {
  await using casebook = newTestCasebook()
  const chrome = sentences(20, 'newsletter').join(' ')
  const first = await importAll(casebook, `${chrome}\n\n${sentences(4).join(' ')}`)
  const id = first.imported[0]?.id ?? 'source_none'
  await casebook.engine.ask('sources.rezone', {
    id,
    zones: [{ kind: 'boilerplate', start: 0, end: chrome.length }],
  })
  expect((await importAll(casebook, `${chrome}\n\n${sentences(5, 'airport').join(' ')}`)).duplicates).toEqual(
    [],
  )
  expect((await casebook.engine.ask('sources.shared', {})).total).toBe(0)
})

test('undoing and deleting take a source out of what is shared, redoing brings it back', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  const shared = async () => (await engine.ask('sources.shared', {})).total
  await importAll(casebook, `One. ${sentences(1)[0]} End of one.`)
  await importAll(casebook, `Two. ${sentences(1)[0]} End of two.`)
  expect(await shared()).toBe(1)
  await engine.ask('casebook.undo', {})
  expect(await shared()).toBe(0)
  await engine.ask('casebook.redo', {})
  expect(await shared()).toBe(1)
  const { items } = await engine.ask('sources.list', {})
  await engine.ask('sources.delete', { ids: items.slice(0, 1).map(({ id }) => id) })
  expect(await shared()).toBe(0)
  expect(await engine.ask('casebook.check', {})).toEqual({ ok: true, problems: [] })
})

test('a quotation inside two different sentences is shared, a paraphrase and a translation are not', async () => {
  await using casebook = newTestCasebook()
  await importAll(
    casebook,
    'The envoy was blunt. “We peel the onion layer by layer and we do not hurry,” he told reporters on Monday.',
    'Asked about delays, he answered: "We peel the onion, layer by layer, and we do not hurry", as before.',
    'The onion is peeled one layer after another, without any hurry, the envoy let it be known.',
    'Wir schälen die Zwiebel Schicht um Schicht und wir haben es nicht eilig, sagte der Gesandte.',
  )
  const { items } = await casebook.engine.ask('sources.shared', {})
  expect(items.map(({ text, occurrences }) => [text, occurrences.length])).toEqual([
    ['We peel the onion layer by layer and we do not hurry', 2],
  ])
})

test('a sentence is shared in part: but for its beginning, its end, or what was put in between', async () => {
  await using casebook = newTestCasebook()
  const core = 'the pilots will come back to work once the fee is paid in full and the letter is signed'
  const texts = [
    `Norrel waits. On Monday the minister said that ${core}. Nothing else is known.`,
    `Boats lie idle. According to two officials ${core}, which nobody in the capital believes.`,
    `More of it. As she put it: “${core.replace('paid in full and', 'paid in full, and not a day before that, and')}.”`,
    'The pilots will return when somebody pays them, the minister let it be known on Monday in Norrel.',
  ]
  const { imported } = await importAll(casebook, ...texts)
  const { items } = await casebook.engine.ask('sources.shared', {})
  const told = items.map(({ occurrences }) =>
    occurrences.map(({ source, start, end }) => {
      const at = imported.findIndex(({ id }) => id === source)
      return [at, texts[at]?.slice(start, end)]
    }),
  )
  expect(items[0]?.text).toBe(core)
  expect(told).toEqual([
    [
      [0, core],
      [1, core],
      [2, core.replace('paid in full and', 'paid in full, and not a day before that, and')],
    ],
  ])
})

test('set phrases and lists of names are not shared', async () => {
  await using casebook = newTestCasebook()
  await importAll(
    casebook,
    'The envoy spoke to reporters on condition of anonymity on Monday because the talks go on in Norrel.',
    'A pilot, who spoke on condition of anonymity on Monday, had seen the letter that nobody speaks of now.',
    'At the table sat Hanne Vedel, Nils Harrow, Joren Pask, Maren Holt, Elena Varga and Wiebke Lorenz for hours.',
    'Letters went to Hanne Vedel, Nils Harrow, Joren Pask, Maren Holt, Elena Varga and Wiebke Lorenz at night.',
  )
  expect((await casebook.engine.ask('sources.shared', {})).items).toEqual([])
})

test('a few words, and words of which many were changed, lead to where they come from', async () => {
  await using casebook = newTestCasebook()
  const { imported } = await importAll(
    casebook,
    'The harbour stays closed. Damascus has denied the report as false, a spokesman said on Monday evening.',
    'Damascus is a city, and this is a report of something else.',
  )
  const from = async (text: string) =>
    (await casebook.engine.ask('sources.trace', { text })).items.map(({ source }) => source)
  expect(await from('denied the report')).toEqual([imported[0]?.id])
  expect(await from('Damascus had denied the report as untrue, a speaker said Monday evening')).toEqual([
    imported[0]?.id,
  ])
  expect(await from('the city of something else')).not.toContain(imported[0]?.id)
})

test('a caption that two articles repeat is shared, with every one of its places', async () => {
  await using casebook = newTestCasebook()
  const caption = 'Ships wait outside the closed harbour of Norrel on 3 March 2025. (Photo by Mira Osk / NNA)'
  await importAll(
    casebook,
    `${caption}\n${caption}\n\nThe harbour stays closed, the ministry said on Monday in the capital.`,
    `Another day passes.\n\n${caption}\n\nNobody knows when ships may come in again, said the pilots.`,
  )
  const { items } = await casebook.engine.ask('sources.shared', {})
  expect(items[0]?.text).toContain('Ships wait outside the closed harbour')
  expect(items[0]?.occurrences).toHaveLength(3)
})

test('a damaged index of shingles is found and made anew', async () => {
  await using casebook = newTestCasebook()
  await importAll(casebook, plan)
  await casebook.engine.close()
  const { default: Database } = await import('better-sqlite3')
  const db = new Database(casebook.path)
  db.exec(`UPDATE shingles SET prints = x'00000000'`)
  db.close()
  const engine = await casebook.reopen()
  expect(await engine.ask('casebook.check', { repair: true })).toMatchObject({
    ok: true,
    problems: [{ kind: 'index', about: 'shingles', repaired: true }],
  })
  expect(await engine.ask('casebook.check', {})).toEqual({ ok: true, problems: [] })
  expect((await importAll(casebook, `${plan} And more.`)).duplicates).toMatchObject([{ kind: 'near' }])
})

test('words that stand together are traced to that place, whatever stands before them', async () => {
  await using casebook = newTestCasebook()
  const text =
    'It was the end, momentum or not: so the momentum of the old accords is alive, both said on Monday before a crowd of the press.'
  await importAll(casebook, text)
  const asked = 'the momentum of the old accords is alive'
  const { items } = await casebook.engine.ask('sources.trace', { text: asked })
  expect(items.map(({ start, runs }) => [start, runs.map(({ quote }) => quote)])).toEqual([
    [text.indexOf(asked), [asked]],
  ])
  // And what stands by chance behind them, far from them, is none of it.
  const more = await casebook.engine.ask('sources.trace', { text: `${asked} of the sea` })
  expect(more.items.map(({ runs }) => runs.map(({ quote }) => quote))).toEqual([[asked]])
})

sharedTest('the quotation that two seeds retell is shared, and they are no copies', ['seeds'], async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  const path = sharedPath('seeds') ?? ''
  const { imported, duplicates, versions, possibleVersions } = await engine.ask('sources.import', {
    items: [{ kind: 'path', path }],
  })
  expect([duplicates, versions, possibleVersions]).toEqual([[], [], []])
  const { items } = await engine.ask('sources.shared', {})
  const onion = items.find(({ text }) => text.includes('unwrapping an onion'))
  expect(onion?.occurrences.map(({ source }) => source)).toEqual([imported[1]?.id, imported[2]?.id])
  const asked = '"diplomatic breakthroughs are like unwrapping an onion - we are peeling"'
  const traced = await engine.ask('sources.trace', { text: asked })
  expect(traced.items.map(({ share }) => share)).toEqual([1, 1])
})
