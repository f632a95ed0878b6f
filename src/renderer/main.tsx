// Before all others: it names the order of the layers.
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { connectToEngine } from './session/connect.ts'
import { SessionProvider } from './session/session.tsx'
import { App } from './shell/app.tsx'
import { followAppearance } from './shell/appearance.ts'
import { findHost } from './shell/host.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root')

const host = findHost()
const { engine, state } = connectToEngine(host)
followAppearance(host)

createRoot(root).render(
  <StrictMode>
    <SessionProvider engine={engine} host={host}>
      <App connection={state} />
    </SessionProvider>
  </StrictMode>,
)
