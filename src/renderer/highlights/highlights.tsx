/** Marks on the text and what was said about them: the door of this station. */
export { HighlightsPane, type HighlightsPaneProps } from './highlights-pane.tsx'
export { CutNotice, useFoundPlaces } from './mark-many/found-places.tsx'
export { MarkFound } from './mark-many/mark-found.tsx'
export { MarkManyDialog, type MarkManyDialogProps } from './mark-many/mark-many-dialog.tsx'
export { PlacesDialog, passagesInWords } from './mark-many/places-dialog.tsx'
export { MarkedSource, type MarkedSourceProps } from './marked-source.tsx'
export { ReviewPage } from './review/review-page.tsx'
export type {
  EntityPickerProps,
  EntityPickerSlot,
  HighlightActionsProps,
  HighlightActionsSlot,
} from './slots.ts'
export { TypesPage } from './types/types-page.tsx'
