import type { SettingsFile } from './settings-file.ts'

/** Where a casebook's window stood, kept per file, and whether that place is still on a screen. */

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WindowPlace {
  readonly bounds: Rectangle
  readonly maximized: boolean
}

/** In CSS pixels: three columns at their narrowest. */
export const smallestWindow = { width: 880, height: 560 }
const firstWindow = { width: 1360, height: 880 }

const kept = 50

/** @returns null where the casebook has no place yet, or its screen is gone. */
export function findPlace(
  settings: SettingsFile,
  casebook: string,
  screens: readonly Rectangle[],
): WindowPlace | null {
  const place = places(settings).find(([path]) => path === casebook)?.[1]
  return place !== undefined && screens.some((screen) => showsTitle(place.bounds, screen)) ? place : null
}

export function keepPlace(settings: SettingsFile, casebook: string, place: WindowPlace): void {
  const others = places(settings).filter(([path]) => path !== casebook)
  settings.write('windows', [[casebook, place], ...others].slice(0, kept))
}

/** For a casebook without a place: as large as is comfortable and the screen allows. */
export function firstSize(screen: Rectangle): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(smallestWindow.width, Math.min(firstWindow.width, screen.width)),
    height: Math.max(smallestWindow.height, Math.min(firstWindow.height, screen.height)),
  }
}

/** Enough of the title bar to take hold of. */
function showsTitle(window: Rectangle, screen: Rectangle): boolean {
  const shown = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  return shown >= 120 && window.y >= screen.y && window.y < screen.y + screen.height - 40
}

function places(settings: SettingsFile): readonly (readonly [string, WindowPlace])[] {
  const value = settings.read('windows')
  return Array.isArray(value) ? value.filter(isPlaceOfCasebook) : []
}

function isPlaceOfCasebook(value: unknown): value is readonly [string, WindowPlace] {
  if (!Array.isArray(value) || typeof value[0] !== 'string') return false
  const place: unknown = value[1]
  return (
    isRecord(place) &&
    typeof place.maximized === 'boolean' &&
    isRecord(place.bounds) &&
    [place.bounds.x, place.bounds.y, place.bounds.width, place.bounds.height].every(Number.isInteger)
  )
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
