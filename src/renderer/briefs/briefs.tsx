/** The door of the station: what the analyst writes. */
export { BriefInspector } from './brief-inspector.tsx'
export { BriefPage } from './brief-page.tsx'
export { BriefsPane } from './briefs-pane.tsx'
export { CiteInBrief, type CiteInBriefProps } from './cite-in-brief.tsx'
