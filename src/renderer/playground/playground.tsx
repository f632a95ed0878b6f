// Before all others: it names the order of the layers.
import '../styles/base.css'
import { StrictMode, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { storyGroups } from './stories.tsx'
import './playground.css'

/** Every part and every screen state, one at a time: `#screens/library`; `?alone` leaves the list of them out. */
function Playground() {
  const id = useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed)
      return () => window.removeEventListener('hashchange', changed)
    },
    () => window.location.hash.slice(1),
  )
  const stories = storyGroups.flatMap((group) => group.stories)
  const story = stories.find((one) => one.id === id) ?? stories[0]
  const alone = new URLSearchParams(window.location.search).has('alone')
  const screen = story?.id.startsWith('screens/') ?? false
  // A screen brings its own landmarks.
  const Stage = screen ? 'div' : 'main'
  return (
    <div className="playground">
      {!alone && <StoryList current={story?.id ?? ''} />}
      <Stage
        className="playground-stage"
        data-screen={screen || undefined}
        data-story={story?.id}
        key={story?.id}
      >
        {!screen && <h1 className="playground-title">{story?.title}</h1>}
        {story?.show()}
      </Stage>
    </div>
  )
}

function StoryList({ current }: { readonly current: string }) {
  return (
    <nav className="playground-list" aria-label="Stories">
      {storyGroups.map(({ title, stories }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {stories.map((story) => (
              <li key={story.id}>
                <a href={`#${story.id}`} aria-current={story.id === current ? 'page' : undefined}>
                  {story.title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root')
createRoot(root).render(
  <StrictMode>
    <Playground />
  </StrictMode>,
)
