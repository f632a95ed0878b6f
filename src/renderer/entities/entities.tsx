/** People, organisations, places and where the sources mention them: the door of this station. */
export { EntitiesPane } from './entities-pane.tsx'
export { EntityPage } from './entity-page.tsx'
export { EntityPicker, type EntityPickerProps } from './entity-picker.tsx'
export { SuggestFound } from './suggest-found.tsx'
